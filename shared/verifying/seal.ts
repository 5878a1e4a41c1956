import type { Bytes } from '../base/bytes.ts';
import { findObject, type PdfFile, resolve } from '../pdf/file.ts';
import { catalogOf, findSignatures, type PdfSignature } from '../pdf/signatures.ts';
import { asArray, asDict, asName, asRef, asText, differingKeys, type PdfDict, refsIn } from '../pdf/values.ts';
import type { Hash } from './algorithms.ts';
import { DerProblem, parseLeadingDer } from './der.ts';
import { type Note, Objection } from './notes.ts';
import { pdfTimeOf } from './pdf-time.ts';

/** The seal of a document and the time stamps that may follow it. */
export type Seal = {
  signature: PdfSignature;
  /** Its own word on when it was made, milliseconds since 1970. */
  claimedAt: number;
  timestamps: readonly PdfSignature[];
};

const sealKeys = ['Type', 'Filter', 'SubFilter', 'Contents', 'ByteRange', 'M', 'Reference'];

/**
 * Finds the one certification signature. It lies in the first revision, or in the second where the document was
 * written first and the seal appended to it; either way it covers everything up to there. Anything else that signs
 * must be a document time stamp.
 */
export function findSeal(file: PdfFile): Seal {
  const all = findSignatures(file);
  const timestamps = all.filter(({ dict }) => asName(dict.entries.get('Type')) === 'DocTimeStamp');
  const seals = all.filter((signature) => !timestamps.includes(signature));
  const [signature] = seals;
  if (!signature) throw new Objection('seal-missing');
  if (seals.length > 1) throw new Objection('seal-twice');
  const { dict, revision, object } = signature;
  const where = { revision, object: object.number };
  if (revision > 1 || timestamps.some((timestamp) => timestamp.revision <= revision))
    throw new Objection('seal-dictionary-odd', where);
  const claimedAt = pdfTimeOf(asText(dict.entries.get('M')));
  if (
    [...dict.entries.keys()].some((key) => !sealKeys.includes(key)) ||
    asName(dict.entries.get('Type')) !== 'Sig' ||
    asName(dict.entries.get('Filter')) !== 'Adobe.PPKLite' ||
    asName(dict.entries.get('SubFilter')) !== 'ETSI.CAdES.detached' ||
    claimedAt === undefined
  )
    throw new Objection('seal-dictionary-odd', where);
  if (!isCertifying(file, signature)) throw new Objection('seal-not-certifying', where);
  checkField(file, signature);
  checkReferences(file, signature, { times: 2 });
  for (const timestamp of timestamps) checkReferences(file, timestamp, { times: 1 });
  return { signature, claimedAt, timestamps };
}

/**
 * A field holds the signature, and the catalogue names the one that certifies; whatever else leads to it would make one
 * signature look like several, or stand elsewhere.
 */
function checkReferences(file: PdfFile, { object, revision }: PdfSignature, { times }: { times: number }): void {
  let found = 0;
  for (const { objects } of file.revisions.slice(0, revision + 1))
    for (const holder of objects.values()) {
      if (findObject(file, holder.number, revision) !== holder) continue;
      for (const { number } of refsIn(holder.value)) if (number === object.number) found += 1;
    }
  if (found !== times) throw new Objection('signature-referenced-oddly', { object: object.number });
}

/** DocMDP with P=1 (ISO 32000-2, 12.8.2.2) in the signature, and the catalogue's permission pointing to it. */
function isCertifying(file: PdfFile, { dict, revision, object }: PdfSignature): boolean {
  const references = asArray(dict.entries.get('Reference')) ?? [];
  const reference = asDict(resolve(file, references[0], revision));
  const parameters = asDict(resolve(file, reference?.entries.get('TransformParams'), revision));
  const level = parameters?.entries.get('P');
  const permissions = asDict(resolve(file, catalogOf(file, revision).dict.entries.get('Perms'), revision));
  return (
    references.length === 1 &&
    asName(reference?.entries.get('TransformMethod')) === 'DocMDP' &&
    level?.kind === 'number' &&
    level.value === 1 &&
    permissions?.entries.size === 1 &&
    asRef(permissions.entries.get('DocMDP')) === object.number
  );
}

