import type { InferOutput } from 'valibot';
import { toInstant } from '../../../shared/base/instant.ts';
import type { DeskView, DeviceView, ListedDeviceView } from '../../../shared/wire/devices.ts';
import type { StaffActor } from '../../context.ts';
import { may } from './policy.ts';
import type { ListedDevice } from './queries.ts';
import type { DeskRow, DeviceRow } from './tables.ts';

export const presentDesk = ({ deskId, name, site }: DeskRow): InferOutput<typeof DeskView> => ({ deskId, name, site });

export const presentDevice = (row: DeviceRow): InferOutput<typeof DeviceView> => ({
  deviceId: row.deviceId,
  number: presentNumber(row.number),
  name: row.name,
  deskId: row.deskId,
  thumbprint: row.thumbprint,
  state: row.state,
  pairedAt: toInstant(row.pairedAt),
  lastSeenAt: row.lastSeenAt && toInstant(row.lastSeenAt),
});

/** In the list whoever may block tablets also sees who let them in; colleagues are no one else's business. */
export const presentListed = (
  { device, inviter }: ListedDevice,
  { role }: Pick<StaffActor, 'role'>,
): InferOutput<typeof ListedDeviceView> => ({
  ...presentDevice(device),
  invited: may.seeInviter.some((one) => one === role)
    ? { staffId: device.invitedBy, name: inviter ?? device.invitedBy, at: toInstant(device.invitedAt) }
    : null,
});

/** Four digits, as they stand in a Vorgangsnummer. */
export const presentNumber = (number: number): string => String(number).padStart(4, '0');
