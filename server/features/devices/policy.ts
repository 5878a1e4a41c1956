/** Who may do what with desks and tablets. */
export const may = {
  see: ['clerk', 'administrator'],
  invite: ['clerk', 'administrator'],
  seeInviter: ['lead', 'administrator'],
  revoke: ['lead', 'administrator'],
} as const;
