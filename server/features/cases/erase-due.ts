import { asc, eq, lt } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { evidenceEntries, evidenceHeads } from '../evidence/tables.ts';
import { listBlobs } from './erase.ts';
import { cases, registerFinds } from './tables.ts';

/**
 * The end of retention (signing.md 7): so many years after the end of the year in which a case was opened, whatever it
 * was, answers, documents, keys, salt and entries go. What stays is its hashed leaves in the trees of closed days: they
 * say nothing about anybody, and every other case's proof needs them. Only the role of the retention may do this.
 */
export async function deleteDueCases(office: Office): Promise<void> {
  const due = await office.db
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(lt(cases.openedAt, keptSince(office)))
    .orderBy(asc(cases.openedAt))
    .limit(limits.erasedAtOnce);
  // Written first: what is due is due, and a fault after this leaves the case to the next night.
  const at = toInstant(office.now());
  await office.deletionLog.note(due.map(({ caseId }) => ({ what: 'case', id: caseId, at, rule: 'retention' })));
  for (const { caseId } of due)
    // One case that resists keeps no other from being deleted.
    await office.retentionDb
      .transaction((tx) => deleteCase(office, tx, caseId))
      .catch((error: unknown) => office.log.error({ err: error, caseId }, 'a case that is due was not deleted'));
}

/** Everything that hangs on a case and the case itself; what has a foreign key to it goes along. */
export async function deleteCase(office: Pick<Office, 'blobs'>, tx: Tx, caseId: string): Promise<void> {
  for (const blobId of await listBlobs(tx, caseId)) await office.blobs.remove(tx, blobId);
  await tx.delete(registerFinds).where(eq(registerFinds.caseId, caseId));
  await tx.delete(cases).where(eq(cases.caseId, caseId));
  await tx.delete(evidenceHeads).where(eq(evidenceHeads.caseId, caseId));
  await tx.delete(evidenceEntries).where(eq(evidenceEntries.caseId, caseId));
}

/** What was opened before is due: a year counts when it is over (UTC; an hour says nothing after years). */
const keptSince = ({ now, settings }: Office): string =>
  toInstant(new Date(Date.UTC(now().getUTCFullYear() - settings.retentionYears, 0, 1)));
