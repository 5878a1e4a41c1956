import { inArray } from 'drizzle-orm';
import { sha256Hex } from '../../../shared/base/bytes.ts';
import type { SealView } from '../../../shared/wire/seals.ts';
import type { Office } from '../../context.ts';
import { sealStatuses } from '../documents/tables.ts';
import { presentSeal } from './present.ts';

export type SealStatus = typeof sealStatuses.$inferSelect;

/** Every seal the office is set up with, the current one first, with the last word of its issuer. */
export async function listSeals(office: Pick<Office, 'db' | 'now' | 'sealer'>): Promise<readonly SealView[]> {
  const seals = await office.sealer.seals();
  const hashes = await Promise.all(seals.map(({ leaf }) => sha256Hex(leaf)));
  const statuses = await office.db.select().from(sealStatuses).where(inArray(sealStatuses.certificateHash, hashes));
  return seals.map((seal, at) => {
    const status = statuses.find(({ certificateHash }) => certificateHash === hashes[at]);
    return presentSeal(seal, status, office.now());
  });
}
