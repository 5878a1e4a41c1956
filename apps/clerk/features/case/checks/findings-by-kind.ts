import type { Finding } from '../../../../../shared/forms/finding.ts';
import { isFor } from '../../../../kit/form/findings.ts';

/** The findings as the clerk goes through them: what only he can fill in, what is wrong, what needs an eye, what is just empty. */
export type FindingsByKind = Readonly<Record<(typeof findingKinds)[number], readonly Finding[]>>;
export const findingKinds = ['mine', 'errors', 'warnings', 'infos', 'empty'] as const;

export function findingsByKind(findings: readonly Finding[]): FindingsByKind {
  const told = findings.filter((finding) => isFor(finding, 'clerk'));
  const errors = told.filter(({ severity }) => severity === 'error');
  return {
    mine: errors.filter(({ code }) => code === 'required-by-clerk'),
    errors: errors.filter(({ code }) => !code.startsWith('required')),
    warnings: told.filter(({ severity }) => severity === 'warning'),
    infos: told.filter(({ severity }) => severity === 'info'),
    empty: errors.filter(({ code }) => code === 'required'),
  };
}

/** How many need the clerk's hand or eye; what the citizen has yet to fill in is not among them. */
export const needingClerk = ({ mine, errors, warnings }: FindingsByKind): number =>
  mine.length + errors.length + warnings.length;
