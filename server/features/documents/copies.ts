import { eq, sql } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import { partialDateOf, partialDateText } from '../../../shared/base/partial-date.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { CopyOffer } from '../../../shared/wire/counter.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { hashToken, makeId, makeToken } from '../../tokens.ts';
import { settleCopy } from '../cases/copy-owed.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { findCase } from '../cases/queries.ts';
import { expectAtDesk, lockCase, lockCaseAtDesk, saveCase } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { appendEvidence, type Happening } from '../evidence/actions.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { printAt } from './print.ts';
import { findDocumentOf } from './queries.ts';
import { copyLinks, type DocumentRow, documents } from './tables.ts';
import { typesetDeclaration } from './typeset-declaration.ts';
import { readFile, storeFile } from './vault.ts';

/**
 * The copy of the declaration that everybody gets with the confirmation (§ 3a Abs. 5 VwVfG): printed at the desk, or
 * by a link in a QR code that opens once, with the date of birth of the first person.
 */

/** Makes the copy of the confirmed revision unless it is there; where nothing is confirmed, nothing is made. */
export const makeCopy = (office: Office, caseId: string): Promise<void> =>
  oneAtATime(office, `copy:${caseId}`, async () => {
    const before = await findCase(office.db, caseId);
    if (!isConfirmed(before) || (await findCopy(office.db, before))) return;
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

/** A link for the citizen's own phone. Refuses with `copy-needs-birth-date` where nobody could open it. */
export async function offerCopy(
  office: Office,
  actor: DeviceActor,
  caseId: string,
): Promise<InferOutput<typeof CopyOffer>> {
  await makeCopyAt(office, actor, caseId);
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    const copy = await theCopy(tx, row);
    if (firstBirthDate(row) === undefined) throw new Refusal('copy-needs-birth-date');
    const token = makeToken(office);
    const until = toInstant(new Date(office.now().getTime() + limits.copyTokenHours * 3_600_000));
    const link = { tokenHash: await hashToken(token), caseId, documentId: copy.documentId, until, tries: 0 };
    await tx.insert(copyLinks).values(link);
    // After the hash sign it never reaches a log.
    return { token, path: `/citizen/copy#${token}`, until };
  });
}

/** Prints the copy at the desk. Refuses with `printer-failed`; then nothing is recorded. */
export async function printCopy(office: Office, actor: DeviceActor, caseId: string): Promise<void> {
  await makeCopyAt(office, actor, caseId);
  const row = await findCase(office.db, caseId);
  const { blob } = await theCopy(office.db, row);
  const pdf = await readFile(office, office.db, caseId, blob);
  await printAt(office, { deskId: actor.deskId, name: `Abschrift-${row.number}`, pdf });
  await office.db.transaction(async (tx) => {
    const now = await lockCaseAtDesk(tx, caseId, actor);
    await noteDelivery(office, tx, { row: now, copy: await theCopy(tx, now) }, { actor: 'citizen', how: 'printed' });
  });
}

/**
 * Opens a link with the date of birth. Unknown, used, worn out and expired links look the same (`copy-gone`); a wrong
 * date counts (`birth-date-wrong`).
 */
export async function fetchCopy(
  office: Office,
  token: string,
  birthDate: string,
): Promise<{ pdf: Bytes; number: string }> {
  const opened = await office.db.transaction(async (tx) => {
    const tokenHash = await hashToken(token);
    const ofToken = eq(copyLinks.tokenHash, tokenHash);
    const [known] = await tx.select().from(copyLinks).where(ofToken);
    if (!known) throw new Refusal('copy-gone');
    const row = await lockCase(tx, known.caseId);
    const [link] = await tx.select().from(copyLinks).where(ofToken).for('update');
    if (!link || link.usedAt !== null || link.tries >= limits.birthDateTries || link.until <= toInstant(office.now()))
      throw new Refusal('copy-gone');
    const copy = await findCopy(tx, row);
    // A link to what was changed or voided since leads nowhere.
    if (!copy || copy.documentId !== link.documentId || !isConfirmed(row)) throw new Refusal('copy-gone');
    if (!isSameDate(birthDate, firstBirthDate(row))) {
      await tx
        .update(copyLinks)
        .set({ tries: link.tries + 1 })
        .where(ofToken);
      return { triesLeft: limits.birthDateTries - link.tries - 1 };
    }
    await tx
      .update(copyLinks)
      .set({ usedAt: toInstant(office.now()) })
      .where(ofToken);
    const pdf = await readFile(office, tx, row.caseId, copy.blob);
    await noteDelivery(office, tx, { row, copy }, { actor: 'citizen', how: 'downloaded' });
    return { pdf, number: row.number };
  });
  // Refused only now, so that the try is counted.
  if (opened.triesLeft !== undefined) throw new Refusal('birth-date-wrong', { triesLeft: opened.triesLeft });
  return opened;
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
async function makeCopyAt(office: Office, actor: DeviceActor, caseId: string): Promise<void> {
  const row = await findCase(office.db, caseId);
  expectAtDesk(row, actor);
  stateAfter('copy', row.state);
  await makeCopy(office, caseId);
}

type Copy = DocumentRow & { blob: string };

async function findCopy(tx: Tx, { caseId, revision }: CaseRow): Promise<Copy | undefined> {
  const copy = await findDocumentOf(tx, { caseId, kind: 'copy', revision });
  return copy?.blob ? { ...copy, blob: copy.blob } : undefined;
}

/** The copy that was just made. It is missing only where the confirmation was voided in the same moment. */
async function theCopy(tx: Tx, row: CaseRow): Promise<Copy> {
  stateAfter('copy', row.state);
  const copy = await findCopy(tx, row);
  if (!copy) throw new Refusal('document-pending');
  return copy;
}

const isConfirmed = ({ state }: CaseRow) => ['confirmed', 'accepted', 'sealed', 'entered', 'finished'].includes(state);

/** Undefined where nothing of it is known. */
function firstBirthDate(row: CaseRow): string | undefined {
  const service = serviceOf(row);
  const first = service.personsOf(row.answers)[0];
  const date = first && service.birthDateOf(row.answers, first.id);
  return date === undefined || date === 'unknown' ? undefined : date;
}

/** Cards show zeros for what is not known of a date: `1950-00-00` is the year alone. */
function isSameDate(given: string, known: string | undefined): boolean {
  const [one, other] = [partialDateOf(given), known === undefined ? undefined : partialDateOf(known)];
  return one !== undefined && other !== undefined && partialDateText(one) === partialDateText(other);
}
