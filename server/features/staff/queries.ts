import { and, asc, eq, gt } from 'drizzle-orm';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { hashToken } from '../../tokens.ts';
import { staff, type StaffRow, staffSessions } from './tables.ts';

export const listStaff = (tx: Tx): Promise<StaffRow[]> => tx.select().from(staff).orderBy(asc(staff.name));

/** Whom the demo office offers to sign in as. */
export const listDemoStaff = (tx: Tx): Promise<StaffRow[]> =>
  tx.select().from(staff).where(eq(staff.isDemo, true)).orderBy(asc(staff.name));

export async function findStaff(tx: Tx, staffId: string): Promise<StaffRow | undefined> {
  const [row] = await tx.select().from(staff).where(eq(staff.staffId, staffId));
  return row;
}

/** Who holds the token, while the session lasts. */
export async function findStaffSession(
  office: Office,
  token: string,
): Promise<(StaffActor & { until: Date }) | undefined> {
  const [found] = await office.db
    .select({
      staffId: staff.staffId,
      role: staff.role,
      sessionId: staffSessions.sessionId,
      until: staffSessions.endsAt,
    })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.staffId, staffSessions.staffId))
    .where(and(eq(staffSessions.tokenHash, hashToken(token)), gt(staffSessions.endsAt, office.now())));
  return found && { kind: 'staff', ...found };
}
