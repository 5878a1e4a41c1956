import { and, eq, isNull } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { isPossible } from './lifecycle.ts';
import { openTask } from './record.ts';
import { type CaseRow, tasks } from './tables.ts';

/**
 * whoever confirmed gets a copy of the declaration (§ 3a Abs. 5 VwVfG). A citizen who leaves without one leaves
 * a task, and the copy is made so that it can be sent or handed out.
 */
export async function expectCopy(office: Office, tx: Tx, row: CaseRow): Promise<void> {
  if (row.copyDeliveredAt !== null || !isPossible('copy', row.state)) return;
  await openTask(office, tx, { caseId: row.caseId, kind: 'copy-not-delivered' });
  await office.jobs.send(tx, 'make-copy', { caseId: row.caseId });
}

/** A copy that arrives later settles the task. */
export async function settleCopy(office: Office, tx: Tx, caseId: string): Promise<void> {
  const open = and(eq(tasks.caseId, caseId), eq(tasks.kind, 'copy-not-delivered'), isNull(tasks.doneAt));
  await tx
    .update(tasks)
    .set({ doneAt: toInstant(office.now()), doneBy: 'system' })
    .where(open);
}
