import { and, eq, inArray } from 'drizzle-orm';
import { Refusal } from '../../../shared/base/refusal.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Actor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { serviceOf } from './service-of.ts';
import { type CaseRow, identifications, signers } from './tables.ts';

/**
 * What the office noted about people who are no longer in the case goes with them: whoever takes their place in the
 * list is somebody else. Refuses with `last-person`.
 */
export async function forgetRemoved(
  office: Office,
  tx: Tx,
  row: CaseRow,
  after: Answers,
  actor: Actor | 'citizen',
): Promise<void> {
  const { caseId } = row;
  const service = serviceOf(row);
  const left = service.personsOf(after).map(({ id }) => id);
  if (left.length === 0) throw new Refusal('last-person');
  const gone = service.personsOf(row.answers).flatMap(({ id }) => (left.includes(id) ? [] : [id]));
  if (gone.length === 0) return;
  await tx
    .delete(identifications)
    .where(and(eq(identifications.caseId, caseId), inArray(identifications.person, gone)));
  const removed = await tx
    .delete(signers)
    .where(and(eq(signers.caseId, caseId), inArray(signers.signer, gone)))
    .returning();
  if (removed.length === 0) return;
  const others = await tx.select().from(signers).where(eq(signers.caseId, caseId)).orderBy(signers.position);
  const named = others.map(({ signer, role, name }) => ({ id: signer, role, name }));
  const details = { count: String(named.length), signersHash: await saltedHash(row.salt, named) };
  await appendEvidence(office, tx, { caseId, actor, event: 'signers-set', details });
}