/** The form has signature fields only, one of them filled, and it is the seal's. */
function checkField(file: PdfFile, { revision, object }: PdfSignature): void {
  const fields = fieldsOf(file, revision);
  const filled = fields.filter(({ dict }) => dict.entries.has('V'));
  const isPlain = fields.every(
    ({ dict }) => asName(dict.entries.get('FT')) === 'Sig' && !dict.entries.has('Kids') && !dict.entries.has('Parent'),
  );
  if (!isPlain || filled.length !== 1 || asRef(filled[0]?.dict.entries.get('V')) !== object.number)
    throw new Objection('seal-field-odd', { revision });
  if (revision > 0) checkSealIncrement(file, revision, [object.number, filled[0]?.number ?? 0]);
}

/** A seal that was appended brought itself, filled its field, and told the catalogue; nothing else came with it. */
function checkSealIncrement(file: PdfFile, revision: number, [seal, field]: readonly [number, number]): void {
  const [old, now] = [catalogOf(file, revision - 1), catalogOf(file, revision)];
  const [oldField, newField] = [revision - 1, revision].map((at) => asDict(findObject(file, field, at)?.value));
  const written = file.revisions[revision]?.objects ?? new Map();
  if (
    [...written.keys()].some((number) => ![seal, field, now.object.number].includes(number)) ||
    findObject(file, seal, revision - 1) ||
    now.object.number !== old.object.number ||
    differingKeys(old.dict, now.dict).join() !== 'Perms' ||
    !oldField ||
    !newField ||
    differingKeys(oldField, newField).join() !== 'V'
  )
    throw new Objection('seal-field-odd', { revision });
}

/** The form's fields at the end of a revision, each an object of its own. */
function fieldsOf(file: PdfFile, revision: number): readonly { number: number; dict: PdfDict }[] {
  const form = asDict(resolve(file, catalogOf(file, revision).dict.entries.get('AcroForm'), revision));
  const fields = asArray(resolve(file, form?.entries.get('Fields'), revision)) ?? [];
  return fields.map((field) => {
    const number = asRef(field);
    const dict = asDict(resolve(file, field, revision));
    if (number === undefined || !dict) throw new Objection('seal-field-odd', { revision });
    return { number, dict };
  });
}

/** Whether a signature covers its revision and all before it, and leaves out nothing but its own hole. */
export function checkCoverage(file: PdfFile, { byteRange, hole, revision }: PdfSignature, note: Note): void {
  const [start, before, after, length] = byteRange;
  const end = file.revisions[revision]?.end ?? 0;
  if (start + before > after) note('ranges-overlapping', { revision });
  else if (start !== 0 || before !== hole.start || after !== hole.end || after + length > end)
    note('seal-range-odd', { revision });
  else if (after + length < end) note('bytes-uncovered', { revision, offset: after + length });
}

/** What lies in the hole, and whether it was written as the office writes it: upper-case hex, zeros behind. */
export function readHole(file: PdfFile, { hole, object }: PdfSignature, note: Note): Bytes {
  const digits = file.bytes.subarray(hole.start + 1, hole.end - 1);
  if (digits.some((byte) => byte >= 0x61)) note('hole-not-upper-hex', { object: object.number });
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(String.fromCharCode(digits[2 * at] ?? 0, digits[2 * at + 1] ?? 0), 16);
  try {
    const { whole } = parseLeadingDer(bytes);
    if (bytes.subarray(whole.length).some((byte) => byte !== 0)) note('hole-padding', { object: object.number });
    return whole;
  } catch (error) {
    if (error instanceof DerProblem) throw new Objection('cms-malformed', { object: object.number });
    throw error;
  }
}

/** The digest of everything a signature covers. */
export async function digestAround(file: PdfFile, { hole, revision }: PdfSignature, hash: Hash): Promise<Bytes> {
  const end = file.revisions[revision]?.end ?? 0;
  const covered = new Uint8Array(hole.start + end - hole.end);
  covered.set(file.bytes.subarray(0, hole.start));
  covered.set(file.bytes.subarray(hole.end, end), hole.start);
  return new Uint8Array(await crypto.subtle.digest(hash, covered));
}
