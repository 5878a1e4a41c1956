import { Refusal } from '../../../shared/base/refusal.ts';
import type { Answers, Path } from '../../../shared/forms/answers.ts';
import { answerAt } from '../../../shared/forms/paths.ts';
import type { DeviceActor, Office } from '../../context.ts';
import { changedPaths, isMarked, isSame, withoutSensitive } from '../cases/answer-tree.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { lockCaseAtDesk, saveCase } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { voidActs } from '../cases/void-acts.ts';
import { applyWrites, changeOf, type Write } from '../cases/write-answers.ts';

/**
 * The citizen's entries, as he leaves the fields. Refuses with `answer-unknown`, `answer-by-office` and
 * `entitlement-missing`; then nothing of the request is stored.
 */
export async function fillIn(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  writes: readonly Write[],
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    stateAfter('fill', row.state);
    const answers = applyWrites(row, row.answers, writes);
    const paths = changedPaths(row.answers, answers);
    if (paths.length === 0) return row;
    expectEntitled(row, answers, paths);
    expectOwnFields(row, paths);
    const seen = row.showsAtEnd
      ? row.answersForClerk
      : withoutSensitive(serviceOf(row).definition, row.answersForClerk, answers);
    const voided = await voidActs(office, tx, row, { actor: 'citizen', because: 'answers' });
    return saveCase(office, tx, row, { ...changeOf(row, answers, seen, { by: 'citizen', paths }), ...voided });
  });
}

/** What the office fills in the citizen reads; whoever wants it changed says so at the counter. */
function expectOwnFields(row: CaseRow, paths: readonly Path[]): void {
  const { definition } = serviceOf(row);
  const fields = paths.filter((path) => isMarked(definition, path, 'by'));
  if (fields.length > 0) throw new Refusal('answer-by-office', { fields });
}

/** Before the assurance only what the tablet was shown may be written: the signer's own data. */
function expectEntitled(row: CaseRow, after: Answers, paths: readonly Path[]): void {
  const service = serviceOf(row);
  if (row.entitlementAssuredAt !== null || !service.needsEntitlement(row.answers)) return;
  const isShown = (answers: Answers, path: Path) =>
    isSame(answerAt(service.withoutRelatives(answers), path), answerAt(answers, path));
  const hidden = paths.filter((path) => !isShown(row.answers, path) || !isShown(after, path));
  // Nor may a write turn a relative into the signer, such as by taking the first person off the list.
  const shown = changedPaths(service.withoutRelatives(row.answers), service.withoutRelatives(after));
  const fields = [...hidden, ...shown.filter((path) => !paths.includes(path))];
  if (fields.length > 0) throw new Refusal('entitlement-missing', { fields });
}
