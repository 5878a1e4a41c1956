import { eq, lt } from 'drizzle-orm';
import { limits } from '../../../shared/base/limits.ts';
import { makePin } from '../../../shared/base/pin.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Office, StaffActor } from '../../context.ts';
import { hashToken, makeId, makeToken } from '../../tokens.ts';
import { findStaff } from './queries.ts';
import { staff, type StaffRow, staffSessions } from './tables.ts';

/** Signs a person of the demo office in without any proof. In production there is no such thing. */
export async function signInForDemo(office: Office, staffId: string) {
  if (office.settings.mode !== 'demo') throw new Refusal('demo-only');
  const person = await findStaff(office.db, staffId);
  if (!person?.isDemo) throw new Refusal('not-found');
  return { person, ...(await openStaffSession(office, person)) };
}

export async function openStaffSession(office: Office, person: StaffRow): Promise<{ token: string; until: Date }> {
  const token = makeToken(office);
  const openedAt = office.now();
  const endsAt = new Date(openedAt.getTime() + limits.staffSessionHours * 3_600_000);
  await office.db.delete(staffSessions).where(lt(staffSessions.endsAt, openedAt));
  const session = { sessionId: makeId(office), tokenHash: hashToken(token), staffId: person.staffId };
  await office.db.insert(staffSessions).values({ ...session, openedAt, endsAt });
  return { token, until: endsAt };
}

/** Ends the session and with it every open tab's live updates. */
export async function signOut(office: Office, actor: StaffActor): Promise<void> {
  await office.db.transaction(async (tx) => {
    await tx.delete(staffSessions).where(eq(staffSessions.sessionId, actor.sessionId));
    await office.live.endSession(tx, actor.sessionId);
  });
}

/** Sets or replaces the PIN of a colleague; `null` takes it away. The lead hands it over in person. */
export async function setPin(office: Office, staffId: string, pin: string | null): Promise<StaffRow> {
  const stored = pin === null ? null : await makePin(pin, office.randomBytes(16));
  const [changed] = await office.db.update(staff).set({ pin: stored }).where(eq(staff.staffId, staffId)).returning();
  if (!changed) throw new Refusal('not-found');
  return changed;
}
