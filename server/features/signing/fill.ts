import { Refusal } from '../../../shared/base/refusal.ts';
import type { Answers, Path } from '../../../shared/forms/answers.ts';
import { findCode } from '../../../shared/forms/code-lists/code-list.ts';
import type { Field } from '../../../shared/forms/definition.ts';
import { answerAt, codesAt, replaceAt } from '../../../shared/forms/paths.ts';
import { fieldAt } from '../../../shared/forms/set-answer.ts';
import type { Service } from '../../../shared/services/service.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { changedPaths, isMarked, withoutSensitive } from '../cases/answer-tree.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { forgetRemoved } from '../cases/persons.ts';
import { expectAtDesk, lockCase, saveCase } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { voidActs } from '../cases/void-acts.ts';
import { applyWrites, changeOf, type Write } from '../cases/write-answers.ts';
import { expectUntouched, findRecalledSitting } from './late-answers.ts';
import type { SittingRow } from './tables.ts';

/**
 * The citizen's entries, as he leaves the fields. Refuses with `answer-unknown`, `answer-by-office` and
 * `entitlement-missing`; then nothing of the request is stored. What comes just after a recall is stored, and refused
 * with `answers-after-recall`, because there is no case to show any more.
 */
export async function fillIn(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  writes: readonly Write[],
): Promise<CaseRow> {
  const { row, isLate } = await office.db.transaction(async (tx) => {
    const before = await lockCase(tx, caseId);
    const recalled = await findRecalledSitting(office, tx, before, actor);
    if (!recalled) {
      expectAtDesk(before, actor);
      stateAfter('fill', before.state);
    }
    return { row: await write(office, tx, before, writes, recalled), isLate: recalled !== undefined };
  });
  if (isLate) throw new Refusal('answers-after-recall');
  return row;
}

async function write(
  office: Office,
  tx: Tx,
  row: CaseRow,
  writes: readonly Write[],
  recalled: SittingRow | undefined,
): Promise<CaseRow> {
  const answers = applyWrites(row, row.answers, writes);
  expectEntitled(row, writes);
  const paths = changedPaths(row.answers, answers);
  if (paths.length === 0) return row;
  expectOwnFields(row, answers, paths);
  if (recalled) expectUntouched(recalled, paths);
  await forgetRemoved(office, tx, row, answers, 'citizen');
  const seen = row.showsAtEnd
    ? row.answersForClerk
    : withoutSensitive(serviceOf(row).definition, row.answersForClerk, answers);
  const voided = await voidActs(office, tx, row, { actor: 'citizen', because: 'answers' });
  return saveCase(office, tx, row, { ...changeOf(row, answers, seen, { by: 'citizen', paths }), ...voided });
}

/**
 * What the office fills in the citizen reads; whoever wants it changed says so at the counter. The same goes for keys
 * that only the office gives: one that stands there may stay.
 */
function expectOwnFields(row: CaseRow, after: Answers, paths: readonly Path[]): void {
  const { definition } = serviceOf(row);
  const fields = paths.filter(
    (path) => isMarked(definition, path, 'by') || isOfficesKey(fieldAt(definition, path), path, row.answers, after),
  );
  if (fields.length > 0) throw new Refusal('answer-by-office', { fields });
}

function isOfficesKey(field: Field | undefined, path: Path, before: Answers, after: Answers): boolean {
  if (field?.kind !== 'codes') return false;
  const known = codesAt(before, path);
  return codesAt(after, path).some((code) => !known.includes(code) && findCode(field.list, code)?.isClerks === true);
}

/**
 * Before the assurance only what the tablet was shown may be written: the signer's own data. Judged by the place and
 * not by a change, or whoever writes could find out a relative's data by guessing.
 */
function expectEntitled(row: CaseRow, writes: readonly Write[]): void {
  const service = serviceOf(row);
  if (row.entitlementAssuredAt !== null || !service.needsEntitlement(row.answers)) return;
  const fields = writes.map(({ path }) => path).filter((path) => isHidden(service, row.answers, path));
  if (fields.length > 0) throw new Refusal('entitlement-missing', { fields });
}

/** Whether a mark set there, or at the first step that leads nowhere yet, would be kept back from the tablet. */
function isHidden(service: Service, answers: Answers, path: Path): boolean {
  const steps = path.split('.');
  const ways = steps.map((_, at) => steps.slice(0, at + 1).join('.'));
  const place = ways.find((way) => answerAt(answers, way) === undefined) ?? path;
  const mark = 'here';
  return answerAt(service.withoutRelatives(replaceAt(answers, place, mark)), place) !== mark;
}
