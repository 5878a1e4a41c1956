import { asc, eq } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Signer } from '../../../shared/declaration/declaration.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { NoteIdentification } from '../../../shared/wire/cases.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { stateAfter } from './lifecycle.ts';
import { lockCase, saveCase } from './record.ts';
import { signersOf } from './signers.ts';
import { serviceOf } from './service-of.ts';
import { type CaseRow, type IdentificationRow, identifications } from './tables.ts';
import { voidActs } from './void-acts.ts';

export const listIdentifications = (tx: Tx, caseId: string): Promise<IdentificationRow[]> =>
  tx.select().from(identifications).where(eq(identifications.caseId, caseId)).orderBy(asc(identifications.person));

/** The clerk notes how a person identified himself: kind and result, no picture, no serial number. */
export async function noteIdentification(
  office: Office,
  actor: StaffActor,
  caseId: string,
  wish: InferOutput<typeof NoteIdentification>,
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    stateAfter('prepare', row.state);
    const { person, document, result, note = null } = wish;
    const known = [...serviceOf(row).personsOf(row.answers), ...(await signersOf(office, tx, row))];
    if (!known.some(({ id }) => id === person)) throw new Refusal('request-invalid', { fields: ['person'] });
    const before = (await listIdentifications(tx, caseId)).find((noted) => noted.person === person);
    if (before?.document === document && before.result === result && before.note === note) return row;
    const noted = { document, result, note, by: actor.staffId, at: toInstant(office.now()) };
    const target = [identifications.caseId, identifications.person];
    await tx
      .insert(identifications)
      .values({ caseId, person, ...noted })
      .onConflictDoUpdate({ target, set: noted });
    const details = { person, document, result, ...(note !== null && { noteHash: await saltedHash(row.salt, note) }) };
    await appendEvidence(office, tx, { caseId, actor, event: 'identification-noted', details });
    return saveCase(office, tx, row, await voidActs(office, tx, row, { actor, because: 'identification' }));
  });
}

/** Whoever has to confirm must have been identified, whatever the result was. */
export async function expectIdentified(tx: Tx, row: CaseRow, signers: readonly Signer[]): Promise<void> {
  const noted = new Set((await listIdentifications(tx, row.caseId)).map(({ person }) => person));
  const persons = signers.map(({ id }) => id).filter((id) => !noted.has(id));
  if (persons.length > 0) throw new Refusal('identification-missing', { persons });
}
