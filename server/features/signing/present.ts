import type { InferOutput } from 'valibot';
import { answerAt } from '../../../shared/forms/paths.ts';
import type { CounterCase, CounterCover } from '../../../shared/wire/counter.ts';
import { isListing } from '../cases/answer-tree.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import type { CounterCaseAndAround } from './queries.ts';

/** A case as the tablet gets it: only what the person in front of it needs and may see. */

/** Before the citizen begins: no personal data. */
export function presentCover(row: CaseRow): InferOutput<typeof CounterCover> {
  const { caseId, number, service, serviceVersion, persons, state, version } = row;
  return { caseId, number, service, serviceVersion, persons, state, version, needsEntitlement: needsEntitlement(row) };
}

export function presentCounterCase(around: CounterCaseAndAround): InferOutput<typeof CounterCase> {
  const { row, signers, confirmed, sitting } = around;
  const { locale, showsAtEnd, returnedBecause, changedBy } = row;
  const answers = answersFor(row);
  const writtenBy = (who: 'office' | 'citizen') =>
    Object.keys(changedBy).filter((path) => changedBy[path] === who && !isListing(path));
  const isShown = (path: string) => answerAt(answers, path) !== undefined;
  return {
    ...presentCover(row),
    locale,
    showsAtEnd,
    answers,
    prefilled: writtenBy('office').filter(isShown),
    // Of a relative not even the path before the assurance, and nothing where nobody fills in any more.
    changed: isFilledIn(row) ? writtenBy('citizen').filter((path) => !needsEntitlement(row) || isShown(path)) : [],
    assistance: [...(sitting?.assistance ?? [])],
    awaitsOffice: sitting?.awaitsOffice ?? false,
    signers: signers.map(({ id, role, name }) => ({ id, role, name: nameFor(row, { id, name }) })),
    confirmedSigners: confirmed,
    returnedBecause,
  };
}

const isFilledIn = ({ state }: CaseRow): boolean => state === 'filling' || state === 'reviewing';

const needsEntitlement = (row: CaseRow): boolean =>
  row.entitlementAssuredAt === null && serviceOf(row).needsEntitlement(row.answers);

/** A relative is a place in the list and no name before the assurance; one who declares for others knows himself. */
function nameFor(row: CaseRow, signer: { id: string; name: string }): string {
  if (!needsEntitlement(row)) return signer.name;
  const service = serviceOf(row);
  const shown = service.personsOf(service.withoutRelatives(row.answers)).find(({ id }) => id === signer.id);
  return shown ? shown.name : signer.name;
}

/** Relatives' data only after the assurance; after the confirmation none at all, because nobody fills in any more. */
function answersFor(row: CaseRow): InferOutput<typeof CounterCase>['answers'] {
  if (!isFilledIn(row)) return {};
  const shown = needsEntitlement(row) ? serviceOf(row).withoutRelatives(row.answers) : row.answers;
  return shown as InferOutput<typeof CounterCase>['answers']; // The tree has no undefined once stored.
}
