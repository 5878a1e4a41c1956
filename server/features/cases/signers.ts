import { asc, eq } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import type { Signer } from '../../../shared/declaration/declaration.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { hashOf } from '../../../shared/declaration/hash.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { SetSigners } from '../../../shared/wire/cases.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { stateAfter } from './lifecycle.ts';
import { lockCase, saveCase } from './record.ts';
import { factsOf, serviceOf } from './service-of.ts';
import { type CaseRow, signers } from './tables.ts';
import { voidActs } from './void-acts.ts';

/**
 * Who has to confirm, in the order they are asked: whom the clerk set, otherwise whom the service suggests for these
 * answers. The name of a declared person is always the declared one.
 */
export async function signersOf(office: Office, tx: Tx, row: CaseRow): Promise<readonly Signer[]> {
  if (row.erasedAt !== null) return [];
  const set = await tx.select().from(signers).where(eq(signers.caseId, row.caseId)).orderBy(asc(signers.position));
  const service = serviceOf(row);
  if (set.length === 0) return service.signerSuggestions(row.answers, factsOf(office, row));
  const names = new Map(service.personsOf(row.answers).map(({ id, name }) => [id, name] as const));
  return set.map(({ signer, role, name }) => ({ id: signer, role, name: names.get(signer) || name }));
}

/** The clerk says who has to confirm. After a confirmation this voids it and asks again. */
export async function setSigners(
  office: Office,
  actor: StaffActor,
  caseId: string,
  wish: InferOutput<typeof SetSigners>,
): Promise<CaseRow> {
  if (new Set(wish.signers.map(({ id }) => id)).size < wish.signers.length) throw new Refusal('signers-ambiguous');
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    stateAfter('prepare', row.state);
    const before = await signersOf(office, tx, row);
    await tx.delete(signers).where(eq(signers.caseId, caseId));
    const rows = wish.signers.map(({ id, role, name }, position) => ({ caseId, signer: id, role, name, position }));
    await tx.insert(signers).values(rows);
    const after = await signersOf(office, tx, row);
    if ((await hashOf(before)) === (await hashOf(after))) return row;
    const details = { count: String(after.length), signersHash: await saltedHash(row.salt, after) };
    await appendEvidence(office, tx, { caseId, actor, event: 'signers-set', details });
    return saveCase(office, tx, row, await voidActs(office, tx, row, { actor, because: 'signers' }));
  });
}
