import { and, desc, eq, sql } from 'drizzle-orm';
import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { type DeviceRow, devices } from '../devices/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { evidenceEntries } from '../evidence/tables.ts';

/** The tablet of a desk: the one paired last, while it is not revoked. */
export async function findTabletOf(tx: Tx, deskId: string): Promise<DeviceRow | undefined> {
  const [row] = await tx
    .select()
    .from(devices)
    .where(and(eq(devices.deskId, deskId), eq(devices.state, 'paired')))
    .orderBy(desc(devices.pairedAt), desc(devices.number))
    .limit(1);
  return row;
}

/** Whether the tablet was heard of lately; only then can a recall be shown on it. */
export async function isReachable(office: Office, tx: Tx, deviceId: string): Promise<boolean> {
  const [row] = await tx.select({ seen: devices.lastSeenAt }).from(devices).where(eq(devices.deviceId, deviceId));
  const silentMs = row?.seen ? office.now().getTime() - row.seen.getTime() : Infinity;
  return silentMs <= limits.tabletSilentSeconds * 1000;
}

/**
 * Copies the pairing of a tablet into the chain of a case it takes part in, once: the acts it signs can then be
 * checked from the evidence alone.
 */
export async function joinDevice(office: Office, tx: Tx, caseId: string, device: DeviceRow): Promise<void> {
  const { thumbprint, deskId: desk } = device;
  const ofDevice = and(
    eq(evidenceEntries.caseId, caseId),
    eq(evidenceEntries.event, 'device-paired'),
    sql`${evidenceEntries.details}->>'thumbprint' = ${thumbprint}`,
    sql`${evidenceEntries.details}->>'desk' = ${desk}`,
  );
  const [known] = await tx.select({ position: evidenceEntries.position }).from(evidenceEntries).where(ofDevice);
  if (known) return;
  const details = { thumbprint, desk, number: String(device.number).padStart(4, '0'), invitedBy: device.invitedBy };
  await appendEvidence(office, tx, { caseId, actor: 'system', event: 'device-paired', details });
}
