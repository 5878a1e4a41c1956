import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { Refusal } from '../shared/base/refusal.ts';
import type { Actor, DeviceActor, Office, OfficeEnv, StaffActor } from './context.ts';
import { cookieName } from './cookies.ts';
import { noteContact } from './features/devices/actions.ts';
import { findDeviceSession } from './features/devices/queries.ts';
import { findStaffSession } from './features/staff/queries.ts';
import type { Role } from './http.ts';

/**
 * Who is asking, seen from the route: a browser may hold a clerk's session and a tablet's beside each other (the demo
 * office on one computer does), so only the session of a role that the route admits is looked at.
 */
export async function findActor(c: Context<OfficeEnv>, roles: readonly Role[]): Promise<Actor> {
  if (roles.includes('anyone')) return { kind: 'nobody' };
  const read = (kind: 'staff' | 'device') => getCookie(c, cookieName(kind, c.var.office.settings));
  return await findSession(c.var.office, { staff: read('staff'), device: read('device') }, roles);
}

export type Session = (StaffActor | DeviceActor) & { until: Date };

/** The same for tokens that did not come through Hono, such as those of a WebSocket's upgrade. */
export async function findSession(
  office: Office,
  tokens: { staff: string | undefined; device: string | undefined },
  roles: readonly Role[],
): Promise<Session> {
  const admitted: readonly Role[] = roles.includes('clerk') ? [...roles, 'lead'] : roles;
  const wantsStaff = admitted.some((role) => role !== 'device');
  const staff = wantsStaff && tokens.staff ? await findStaffSession(office, tokens.staff) : undefined;
  if (staff && admitted.includes(staff.role)) return staff;
  const device =
    admitted.includes('device') && tokens.device ? await findDeviceSession(office, tokens.device) : undefined;
  if (device) {
    await noteContact(office, device);
    return device;
  }
  throw new Refusal(
    staff || (!wantsStaff && tokens.staff) || (wantsStaff && tokens.device) ? 'role-forbidden' : 'not-signed-in',
  );
}
