import type { Path } from '../../../../../shared/forms/answers.ts';
import type { AskedField } from '../../../../../shared/forms/asked.ts';
import { isGiven } from '../../../../../shared/forms/conditions.ts';
import type { Finding } from '../../../../../shared/forms/finding.ts';
import { isFor } from '../../../../kit/form/findings.ts';

/** The findings as the clerk goes through them: what only he can fill in, what is wrong, what needs an eye, what the tablet still asks. */
export type FindingsByKind = Readonly<Record<(typeof findingKinds)[number], readonly Finding[]>>;
export const findingKinds = ['mine', 'errors', 'warnings', 'infos', 'empty'] as const;

/** `askedAt` gives the field of a path; without one it is an assurance, and that is given at the tablet. */
export function findingsByKind(
  findings: readonly Finding[],
  askedAt: (path: Path) => AskedField | undefined,
): FindingsByKind {
  const kinds = Map.groupBy(
    findings.filter((finding) => isFor(finding, 'clerk')),
    (finding) => kindOf(finding, askedAt(finding.path)),
  );
  const of = (kind: (typeof findingKinds)[number]) => kinds.get(kind) ?? [];
  return { mine: of('mine'), errors: of('errors'), warnings: of('warnings'), infos: of('infos'), empty: of('empty') };
}

/** How many need the clerk's hand or eye; what the citizen has yet to fill in is not among them. */
export const needingClerk = ({ mine, errors, warnings }: FindingsByKind): number =>
  mine.length + errors.length + warnings.length;

function kindOf({ severity }: Finding, asked: AskedField | undefined): (typeof findingKinds)[number] {
  if (severity !== 'error') return severity === 'warning' ? 'warnings' : 'infos';
  if (!asked) return 'empty';
  if (isGiven(asked.value)) return 'errors';
  return asked.field.by === 'clerk' ? 'mine' : 'empty';
}
