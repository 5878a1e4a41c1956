import { eq, lt, or } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import { partialDateOf, partialDateText } from '../../../shared/base/partial-date.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { CopyOffer } from '../../../shared/wire/counter.ts';
import type { DeviceActor, Office } from '../../context.ts';
import { hashToken, makeToken } from '../../tokens.ts';
import { lockCase, lockCaseAtDesk } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { findCopy, isConfirmed, makeCopyAt, noteDelivery, theCopy } from './copies.ts';
import { copyLinks } from './tables.ts';
import { readFile } from './vault.ts';

/**
 * Links to a copy: a QR code on the tablet that the citizen's own phone opens once, with the date of birth of the
 * first person. The token is 128 random bits of which the office keeps the hash.
 */

/**
 * A link for the citizen's own phone; it takes the place of an older one, so that the tries to guess a birth date do
 * not add up. Refuses with `copy-needs-birth-date` where nobody could open it.
 */
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
    const isOver = lt(copyLinks.until, toInstant(office.now()));
    await tx.delete(copyLinks).where(or(eq(copyLinks.caseId, caseId), isOver));
    const token = makeToken(office);
    const until = toInstant(new Date(office.now().getTime() + limits.copyTokenHours * 3_600_000));
    const link = { tokenHash: hashToken(token), caseId, documentId: copy.documentId, until, tries: 0 };
    await tx.insert(copyLinks).values(link);
    // After the hash sign it never reaches a log.
    return { token, path: `/citizen/copy#${token}`, until };
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
    const tokenHash = hashToken(token);
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
