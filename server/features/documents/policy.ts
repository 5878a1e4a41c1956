import type { Role } from '../../http.ts';

/** Who may do what with documents. A link to a copy is opened by whoever has it and knows the date of birth. */
export const may = {
  read: ['clerk'],
  seeGivenUp: ['lead', 'administrator'],
  takeCopy: ['device'],
  openLink: ['anyone'],
} as const satisfies Record<string, readonly Role[]>;
