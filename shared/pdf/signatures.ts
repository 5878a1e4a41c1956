import { findObject, type PdfFile, type PdfObject, type PdfRevision } from './file.ts';
import { PdfProblem } from './problem.ts';
import { asArray, asCount, asDict, asName, dictsIn, type PdfDict } from './values.ts';

/** A signature dictionary (ISO 32000-2, 12.8.1) and the places in the file it speaks of. */
export type PdfSignature = {
  /** Index of the revision it was written in. */
  revision: number;
  object: PdfObject;
  dict: PdfDict;
  /** As written: start and length of the part before the hole, start and length of the part after it. */
  byteRange: readonly [number, number, number, number];
  /** Where /Contents stands, angle brackets included. */
  hole: { start: number; end: number };
};

/**
 * Every signature of the file, in the order of their revisions. Each must be an object of its own with a direct
 * ByteRange and a hexadecimal /Contents in the file's own bytes; one that is hidden in another object or in an object
 * stream is a problem.
 */
export function findSignatures(file: PdfFile): readonly PdfSignature[] {
  return file.revisions.flatMap((revision) =>
    [...revision.objects.values()].flatMap((object) => signaturesIn(object, revision)),
  );
}

function signaturesIn(object: PdfObject, revision: PdfRevision): PdfSignature[] {
  const dicts = dictsIn(object.value).filter(isSignature);
  const [dict] = dicts;
  if (!dict) return [];
  const contents = dict.entries.get('Contents');
  const numbers = (asArray(dict.entries.get('ByteRange')) ?? []).map(asCount);
  const [a, b, c, d] = numbers;
  if (
    dicts.length !== 1 ||
    dict !== object.value ||
    object.stream ||
    object.within !== undefined ||
    contents?.kind !== 'string' ||
    !contents.isHex ||
    numbers.length !== 4 ||
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined
  )
    throw new PdfProblem('signature-odd', object.start);
  const hole = { start: contents.start, end: contents.end };
  return [{ revision: revision.index, object, dict, byteRange: [a, b, c, d], hole }];
}

function isSignature({ entries }: PdfDict): boolean {
  const type = asName(entries.get('Type'));
  return entries.has('ByteRange') || type === 'Sig' || type === 'DocTimeStamp';
}

/** The catalogue as it is at the end of a revision. */
export function catalogOf(file: PdfFile, revision: number): { object: PdfObject; dict: PdfDict } {
  const at = file.revisions[revision];
  const root = at?.trailer.entries.get('Root');
  const object = root?.kind === 'ref' ? findObject(file, root.number, revision) : undefined;
  const dict = asDict(object?.value);
  if (!object || !dict) throw new PdfProblem('trailer-odd', at?.xrefAt ?? 0);
  return { object, dict };
}
