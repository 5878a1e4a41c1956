import { searchForm } from '../../../shared/base/search-form.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { Answer, Answers, Path } from '../../../shared/forms/answers.ts';
import { answerAt } from '../../../shared/forms/paths.ts';
import { setAnswer } from '../../../shared/forms/set-answer.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { changedPaths } from './answer-tree.ts';
import { stateAfter } from './lifecycle.ts';
import { forgetRemoved } from './persons.ts';
import { type CaseChange, lockCase, saveCase } from './record.ts';
import { serviceOf } from './service-of.ts';
import { noteOfficeChange } from './sittings.ts';
import type { CaseRow } from './tables.ts';
import { voidActs } from './void-acts.ts';

export type Write = { path: Path; value: Answer };
type Writer = 'office' | 'citizen';

/** The clerk writes one answer. After a confirmation this voids it and asks again. */
export async function writeAnswer(office: Office, actor: StaffActor, caseId: string, write: Write): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    stateAfter('prepare', row.state);
    const answers = applyWrites(row, row.answers, [write]);
    const paths = changedPaths(row.answers, answers);
    if (paths.length === 0) return row;
    await forgetRemoved(office, tx, row, answers, actor);
    // What the clerk writes he may see; where he cannot see the place, his view stays as it is.
    const seen = setAnswer(serviceOf(row).definition, row.answersForClerk, write.path, write.value);
    const voided = await voidActs(office, tx, row, { actor, because: 'answers' });
    await noteOfficeChange(tx, caseId, paths);
    const change = changeOf(row, answers, seen ?? row.answersForClerk, { by: 'office', paths });
    return saveCase(office, tx, row, { ...change, ...voided });
  });
}

/** The answers after the writes, in their order. Refuses with `answer-unknown`, all or nothing. */
export function applyWrites(row: CaseRow, answers: Answers, writes: readonly Write[]): Answers {
  const { definition } = serviceOf(row);
  let after = answers;
  const unknown: Path[] = [];
  for (const { path, value } of writes) {
    const next = setAnswer(definition, after, path, value);
    if (next) after = next;
    else unknown.push(path);
  }
  if (unknown.length > 0) throw new Refusal('answer-unknown', { fields: unknown });
  return after;
}

/** Everything in the row that follows from the answers. */
export function changeOf(
  row: CaseRow,
  answers: Answers,
  answersForClerk: Answers,
  who: { by: Writer; paths: readonly Path[] },
): CaseChange {
  const service = serviceOf(row);
  // A hidden name is not told through the list of cases either.
  const name = service.firstPersonName(answersForClerk);
  return {
    answers,
    answersForClerk,
    persons: service.personsOf(answers).length,
    name,
    searchKey: searchForm(name),
    awaitedProof: service.awaitedProof(answersForClerk) ?? null,
    changedBy: { ...row.changedBy, ...Object.fromEntries(who.paths.map((path) => [path, markOf(row, path, who.by)])) },
    unrecorded: { ...row.unrecorded, [who.by]: [...new Set([...(row.unrecorded[who.by] ?? []), ...who.paths])] },
  };
}

/** What the citizen put into an empty place is his own and no change of something that stood there. */
function markOf({ changedBy, answers }: CaseRow, path: Path, by: Writer): 'office' | 'citizen' | 'added' {
  if (by === 'office') return 'office';
  const before = changedBy[path];
  if (before === 'added' || before === 'citizen') return before;
  return answerAt(answers, path) === undefined ? 'added' : 'citizen';
}

/** Says in the evidence which answers changed since it was last asked: once for each writer, paths only as a hash. */
export async function recordChanges(
  office: Office,
  tx: Tx,
  row: CaseRow,
  actor: StaffActor | 'citizen',
): Promise<CaseChange> {
  for (const [by, paths] of Object.entries(row.unrecorded)) {
    const details = { by, pathsHash: await saltedHash(row.salt, paths.toSorted()) };
    // Where the tablet asks, several clerks may have written since: the entry then names the office only.
    const writer = by === 'citizen' ? 'citizen' : actor === 'citizen' ? 'system' : actor;
    await appendEvidence(office, tx, { caseId: row.caseId, actor: writer, event: 'answers-changed', details });
  }
  return { unrecorded: {} };
}
