import { and, eq, isNull } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { lockCase, openTask, saveCase } from '../cases/record.ts';
import { type CaseRow, tasks } from '../cases/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { highest, levelOf } from './confirmed-level.ts';
import { makers } from './makers.ts';
import { findDocument } from './queries.ts';
import { isRenewalDue } from './renewals.ts';
import { type DocumentRow, documents } from './tables.ts';

/**
 * A document that could not be made: after its last try somebody is told and may ask for another round. The bytes that
 * were kept before sealing are the ones that are sealed then.
 */

/** The queue gave a job up. What it was for is no longer promised, and becomes a task. */
export async function giveUpDocument(office: Office, of: { caseId: string; documentId: string }): Promise<void> {
  const { caseId, documentId } = of;
  const givenUpAt = toInstant(office.now());
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const document = await findDocument(tx, documentId);
    if (document?.state === 'pending') {
      const problem = document.problem ?? 'not-finished';
      const failed = { state: 'failed', problem, givenUpAt } as const;
      await tx.update(documents).set(failed).where(eq(documents.documentId, documentId));
      const details = { documentId, because: problem };
      await appendEvidence(office, tx, { caseId, actor: 'system', event: 'document-failed', details });
    } else {
      if (!document || !isGrowing(office, document)) return;
      await tx.update(documents).set({ givenUpAt }).where(eq(documents.documentId, documentId));
    }
    const kind = document.state === 'pending' ? 'document-failed' : 'level-unconfirmed';
    await openTask(office, tx, { caseId, kind, path: documentId });
    await saveCase(office, tx, row, {});
  });
}

/**
 * Orders the document anew, or what its seal still lacks. Where nothing was given up it
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
    if (document.givenUpAt === null) return row;
    const isFailed = document.state === 'failed';
    const again = { givenUpAt: null, problem: null, ...(isFailed && { state: 'pending' as const }) };
    await tx.update(documents).set(again).where(eq(documents.documentId, documentId));
    await appendEvidence(office, tx, { caseId, actor, event: 'document-retried', details: { documentId } });
    await settleTasks(office, tx, document, actor.staffId);
    const job = isFailed ? makers[document.kind] : 'raise-level';
    await office.jobs.send(tx, job, { caseId, documentId });
    return saveCase(office, tx, row, {});
  });
}

/** Sealed, and not yet as provable as it is to be, or in need of a fresh time stamp. */
const isGrowing = (office: Office, document: DocumentRow): boolean =>
  document.state === 'sealed' && (levelOf(document) !== highest || isRenewalDue(office, document));

/** Whatever somebody had to do about this document is done, or begun anew. */
export async function settleTasks(office: Office, tx: Tx, document: DocumentRow, doneBy: string): Promise<void> {
  await tx
    .update(tasks)
    .set({ doneAt: toInstant(office.now()), doneBy })
    .where(openTaskOf(document));
}

const openTaskOf = ({ caseId, documentId }: DocumentRow) =>
  and(eq(tasks.caseId, caseId), eq(tasks.path, documentId), isNull(tasks.doneAt));
