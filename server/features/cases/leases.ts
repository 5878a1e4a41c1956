import { and, eq, isNull } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { type LeaseEnd, type LeaseRow, leases } from '../signing/tables.ts';

/** A frozen revision is lent to one tablet. There is one open lease of a case at most. */
export async function findOpenLease(tx: Tx, caseId: string): Promise<LeaseRow | undefined> {
  const open = and(eq(leases.caseId, caseId), isNull(leases.endedAt));
  const [lease] = await tx.select().from(leases).where(open);
  return lease;
}

export async function endLease(office: Office, tx: Tx, lease: LeaseRow, ended: LeaseEnd): Promise<void> {
  const how = { ended, endedAt: toInstant(office.now()) };
  await tx.update(leases).set(how).where(eq(leases.leaseId, lease.leaseId));
}
