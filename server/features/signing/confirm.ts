import { and, desc, eq } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { type Act, hashAct } from '../../../shared/declaration/act.ts';
import type { ActReceipt } from '../../../shared/wire/counter.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { declarationOf, findRevision, listValidActs, missingSigners } from '../cases/confirmations.ts';
import { endLease } from '../cases/leases.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { lockCase, openTask, saveCase } from '../cases/record.ts';
import type { CaseRow } from '../cases/tables.ts';
import { devices } from '../devices/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { checkAct, readSentAct, type SentAct } from './check-act.ts';
import { type ActRow, acts, type LeaseRow, leases, type RevisionRow } from './tables.ts';

/**
 * Takes a Bestätigung. The same act sent again is answered the same; the same id with another payload is refused. An
 * act that arrives after its case was taken back is kept, becomes a task, and is refused with `act-after-recall`.
 */
export async function confirmCase(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  sent: SentAct,
): Promise<InferOutput<typeof ActReceipt>> {
  const taken = await office.db.transaction((tx) => takeAct(office, tx, actor, caseId, sent));
  // Refused only now, so that what came late is stored.
  if (taken === 'late') throw new Refusal('act-after-recall');
  return taken;
}

async function takeAct(office: Office, tx: Tx, actor: DeviceActor, caseId: string, sent: SentAct) {
  const row = await lockCase(tx, caseId);
  const own = await listLeases(tx, caseId, actor);
  if (own.length === 0 && (row.deskId !== actor.deskId || actor.isReplaced)) throw new Refusal('not-found');
  const act = await readSentAct(sent, { caseId, tablet: await tabletOf(tx, actor) });
  const known = await findKnown(tx, act);
  if (known) return answerAgain(tx, row, known);

  // The lease whose challenge it answers; without one it is told what is wrong against the lease it has now.
  const lease = own.find(({ challenge }) => challenge === act.challenge) ?? own[0];
  const now = toInstant(office.now());
  const isLate = lease !== undefined && isTooLate(lease, act, { now, isReplaced: actor.isReplaced });
  if (!lease || (lease.endedAt !== null && !isLate)) throw new Refusal('act-revision-outdated');
  const revision = await findRevision(tx, caseId, lease.revision);
  if (!revision) throw new Error(`case ${caseId} has no revision ${lease.revision}`);
  const { declarationHash } = revision;
  const declaration = declarationOf(revision);
  if (isLate) {
    await checkAct(act, sent.drawing, { lease, declarationHash, declaration, now: lease.validUntil, confirmed: [] });
    return keepLate(office, tx, row, act, sent);
  }
  const confirmed = (await listValidActs(tx, caseId, lease.revision)).map(({ signer }) => signer);
  await checkAct(act, sent.drawing, { lease, declarationHash, declaration, now, confirmed });
  return store(office, tx, row, act, { sent, lease, revision });
}

/**
 * The case was taken back meanwhile, the tablet had no network for longer than its challenge lasts, or another one took
 * its place at the desk: nobody knows who sits at this one.
 */
function isTooLate(
  { ended, challenge, validUntil }: LeaseRow,
  act: Act,
  { now, isReplaced }: { now: string; isReplaced: boolean },
): boolean {
  if (challenge !== act.challenge) return false;
  if (ended === null && isReplaced) return true;
  if (ended === 'recalled' || ended === 'overridden') return true;
  return act.offline && (ended === 'expired' || (ended === null && now > validUntil));
}

