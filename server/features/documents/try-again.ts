import { and, eq, isNull } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { JobName, Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { lockCase, openTask, saveCase } from '../cases/record.ts';
import { type CaseRow, tasks } from '../cases/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { findDocument } from './queries.ts';
import { type DocumentRow, documents } from './tables.ts';

/**
 * A document that could not be made: after its last try somebody is told and may ask for another round. The bytes that
 * were kept before sealing are the ones that are sealed then.
 */

/** The queue gave a job up. What it was for is no longer promised, and becomes a task. */
export async function giveUpDocument(office: Office, of: { caseId: string; documentId: string }): Promise<void> {
  const { caseId, documentId } = of;
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const document = await findDocument(tx, documentId);
    if (document?.state === 'pending') {
      const problem = document.problem ?? 'not-finished';
      await tx.update(documents).set({ state: 'failed', problem }).where(eq(documents.documentId, documentId));
      const details = { documentId, because: problem };
      await appendEvidence(office, tx, { caseId, actor: 'system', event: 'document-failed', details });
    } else if (!document || !isUnconfirmed(document)) return;
    const kind = document.state === 'pending' ? 'document-failed' : 'level-unconfirmed';
    await openTask(office, tx, { caseId, kind, path: documentId });
    await saveCase(office, tx, row, {});
  });
}

/**
 * Orders the document anew, or another look at a seal whose level nobody could confirm. Where nothing was given up it
 * changes nothing, so repeating it is safe.
 */
export async function tryAgain(
  office: Office,
  actor: StaffActor,
  { caseId, documentId }: { caseId: string; documentId: string },
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const document = await findDocument(tx, documentId);
    if (document?.caseId !== caseId) throw new Refusal('not-found');
    const job = await jobFor(tx, document);
    if (job === undefined) return row;
    if (document.state === 'failed')
      await tx.update(documents).set({ state: 'pending', problem: null }).where(eq(documents.documentId, documentId));
    await appendEvidence(office, tx, { caseId, actor, event: 'document-retried', details: { documentId } });
    await settleTasks(office, tx, document, actor.staffId);
    await office.jobs.send(tx, job, { caseId, documentId });
    return saveCase(office, tx, row, {});
  });
}

/** Undefined where there is nothing to try again. */
async function jobFor(tx: Tx, document: DocumentRow): Promise<JobName | undefined> {
  if (document.state === 'failed') return makers[document.kind];
  if (!isUnconfirmed(document)) return undefined;
  const [task] = await tx.select({ taskId: tasks.taskId }).from(tasks).where(openTaskOf(document));
  return task && 'confirm-level';
}

const makers: Readonly<Record<DocumentRow['kind'], JobName>> = {
  declaration: 'seal-document',
  meldebestaetigung: 'make-meldebestaetigung',
  'evidence-report': 'make-evidence-report',
  // These two are never ordered before they are there, so neither fails.
  copy: 'make-copy',
  'paper-scan': 'make-copy',
};

export const isUnconfirmed = ({ state, level }: DocumentRow): boolean => state === 'sealed' && level === 'unconfirmed';

/** Whatever somebody had to do about this document is done, or begun anew. */
export async function settleTasks(office: Office, tx: Tx, document: DocumentRow, doneBy: string): Promise<void> {
  await tx
    .update(tasks)
    .set({ doneAt: toInstant(office.now()), doneBy })
    .where(openTaskOf(document));
}

const openTaskOf = ({ caseId, documentId }: DocumentRow) =>
  and(eq(tasks.caseId, caseId), eq(tasks.path, documentId), isNull(tasks.doneAt));
