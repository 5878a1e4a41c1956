import { eq } from 'drizzle-orm';
import type { DeviceActor, Office } from '../../context.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { listValidActs } from '../cases/confirmations.ts';
import { isPossible } from '../cases/lifecycle.ts';
import { findCase } from '../cases/queries.ts';
import { expectAtDesk } from '../cases/record.ts';
import { signersOf } from '../cases/signers.ts';
import { findSitting } from '../cases/sittings.ts';
import { type CaseRow, cases } from '../cases/tables.ts';

/** The case that lies at the tablet's desk, if any. */
async function findCaseAtDesk(office: Office, { deskId, isReplaced }: DeviceActor): Promise<CaseRow | undefined> {
  if (isReplaced) return undefined;
  const [row] = await office.db.select().from(cases).where(eq(cases.deskId, deskId));
  return row;
}

/** The case opened on the tablet. Refuses with `case-not-in-state` before the citizen has begun. */
export async function readCounterCase(office: Office, actor: DeviceActor, caseId: string) {
  const row = await findCase(office.db, caseId);
  expectAtDesk(row, actor);
  if (isPossible('begin', row.state)) throw new Refusal('case-not-in-state', { state: row.state });
  return readAround(office, row);
}

/** What lies on the tablet's desk: the row of the cover, and the whole case once the citizen has begun. */
export async function readDesk(office: Office, actor: DeviceActor) {
  const row = await findCaseAtDesk(office, actor);
  return { row, open: row && !isPossible('begin', row.state) ? await readAround(office, row) : undefined };
}

async function readAround(office: Office, row: CaseRow) {
  const [signers, given, sitting] = await Promise.all([
    signersOf(office, office.db, row),
    listValidActs(office.db, row.caseId, row.revision),
    findSitting(office.db, row.caseId),
  ]);
  return { row, signers, confirmed: given.map(({ signer }) => signer), sitting };
}
export type CounterCaseAndAround = Awaited<ReturnType<typeof readCounterCase>>;
