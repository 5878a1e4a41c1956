import { and, eq, isNull, sql } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { makeId } from '../../tokens.ts';
import { documents } from '../documents/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { expectAllConfirmed, expectMarksNoted } from './confirmations.ts';
import { expectCopy } from './copy-owed.ts';
import { awaitsAct, eraseCase } from './erase.ts';
import { isPossible, stateAfter } from './lifecycle.ts';
import { findCase } from './queries.ts';
import { lockCase, openTask, saveCase } from './record.ts';
import { serviceOf } from './service-of.ts';
import { type CaseRow, tasks } from './tables.ts';

/** What the clerk decides once everybody has confirmed. */

/**
 * Accepts the declaration. Commits together with the job that seals it, so that an accepted case always gets its
 * document. Refuses with `confirmation-missing` and `mark-note-missing`. Repeating it changes nothing.
 */
export async function acceptCase(office: Office, actor: StaffActor, caseId: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row.state === 'accepted' || row.state === 'sealed') return row;
    const state = stateAfter('accept', row.state);
    const { declarationHash } = await expectAllConfirmed(tx, row);
    await expectMarksNoted(tx, row);
    const { revision } = row;
    await appendEvidence(office, tx, {
      caseId,
      actor,
      event: 'accepted',
      details: { revision: String(revision), declarationHash },
    });
    for (const { kind, path } of serviceOf(row).tasksOf(row.answers))
      await openTask(office, tx, { caseId, kind, path });
    const documentId = await orderDocument(office, tx, row, 'declaration');
    await office.jobs.send(tx, 'seal-document', { caseId, documentId });
    return saveCase(office, tx, row, { state });
  });
}

/** The clerk has made the entry in the register; from it the Meldebestätigung is made (§ 24 Abs. 2 BMG). */
export async function noteEntry(office: Office, actor: StaffActor, caseId: string): Promise<CaseRow> {
  const before = await findCase(office.db, caseId);
  if (before.state !== 'entered') {
    stateAfter('enter', before.state);
    // Outside the transaction: the register is another system. It takes a Vorgangsnummer once, so a repeated try
    // enters nothing twice, and what was sealed does not change any more.
    const { number, service, answers } = before;
    await office.register.enter({ number, service, answers, on: toInstant(office.now()) });
  }
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row.state === 'entered') return row;
    const state = stateAfter('enter', row.state);
    await appendEvidence(office, tx, {
      caseId,
      actor,
      event: 'entry-made',
      details: { revision: String(row.revision) },
    });
    const documentId = await orderDocument(office, tx, row, 'meldebestaetigung');
    await office.jobs.send(tx, 'make-meldebestaetigung', { caseId, documentId });
    return saveCase(office, tx, row, { state });
  });
}

/**
 * Ends the case. After the entry only when the Meldebestätigung is there (`document-pending`, `document-failed`). What
 * is still to do stays open, with its own last day where it has one; the case is found by it. One that nobody confirmed
 * is erased, at once or, while a confirmation may still be on its way, within `abandonedHours`. Repeating it changes
 * nothing.
 */
export async function finishCase(office: Office, actor: StaffActor, caseId: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row.state === 'finished') return row;
    const state = stateAfter('finish', row.state);
    if (row.state === 'entered') await expectSealed(tx, row);
    if (isPossible('copy', row.state)) await expectCopy(office, tx, row);
    await appendEvidence(office, tx, { caseId, actor, event: 'ended', details: { how: `finished-${row.state}` } });
    const isAbandoned = row.state !== 'entered' && !(await awaitsAct(office, tx, row));
    const erased = isAbandoned ? await eraseCase(office, tx, row, { actor, because: 'ended' }) : {};
    return saveCase(office, tx, row, { ...erased, state, deskId: null });
  });
}

/** Ticks a task off. Repeating it changes nothing. */
export async function finishTask(
  office: Office,
  actor: StaffActor,
  { caseId, taskId }: { caseId: string; taskId: string },
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const own = and(eq(tasks.caseId, caseId), eq(tasks.taskId, taskId));
    const [task] = await tx.select().from(tasks).where(own);
    if (!task) throw new Refusal('not-found');
    if (task.doneAt !== null) return row;
    const done = { doneAt: toInstant(office.now()), doneBy: actor.staffId };
    await tx
      .update(tasks)
      .set(done)
      .where(and(own, isNull(tasks.doneAt)));
    return saveCase(office, tx, row, {});
  });
}

/** The place of a document that a job is going to fill. */
async function orderDocument(
  office: Office,
  tx: Tx,
  row: CaseRow,
  kind: 'declaration' | 'meldebestaetigung',
): Promise<string> {
  const documentId = makeId(office);
  const { caseId, revision } = row;
  const place = {
    caseId,
    documentId,
    kind,
    revision,
    state: 'pending',
    copies: 0,
    at: toInstant(office.now()),
  } as const;
  await tx.insert(documents).values(place);
  return documentId;
}

/** The Meldebestätigung is there, or it was withdrawn for good. One that was given up is made again first. */
async function expectSealed(tx: Tx, { caseId, revision }: CaseRow): Promise<void> {
  const own = [eq(documents.caseId, caseId), eq(documents.kind, 'meldebestaetigung'), eq(documents.revision, revision)];
  const [made] = await tx
    .select({ state: documents.state })
    .from(documents)
    .where(and(...own))
    .orderBy(sql`${documents.withdrawnAt} nulls first`)
    .limit(1);
  if (made?.state === 'sealed') return;
  throw new Refusal(made?.state === 'failed' ? 'document-failed' : 'document-pending');
}
