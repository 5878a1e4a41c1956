import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import type { Path } from '../../../shared/forms/answers.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { type SittingRow, sittings } from '../signing/tables.ts';
import { findTabletOf } from './tablets.ts';
import type { CaseRow } from './tables.ts';

/** A citizen's turn at the tablet, as far as the desk takes part in it. */

/** Undefined before anybody has begun. */
export async function findSitting(tx: Tx, caseId: string): Promise<SittingRow | undefined> {
  const [row] = await tx.select().from(sittings).where(eq(sittings.caseId, caseId));
  return row;
}

/** Taken back while somebody was filling in: what is typed there at this moment may still arrive for a while. */
export async function noteRecall(office: Office, tx: Tx, { caseId, deskId, state }: CaseRow): Promise<void> {
  const tablet = deskId === null || state !== 'filling' ? undefined : await findTabletOf(tx, deskId);
  const gone = tablet
    ? { recalledAt: toInstant(office.now()), recalledFrom: tablet.deviceId }
    : { recalledAt: null, recalledFrom: null };
  await tx
    .update(sittings)
    .set({ ...gone, awaitsOffice: false, officeChanged: [] })
    .where(eq(sittings.caseId, caseId));
}

/** After the recall the clerk has the say about every field he touches. */
export async function noteOfficeChange(tx: Tx, caseId: string, paths: readonly Path[]): Promise<void> {
  await tx
    .update(sittings)
    .set({ officeChanged: sql`${sittings.officeChanged} || ${JSON.stringify(paths)}::jsonb` })
    .where(and(eq(sittings.caseId, caseId), isNotNull(sittings.recalledAt)));
}
