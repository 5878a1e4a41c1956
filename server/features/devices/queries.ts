import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { hashToken } from '../../tokens.ts';
import { staff } from '../staff/tables.ts';
import { type DeskRow, desks, type DeviceRow, devices, deviceSessions } from './tables.ts';

export const listDesks = (tx: Tx): Promise<DeskRow[]> =>
  tx.select().from(desks).orderBy(asc(desks.site), asc(desks.name));

export async function findDesk(tx: Tx, deskId: string): Promise<DeskRow | undefined> {
  const [row] = await tx.select().from(desks).where(eq(desks.deskId, deskId));
  return row;
}

export type ListedDevice = { device: DeviceRow; inviter: string | null };

/** Every tablet, with the name of who let it in. */
export const listDevices = (tx: Tx): Promise<ListedDevice[]> =>
  tx
    .select({ device: devices, inviter: staff.name })
    .from(devices)
    .leftJoin(staff, eq(staff.staffId, devices.invitedBy))
    .orderBy(asc(devices.number));

export async function findDevice(tx: Tx, deviceId: string): Promise<DeviceRow | undefined> {
  const [row] = await tx.select().from(devices).where(eq(devices.deviceId, deviceId));
  return row;
}

const later = alias(devices, 'later');
/** At a desk the tablet counts that was paired last and is not blocked. */
const hasSuccessor = sql<boolean>`exists (
  select 1 from ${devices} as later
  where ${later.deskId} = ${devices.deskId} and ${later.state} = 'paired'
    and (${later.pairedAt}, ${later.number}) > (${devices.pairedAt}, ${devices.number}))`;

export type DeviceSession = DeviceActor & { until: Date; lastSeenAt: Date | null };

/** The tablet that holds the token, while the session lasts and the tablet is not revoked. */
export async function findDeviceSession(office: Office, token: string): Promise<DeviceSession | undefined> {
  const { deviceId, deskId, thumbprint } = devices;
  const [found] = await office.db
    .select({
      deviceId,
      deskId,
      isReplaced: hasSuccessor,
      thumbprint,
      sessionId: deviceSessions.sessionId,
      until: deviceSessions.endsAt,
      lastSeenAt: devices.lastSeenAt,
    })
    .from(deviceSessions)
    .innerJoin(devices, eq(devices.deviceId, deviceSessions.deviceId))
    .where(
      and(
        eq(deviceSessions.tokenHash, hashToken(token)),
        gt(deviceSessions.endsAt, office.now()),
        eq(devices.state, 'paired'),
      ),
    );
  return found && { kind: 'device', ...found };
}