async function store(
  office: Office,
  tx: Tx,
  row: CaseRow,
  act: Act,
  ground: { sent: SentAct; lease: LeaseRow; revision: RevisionRow },
): Promise<InferOutput<typeof ActReceipt>> {
  const { caseId } = row;
  const { actId, revision, declarationHash, signer, method, drawingHash } = act;
  const { thumbprint } = ground.lease;
  const stored = await insertAct(office, tx, act, ground.sent, { state: 'valid', thumbprint });
  const said = {
    actId,
    actHash: stored.payloadHash,
    revision: String(revision),
    declarationHash,
    signer,
    method,
    thumbprint,
  };
  const details = drawingHash === undefined ? said : { ...said, drawingHash };
  await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'confirmed', details });

  const [nextSigner = null] = await missingSigners(tx, ground.revision);
  const complete = nextSigner === null;
  if (complete) {
    await endLease(office, tx, ground.lease, 'confirmed');
    await office.jobs.send(tx, 'make-copy', { caseId });
  }
  const state = stateAfter(complete ? 'confirm-last' : 'confirm', row.state);
  await saveCase(office, tx, row, { state, ...(complete && { returnedBecause: null }) });
  return { actId, at: stored.at, complete, nextSigner };
}

/** Kept as evidence and as work for somebody, never discarded, and it confirms nothing. */
async function keepLate(office: Office, tx: Tx, row: CaseRow, act: Act, sent: SentAct): Promise<'late'> {
  const { caseId } = row;
  // A tablet that makes one after the other is not let to fill the office's disk and its list of tasks.
  const kept = await tx.$count(acts, and(eq(acts.caseId, caseId), eq(acts.state, 'late')));
  if (kept >= limits.lateActsPerCase) throw new Refusal('act-repeated');
  const { payloadHash, actId, revision } = await insertAct(office, tx, act, sent, { state: 'late', thumbprint: null });
  const details = { actId, actHash: payloadHash, revision: String(revision) };
  await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'act-after-recall', details });
  await openTask(office, tx, { caseId, kind: 'act-after-recall', path: actId });
  await saveCase(office, tx, row, {});
  return 'late';
}

async function insertAct(
  office: Office,
  tx: Tx,
  act: Act,
  { jws, drawing }: SentAct,
  kept: Pick<ActRow, 'state' | 'thumbprint'>,
): Promise<ActRow> {
  const { actId, caseId, revision, signer, method } = act;
  const at = toInstant(office.now());
  const what = { actId, caseId, revision, signer, method, payloadHash: await hashAct(act), jws, at };
  const [row] = await tx
    .insert(acts)
    .values({ ...what, ...kept, drawing: drawing ?? null })
    .returning();
  if (!row) throw new Error('an insert without a row');
  return row;
}

async function findKnown(tx: Tx, act: Act): Promise<ActRow | undefined> {
  const [known] = await tx.select().from(acts).where(eq(acts.actId, act.actId));
  if (known && (known.caseId !== act.caseId || known.payloadHash !== (await hashAct(act))))
    throw new Refusal('same-id-other-content');
  return known;
}

async function answerAgain(tx: Tx, row: CaseRow, known: ActRow): Promise<InferOutput<typeof ActReceipt> | 'late'> {
  if (known.state === 'late') return 'late';
  const revision = await findRevision(tx, row.caseId, known.revision);
  // What was voided meanwhile is not said to count.
  if (known.state === 'void' || !revision) throw new Refusal('act-revision-outdated');
  const [nextSigner = null] = await missingSigners(tx, revision);
  return { actId: known.actId, at: known.at, complete: nextSigner === null, nextSigner };
}

/** Every lease of the case that this tablet holds or held, the latest first. */
const listLeases = (tx: Tx, caseId: string, { deviceId }: DeviceActor): Promise<LeaseRow[]> =>
  tx
    .select()
    .from(leases)
    .where(and(eq(leases.caseId, caseId), eq(leases.deviceId, deviceId)))
    .orderBy(desc(leases.since), desc(leases.leaseId));

async function tabletOf(tx: Tx, { deviceId }: DeviceActor) {
  const [tablet] = await tx.select().from(devices).where(eq(devices.deviceId, deviceId));
  if (!tablet) throw new Error(`device ${deviceId} has a session and no row`);
  return tablet;
}
