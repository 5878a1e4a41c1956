import type { CaseModel } from '../create-case.ts';
import type { CaseView } from '../requests.ts';
import { needingClerk } from './findings-by-kind.ts';

/** How many things in the checks need the clerk: findings, people still to be identified, open tasks. */
export function openChecks(model: CaseModel, view: CaseView): number {
  const findings = ['prepared', 'handed-over', 'filling', 'reviewing', 'confirmed'].includes(view.state)
    ? needingClerk(model.kinds())
    : 0;
  const missing = view.state === 'prepared' ? notIdentified(view).length : 0;
  return findings + missing + view.tasks.filter(({ doneAt }) => doneAt === null).length;
}

/** Whoever has to confirm must have been identified before the case is handed over. */
export const notIdentified = ({ signers, identifications }: CaseView) =>
  signers.filter(({ id }) => !identifications.some(({ person }) => person === id));
