import { eq, sql } from 'drizzle-orm';
import { sha256Hex } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { makeId } from '../../tokens.ts';
import { listValidActs } from '../cases/confirmations.ts';
import { settleCopy } from '../cases/copy-owed.ts';
import { isPossible, stateAfter } from '../cases/lifecycle.ts';
import { findCase } from '../cases/queries.ts';
import { expectAtDesk, lockCase, lockCaseAtDesk, saveCase } from '../cases/record.ts';
import type { CaseRow } from '../cases/tables.ts';
import { appendEvidence, type Happening } from '../evidence/actions.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { printAt } from './print.ts';
import { findDocumentOf } from './queries.ts';
import { type DocumentRow, documents } from './tables.ts';
import { typesetDeclaration } from './typeset-declaration.ts';
import { readFile, storeFile } from './vault.ts';

/** The copy of the declaration that everybody gets with the confirmation (§ 3a Abs. 5 VwVfG). */

/** Makes the copy of the confirmed revision unless it is there; where nothing is confirmed, nothing is made. */
export const makeCopy = (office: Office, caseId: string): Promise<void> =>
  oneAtATime(office, `copy:${caseId}`, async () => {
    const before = await findCase(office.db, caseId);
    if (!isConfirmed(before) || (await findCopy(office.db, before))) return;
    // Ended after its confirmation was voided: there is nothing to have a copy of.
    if ((await listValidActs(office.db, caseId, before.revision)).length === 0) return;
    // Typeset before the lock is taken, so nobody waits for it.
    const pdf = await typesetDeclaration(office, office.db, before, 'copy');
    await office.db.transaction(async (tx) => {
      const row = await lockCase(tx, caseId);
      if (row.revision !== before.revision || !isConfirmed(row) || (await findCopy(tx, row))) return;
      const blob = await storeFile(office, tx, caseId, pdf);
      const file = { blob, sha256: await sha256Hex(pdf), at: toInstant(office.now()) };
      const what = { documentId: makeId(office), caseId, revision: row.revision } as const;
      await tx.insert(documents).values({ ...what, ...file, kind: 'copy', state: 'plain', copies: 0 });
      await saveCase(office, tx, row, {});
    });
  });

/** Prints the copy at the desk. Refuses with `printer-failed`; then nothing is recorded. */
export async function printCopy(office: Office, actor: DeviceActor, caseId: string): Promise<void> {
  await makeCopyAt(office, actor, caseId);
  const row = await findCase(office.db, caseId);
  const { blob } = await theCopy(office.db, row);
  const pdf = await readFile(office, office.db, caseId, blob);
  await printAt(office, { deskId: actor.deskId, name: `Kopie-${row.number}`, pdf });
  await office.db.transaction(async (tx) => {
    const now = await lockCaseAtDesk(tx, caseId, actor);
    await noteDelivery(office, tx, { row: now, copy: await theCopy(tx, now) }, { actor: 'citizen', how: 'printed' });
  });
}

/** The citizen has the copy: the evidence says so, and a task about it is settled. */
export async function noteDelivery(
  office: Office,
  tx: Tx,
  { row, copy }: { row: CaseRow; copy: DocumentRow },
  delivery: { actor: Happening['actor']; how: 'printed' | 'downloaded' | 'shown' },
): Promise<CaseRow> {
  const { caseId } = row;
  const one = eq(documents.documentId, copy.documentId);
  await tx
    .update(documents)
    .set({ copies: sql`${documents.copies} + 1` })
    .where(one);
  const details = { how: delivery.how, revision: String(copy.revision) };
  await appendEvidence(office, tx, { caseId, actor: delivery.actor, event: 'copy-delivered', details });
  await settleCopy(office, tx, caseId);
  return saveCase(office, tx, row, { copyDeliveredAt: row.copyDeliveredAt ?? toInstant(office.now()) });
}

/** The tablet asks for a copy of its own case, or is refused before anything is made. */
export async function makeCopyAt(office: Office, actor: DeviceActor, caseId: string): Promise<void> {
  const row = await findCase(office.db, caseId);
  expectAtDesk(row, actor);
  stateAfter('copy', row.state);
  await makeCopy(office, caseId);
}

type Copy = DocumentRow & { blob: string };

export async function findCopy(tx: Tx, { caseId, revision }: CaseRow): Promise<Copy | undefined> {
  const copy = await findDocumentOf(tx, { caseId, kind: 'copy', revision });
  return copy?.blob ? { ...copy, blob: copy.blob } : undefined;
}

/** The copy that was just made. It is missing only where the confirmation was voided in the same moment. */
export async function theCopy(tx: Tx, row: CaseRow): Promise<Copy> {
  stateAfter('copy', row.state);
  const copy = await findCopy(tx, row);
  if (!copy) throw new Refusal('document-pending');
  return copy;
}

export const isConfirmed = ({ state, erasedAt }: CaseRow): boolean => erasedAt === null && isPossible('copy', state);
