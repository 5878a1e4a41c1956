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
import { lockCase, lockCaseAtDesk, saveCase } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { appendEvidence, type Happening } from '../evidence/actions.ts';
import { printAt } from './print.ts';
import { findDocumentOf } from './queries.ts';
import { copyLinks, type DocumentRow, documents } from './tables.ts';
import { typesetDeclaration } from './typeset-declaration.ts';
import { readFile, storeFile } from './vault.ts';

/**
 * The copy of the declaration that everybody gets with the confirmation (§ 3a Abs. 5 VwVfG): printed at the desk, or
 * by a link in a QR code that opens once, with the date of birth of the first person.
 */

/** Makes the copy of the confirmed revision unless it is there. Undefined where nothing is confirmed. */
export async function makeCopy(office: Office, tx: Tx, caseId: string): Promise<Made | undefined> {
  const row = await lockCase(tx, caseId);
  const known = await findDocumentOf(tx, { caseId, kind: 'copy', revision: row.revision });
  if (known?.blob) return { row, copy: known, pdf: await readFile(office, tx, caseId, known.blob) };
  if (!isConfirmed(row)) return undefined;
  const pdf = await typesetDeclaration(office, tx, row, 'copy');
  const made = {
    blob: await storeFile(office, tx, caseId, pdf),
    sha256: await sha256Hex(pdf),
    at: toInstant(office.now()),
  };
  const what = {
    documentId: makeId(office),
    caseId,
    kind: 'copy',
    revision: row.revision,
    state: 'plain',
    copies: 0,
  } as const;
  const [copy] = await tx
    .insert(documents)
    .values({ ...what, ...made })
    .returning();
  if (!copy) throw new Error('an insert without a row');
  return { row: await saveCase(office, tx, row, {}), copy, pdf };
}
type Made = { row: CaseRow; copy: DocumentRow; pdf: Bytes };

/** A link for the citizen's own phone. Refuses with `copy-needs-birth-date` where nobody could open it. */
export async function offerCopy(
  office: Office,
  actor: DeviceActor,
  caseId: string,
): Promise<InferOutput<typeof CopyOffer>> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    const { copy } = await theCopy(office, tx, row);
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
  const { pdf, row } = await office.db.transaction(async (tx) =>
    theCopy(office, tx, await lockCaseAtDesk(tx, caseId, actor)),
  );
  await printAt(office, { deskId: actor.deskId, name: `Abschrift-${row.number}`, pdf });
  await office.db.transaction(async (tx) => {
    const made = await theCopy(office, tx, await lockCaseAtDesk(tx, caseId, actor));
    await noteDelivery(office, tx, made, { actor: 'citizen', how: 'printed' });
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
    const copy = await findDocumentOf(tx, { caseId: row.caseId, kind: 'copy', revision: row.revision });
    // A link to what was changed or voided since leads nowhere.
    if (!copy?.blob || copy.documentId !== link.documentId || !isConfirmed(row)) throw new Refusal('copy-gone');
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
  { row, copy }: Pick<Made, 'row' | 'copy'>,
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

async function theCopy(office: Office, tx: Tx, row: CaseRow): Promise<Made> {
  stateAfter('copy', row.state);
  const made = await makeCopy(office, tx, row.caseId);
  if (!made) throw new Error(`case ${row.caseId} is ${row.state} and has no copy`);
  return made;
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
