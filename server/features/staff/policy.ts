/** Who may do what with the people of the office. */
export const may = {
  know: ['clerk', 'administrator'],
  list: ['lead', 'administrator'],
  setPin: ['lead'],
} as const;
