import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { caseKeys, documents, replacedSeals } from '../documents/tables.ts';
import { appendEvidence, type Happening } from '../evidence/actions.ts';
import { leases, revisions, sittings } from '../signing/tables.ts';
import type { CaseChange } from './record.ts';
import { type CaseRow, identifications, registerFinds, signers, tasks } from './tables.ts';

/**
 * "What was abandoned is deleted" (signing.md 3, step 3). Of a case that ended without a confirmation its number, its
 * states and its evidence stay: ids, and hashes whose salt is destroyed here. Files go with their key. That it was erased
 * is written outside of the database too, so that no backup brings it back. What the law keeps of the look-up in the
 * register stays for its twelve months (`register-log.ts`).
 */
export async function eraseCase(
  office: Pick<Office, 'now' | 'blobs' | 'jobs'>,
  tx: Tx,
  { caseId }: CaseRow,
  why: { actor: Happening['actor']; because: 'ended' | 'untouched' },
): Promise<CaseChange> {
  const erasedAt = toInstant(office.now());
  for (const blobId of await listBlobs(tx, caseId)) await office.blobs.remove(tx, blobId);
  await tx.delete(documents).where(eq(documents.caseId, caseId));
  await tx.delete(caseKeys).where(eq(caseKeys.caseId, caseId));
  await tx.delete(signers).where(eq(signers.caseId, caseId));
  await tx.delete(identifications).where(eq(identifications.caseId, caseId));
  await tx.delete(sittings).where(eq(sittings.caseId, caseId));
  await tx.delete(registerFinds).where(eq(registerFinds.caseId, caseId));
  // Leases, and confirmations that were voided, go with what they confirmed.
  await tx.delete(revisions).where(eq(revisions.caseId, caseId));
  const open = and(eq(tasks.caseId, caseId), isNull(tasks.doneAt));
  await tx.update(tasks).set({ doneAt: erasedAt, doneBy: 'system' }).where(open);
  await appendEvidence(office, tx, { caseId, actor: why.actor, event: 'erased', details: { because: why.because } });
  await office.jobs.send(tx, 'log-deletion', { caseId });
  return { ...nothing, erasedAt };
}

/** Every file of the case, those of replaced seals too. */
export async function listBlobs(tx: Tx, caseId: string): Promise<readonly string[]> {
  const papers = await tx.select().from(documents).where(eq(documents.caseId, caseId));
  const ids = papers.map(({ documentId }) => documentId);
  const replaced = await tx.select().from(replacedSeals).where(inArray(replacedSeals.documentId, ids));
  const kept = papers.flatMap(({ blob, unsealedBlob }) => [blob, unsealedBlob]);
  return [...kept, ...replaced.map(({ blob }) => blob)].filter((blobId) => blobId !== null);
}

const nothing = {
  answers: {},
  answersForClerk: {},
  registerKey: null,
  registerAnswers: null,
  changedBy: {},
  unrecorded: {},
  name: '',
  searchKey: '',
  awaitedProof: null,
  returnedBecause: null,
  declinedNote: null,
  // With them nobody can try out whose answers, or whose record, a hash in the evidence belongs to.
  salt: '',
  openedWith: '',
} as const satisfies CaseChange;

/**
 * Whether a confirmation may still be on its way, from a tablet without network whose case was taken back; or one came
 * and somebody has to clear it up. Such a case is erased later.
 */
export async function awaitsAct(office: Office, tx: Tx, { caseId }: CaseRow): Promise<boolean> {
  const since = toInstant(abandonedBefore(office));
  const takenBack = inArray(leases.ended, ['recalled', 'overridden', 'expired']);
  const [lease] = await tx
    .select({ leaseId: leases.leaseId })
    .from(leases)
    .where(and(eq(leases.caseId, caseId), takenBack, gt(leases.endedAt, since)))
    .limit(1);
  const [task] = await tx
    .select({ taskId: tasks.taskId })
    .from(tasks)
    .where(and(eq(tasks.caseId, caseId), unclear))
    .limit(1);
  return lease !== undefined || task !== undefined;
}

/** A confirmation that came late and that nobody has cleared up. */
export const unclear = and(eq(tasks.kind, 'act-after-recall'), isNull(tasks.doneAt));

export const abandonedBefore = (office: Office): Date =>
  new Date(office.now().getTime() - limits.abandonedHours * 3_600_000);
