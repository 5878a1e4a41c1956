/** Who may do what with desks and tablets. */
export const may = {
  see: ['clerk', 'administrator'],
  invite: ['clerk', 'administrator'],
  revoke: ['lead', 'administrator'],
} as const;
