import { eq } from 'drizzle-orm';
import type { Office } from '../../context.ts';
import type { Db, Tx } from '../../db/client.ts';
import type { Deletion } from '../../ports/deletion-log.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { deleteCase } from './erase-due.ts';
import { eraseCase } from './erase.ts';
import { saveCase } from './record.ts';
import { cases } from './tables.ts';

type Again = Pick<Office, 'now' | 'blobs' | 'live' | 'deletionLog'>;

/**
 * Deletes once more, in a database that a backup brought back, what was deleted since the backup was made. What the log
 * does not name any more was deleted longer ago than a backup lives. Answers how many cases it was.
 */
export async function repeatDeletions(office: Again, db: Db): Promise<number> {
  let repeated = 0;
  for (const deletion of await office.deletionLog.list())
    if (await db.transaction((tx) => repeat(office, tx, deletion))) repeated += 1;
  return repeated;
}

/** Whether there was anything left to delete. */
async function repeat(office: Again, tx: Tx, { id: caseId, rule }: Deletion): Promise<boolean> {
  const [row] = await tx.select().from(cases).where(eq(cases.caseId, caseId));
  // Opened after the backup was made, or deleted before.
  if (!row || (row.erasedAt !== null && rule !== 'retention')) return false;
  if (rule === 'retention') {
    await deleteCase(office, tx, caseId);
    return true;
  }
  if (row.state !== 'finished')
    await appendEvidence(office, tx, { caseId, actor: 'system', event: 'ended', details: { how: rule } });
  // It stands in the log already.
  const jobs = { send: async () => {} };
  const erased = await eraseCase({ ...office, jobs }, tx, row, { actor: 'system', because: rule });
  await saveCase(office, tx, row, { ...erased, state: 'finished', deskId: null });
  return true;
}
