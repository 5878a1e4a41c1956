import type { InferOutput } from 'valibot';
import { toInstant } from '../../../shared/base/instant.ts';
import type { DeskView, DeviceView } from '../../../shared/wire/devices.ts';
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

/** Four digits, as they stand in a Vorgangsnummer. */
export const presentNumber = (number: number): string => String(number).padStart(4, '0');
