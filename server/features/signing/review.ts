import { and, eq } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { limits } from '../../../shared/base/limits.ts';
import { sha256Hex, utf8 } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { buildDeclaration } from '../../../shared/declaration/build.ts';
import { canonical } from '../../../shared/declaration/canonical.ts';
import type { Assistance } from '../../../shared/declaration/declaration.ts';
import { comparingCode, hashDeclaration } from '../../../shared/declaration/hash.ts';
import type { Lease } from '../../../shared/wire/counter.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { makeId, makeToken } from '../../tokens.ts';
import { findRevision } from '../cases/confirmations.ts';
import { expectIdentified, listIdentifications } from '../cases/identifications.ts';
import { endLease, findOpenLease } from '../cases/leases.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { lockCaseAtDesk, saveCase } from '../cases/record.ts';
import { factsOf, serviceOf } from '../cases/service-of.ts';
import { signersOf } from '../cases/signers.ts';
import { findSitting } from '../cases/sittings.ts';
import type { CaseRow } from '../cases/tables.ts';
import { voidActs } from '../cases/void-acts.ts';
import { changeOf, recordChanges } from '../cases/write-answers.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { joinTablet } from './begin.ts';
import { acts, type LeaseRow, leases, type RevisionRow, revisions, sittings } from './tables.ts';

/**
 * Freezes what was filled in as a revision and lends it to the tablet, with the challenge that its acts will carry.
 * The same review asked for again gives the same lease. Refuses with `entitlement-missing`, `identification-missing`
 * and `findings-open`.
 */
export async function startReview(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  assistance: readonly Assistance[],
): Promise<InferOutput<typeof Lease>> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    const running = await findOpenLease(tx, caseId);
    if (running && isGood(office, running, actor)) return presentLease(running, await theRevision(tx, row));
    if (running) await endLease(office, tx, running, 'expired');
    const state = running ? row.state : stateAfter('review', row.state);
    expectComplete(office, row);
    await joinTablet(office, tx, caseId, actor);
    const recorded = await recordChanges(office, tx, row, 'citizen');
    const helped = [...((await findSitting(tx, caseId))?.assistance ?? []), ...assistance];
    // The citizen waits for nothing any more, and what helped him once stays said.
    const said = { assistance: [...new Set(helped)].toSorted(), awaitsOffice: false };
    await tx.update(sittings).set(said).where(eq(sittings.caseId, caseId));
    const { revision, change } = await freeze(office, tx, row, said.assistance);
    const lease = await lend(office, tx, actor, revision);
    // What the clerk was not to see before the end he sees from here on.
    const shown = changeOf(row, row.answers, row.answers, { by: 'citizen', paths: [] });
    await saveCase(office, tx, row, { ...shown, ...recorded, ...change, state, revision: revision.revision });
    return presentLease(lease, revision);
  });
}

/** The citizen goes back to change something. The revision stays frozen; what was confirmed stands until a change. */
export async function leaveReview(office: Office, actor: DeviceActor, caseId: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    if (row.state === 'filling') return row;
    const state = stateAfter('leave-review', row.state);
    const lease = await findOpenLease(tx, caseId);
    if (lease) await endLease(office, tx, lease, 'left');
    const details = { revision: String(row.revision) };
    await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'review-left', details });
    return saveCase(office, tx, row, { state });
  });
}

const isGood = (office: Office, lease: LeaseRow, actor: DeviceActor): boolean =>
  lease.deviceId === actor.deviceId && lease.validUntil > toInstant(office.now());

function expectComplete(office: Office, row: CaseRow): void {
  const service = serviceOf(row);
  if (row.entitlementAssuredAt === null && service.needsEntitlement(row.answers))
    throw new Refusal('entitlement-missing');
  const errors = service.findings(row.answers, factsOf(office, row)).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal('findings-open', { fields: [...new Set(errors.map(({ path }) => path))] });
}

/**
 * The same content is the same revision, unless a confirmation of it was voided: whoever confirms again confirms
 * something that can be told from it. Anything else is the next revision and voids what was confirmed before.
 */
async function freeze(office: Office, tx: Tx, row: CaseRow, assistance: readonly Assistance[]) {
  const last = await findRevision(tx, row.caseId, row.revision);
  if (last && !(await hasVoidActs(tx, last))) {
    const again = await declare(office, tx, row, { assistance, revision: last.revision });
    if (again.declarationHash === last.declarationHash) return { revision: last, change: {} };
  }
  const { caseId } = row;
  const fresh = await declare(office, tx, row, { assistance, revision: row.revision + 1 });
  const [revision] = await tx
    .insert(revisions)
    .values({ caseId, revision: row.revision + 1, ...fresh, at: toInstant(office.now()) })
    .returning();
  if (!revision) throw new Error('an insert without a row');
  return { revision, change: await voidActs(office, tx, row, { actor: 'citizen', because: 'review' }) };
}

async function declare(
  office: Office,
  tx: Tx,
  row: CaseRow,
  { assistance, revision }: { assistance: readonly Assistance[]; revision: number },
) {
  const signers = await signersOf(office, tx, row);
  await expectIdentified(tx, row, signers);
  const noted = await listIdentifications(tx, row.caseId);
  const declaration = buildDeclaration(serviceOf(row), row.answers, {
    salt: row.salt,
    definitionHash: row.definitionHash,
    authority: office.settings.authority,
    caseId: row.caseId,
    revision,
    number: row.number,
    channel: row.channel,
    policy: { profile: row.policyProfile, basis: row.policyBasis },
    identification: noted.map(({ person, document, result }) => ({ person, how: 'visual', document, result })),
    assistance,
    locale: row.locale === 'de' ? null : row.locale,
    signers,
  });
  return { declaration: canonical(declaration), declarationHash: await hashDeclaration(declaration) };
}

async function lend(office: Office, tx: Tx, actor: DeviceActor, { caseId, revision, declarationHash }: RevisionRow) {
  const now = office.now();
  const challenge = makeToken(office);
  const validUntil = toInstant(new Date(now.getTime() + limits.leaseChallengeHours * 3_600_000));
  const { deviceId, thumbprint } = actor;
  const [lease] = await tx
    .insert(leases)
    .values({
      leaseId: makeId(office),
      caseId,
      revision,
      deviceId,
      thumbprint,
      challenge,
      since: toInstant(now),
      validUntil,
    })
    .returning();
  if (!lease) throw new Error('an insert without a row');
  const code = comparingCode(declarationHash);
  const challengeHash = await sha256Hex(utf8(challenge));
  const details = { revision: String(revision), declarationHash, comparingCode: code, challengeHash };
  await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'review-started', details });
  return lease;
}

async function hasVoidActs(tx: Tx, { caseId, revision }: RevisionRow): Promise<boolean> {
  const voided = and(eq(acts.caseId, caseId), eq(acts.revision, revision), eq(acts.state, 'void'));
  const [found] = await tx.select({ actId: acts.actId }).from(acts).where(voided).limit(1);
  return found !== undefined;
}

async function theRevision(tx: Tx, { caseId, revision }: CaseRow): Promise<RevisionRow> {
  const row = await findRevision(tx, caseId, revision);
  if (!row) throw new Error(`case ${caseId} has no revision ${revision}`);
  return row;
}

const presentLease = (lease: LeaseRow, { declaration, declarationHash }: RevisionRow): InferOutput<typeof Lease> => ({
  caseId: lease.caseId,
  revision: lease.revision,
  declaration,
  declarationHash,
  comparingCode: comparingCode(declarationHash),
  challenge: lease.challenge,
  validUntil: lease.validUntil,
});
