import { inArray } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import type { EvidenceNames } from '../../../shared/wire/cases.ts';
import type { Tx } from '../../db/client.ts';
import { desks, devices } from '../devices/tables.ts';
import { staff } from '../staff/tables.ts';
import type { EvidenceRow } from './tables.ts';

/**
 * The names of the people, tablets and desks that the entries name by id, as they are called today. They are for
 * whoever reads at the desk and never part of the chain, which names nobody.
 */
export async function namesIn(tx: Tx, entries: readonly EvidenceRow[]): Promise<InferOutput<typeof EvidenceNames>> {
  const inDetails = (detail: string) => entries.flatMap(({ details }) => details[detail] ?? []);
  const people = [...entries.flatMap(({ actor }) => idIn(actor)), ...inDetails('invitedBy')];
  const [known, tablets, places] = await Promise.all([
    tx.select().from(staff).where(inArray(staff.staffId, people)),
    tx
      .select()
      .from(devices)
      .where(inArray(devices.thumbprint, inDetails('thumbprint'))),
    tx
      .select()
      .from(desks)
      .where(inArray(desks.deskId, inDetails('desk'))),
  ]);
  return {
    staff: Object.fromEntries(known.map(({ staffId, name }) => [staffId, name])),
    devices: Object.fromEntries(tablets.flatMap((tablet) => keysOf(tablet).map((key) => [key, tablet.name]))),
    desks: Object.fromEntries(places.map(({ deskId, name, site }) => [deskId, `${name}, ${site}`])),
  };
}

/** `clerk:demo-clerk-1` names somebody, `citizen` and `system` nobody. */
const idIn = (actor: string): readonly string[] => actor.split(':').slice(1);

const keysOf = ({ deviceId, thumbprint }: { deviceId: string; thumbprint: string }) => [deviceId, thumbprint];
