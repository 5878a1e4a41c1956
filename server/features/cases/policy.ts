import type { Role } from '../../http.ts';

/**
 * Who may do what with a case. A lead is a clerk; an administrator runs the office and sees no case. Any clerk may go
 * on with a colleague's case: at a counter somebody else takes over every day, and the evidence says who did what.
 */
export const may = {
  read: ['clerk'],
  prepare: ['clerk'],
  decide: ['clerk'],
  override: ['lead'],
  report: ['lead'],
  /** The random checks of § 5 Abs. 2 1. BMeldDÜV; whoever searches does not check himself. */
  audit: ['lead'],
} as const satisfies Record<string, readonly Role[]>;
