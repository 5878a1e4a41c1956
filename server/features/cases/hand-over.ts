import { eq } from 'drizzle-orm';
import { Refusal } from '../../../shared/base/refusal.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { desks } from '../devices/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { expectCopy } from './copy-owed.ts';
import { expectIdentified } from './identifications.ts';
import { endLease, findOpenLease } from './leases.ts';
import { isPossible, stateAfter } from './lifecycle.ts';
import { lockCase, saveCase } from './record.ts';
import { signersOf } from './signers.ts';
import { noteRecall } from './sittings.ts';
import { findTabletOf, isReachable, joinDevice } from './tablets.ts';
import { type CaseRow, cases } from './tables.ts';
import { stateBack, voidActs } from './void-acts.ts';
import { recordChanges } from './write-answers.ts';

/** How a case gets to the tablet of a desk and back. */

/**
 * Hands the case over. Refuses with `identification-missing`, `desk-without-tablet` and `desk-busy`; of two clerks who
 * hand over at once one is refused.
 */
export async function handOver(office: Office, actor: StaffActor, caseId: string, deskId: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row.state === 'handed-over' && row.deskId === deskId) return row;
    const state = stateAfter('hand-over', row.state);
    await expectFreeDesk(tx, deskId);
    const tablet = await findTabletOf(tx, deskId);
    if (!tablet) throw new Refusal('desk-without-tablet');
    // Of what the clerk does not see yet he does not learn through a refusal either; the review asks again.
    await expectIdentified(tx, row, await signersOf(office, tx, { ...row, answers: row.answersForClerk }));
    const recorded = await recordChanges(office, tx, row, actor);
    await joinDevice(office, tx, caseId, tablet);
    const details = { desk: deskId, thumbprint: tablet.thumbprint };
    await appendEvidence(office, tx, { caseId, actor, event: 'handed-over', details });
    // From here on what the citizen changes counts as his.
    const changedBy = Object.fromEntries(Object.entries(row.changedBy).filter(([, by]) => by === 'office'));
    // Somebody else may sit there this time: who assured before does not assure for him (§ 23 Abs. 4 BMG).
    const entitlementAssuredAt = null;
    return saveCase(office, tx, row, {
      ...recorded,
      state,
      deskId,
      lastDeskId: deskId,
      changedBy,
      entitlementAssuredAt,
    });
  });
}

/**
 * Takes the case back, openly: the tablet is told. A frozen revision comes back only while its tablet answers
 * (`tablet-unreachable` otherwise). After the confirmation this ends the citizen's turn at the tablet.
 */
export async function recallCase(office: Office, actor: StaffActor, caseId: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (isPossible('clear-desk', row.state)) return row.deskId === null ? row : clearDesk(office, tx, actor, row);
    const state = stateAfter('recall', row.state);
    const lease = await findOpenLease(tx, caseId);
    if (lease && !(await isReachable(office, tx, lease.deviceId))) throw new Refusal('tablet-unreachable');
    if (lease) await endLease(office, tx, lease, 'recalled');
    const details: Record<string, string> = row.state === 'reviewing' ? { revision: String(row.revision) } : {};
    await appendEvidence(office, tx, { caseId, actor, event: 'recalled', details });
    await noteRecall(office, tx, row);
    return saveCase(office, tx, row, { state, deskId: null });
  });
}

/** The lead frees a case that is leased to a tablet nobody can reach. What the tablet still sends is kept and told. */
export async function overrideLease(office: Office, actor: StaffActor, caseId: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const state = stateAfter('override', row.state);
    const lease = await findOpenLease(tx, caseId);
    if (lease && (await isReachable(office, tx, lease.deviceId))) throw new Refusal('tablet-reachable');
    if (lease) await endLease(office, tx, lease, 'overridden');
    const details = { revision: String(row.revision) };
    await appendEvidence(office, tx, { caseId, actor, event: 'lease-overridden', details });
    return saveCase(office, tx, row, { state, deskId: null });
  });
}

/** The clerk does not accept: the confirmations are void, and the citizen reads why. */
export async function returnCase(office: Office, actor: StaffActor, caseId: string, reason: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    stateBack(row);
    const recorded = await recordChanges(office, tx, row, actor);
    const details = { reasonHash: await saltedHash(row.salt, reason) };
    await appendEvidence(office, tx, { caseId, actor, event: 'returned', details });
    const voided = await voidActs(office, tx, row, { actor, because: 'returned' });
    return saveCase(office, tx, row, { ...recorded, ...voided, returnedBecause: reason });
  });
}

async function clearDesk(office: Office, tx: Tx, actor: StaffActor, row: CaseRow): Promise<CaseRow> {
  await appendEvidence(office, tx, { caseId: row.caseId, actor, event: 'ended', details: { how: 'by-clerk' } });
  await expectCopy(office, tx, row);
  return saveCase(office, tx, row, { deskId: null });
}

/** Holds the desk until the transaction ends, so that nobody else hands over to it meanwhile. */
async function expectFreeDesk(tx: Tx, deskId: string): Promise<void> {
  const [desk] = await tx.select().from(desks).where(eq(desks.deskId, deskId)).for('no key update');
  if (!desk) throw new Refusal('not-found');
  const [other] = await tx.select({ number: cases.number }).from(cases).where(eq(cases.deskId, deskId));
  if (other) throw new Refusal('desk-busy', { number: other.number });
}
