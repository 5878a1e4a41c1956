import type { Path } from './answers.ts';

/**
 * What is wrong, odd or worth knowing about answers. Findings are a list, never thrown.
 * Errors keep the citizen from confirming, warnings need the clerk's eye, infos are told.
 */
export type Finding = {
  path: Path;
  severity: 'error' | 'warning' | 'info';
  /** The key of its text in every language, with the values the text names. */
  code: string;
  values?: Readonly<Record<string, string>>;
  /** `R-001`, where the finding is a rule of the law; fields' own checks have none. */
  rule?: string;
  basis?: string;
  /** Who is told. Without it both are. */
  only?: 'clerk' | 'citizen';
};
