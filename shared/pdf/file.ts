import type { Bytes } from '../base/bytes.ts';
import { PdfProblem } from './problem.ts';
import type { PdfDict, PdfValue } from './values.ts';

/** A PDF as its revisions: the document first, then whatever was appended, each with its own byte range. */
export type PdfFile = {
  bytes: Bytes;
  revisions: readonly PdfRevision[];
  /** How many bytes streams may still unfold to. */
  budget: { decodedBytes: number };
};

export type PdfRevision = {
  /** Counts from 0. */
  index: number;
  /** The bytes of this revision; together the revisions are the whole file, without gap or overlap. */
  start: number;
  end: number;
  /** Where its cross-reference section begins. */
  xrefAt: number;
  trailer: PdfDict;
  /** What this revision adds or redefines, by object number; nothing else stands in its bytes. */
  objects: ReadonlyMap<number, PdfObject>;
  /** Numbers it declares free, without 0. */
  freed: readonly number[];
};

export type PdfObject = {
  number: number;
  value: PdfValue;
  /** The object from its number to `endobj`; for one in an object stream, those of the stream. */
  start: number;
  end: number;
  /** The raw bytes of a stream. */
  stream?: { start: number; end: number };
  /** The object stream it is kept in. */
  within?: number;
};

/** The object as it is at the end of `revision`; `undefined` where it is not defined or was freed by then. */
export function findObject(file: PdfFile, number: number, revision: number): PdfObject | undefined {
  for (let index = revision; index >= 0; index -= 1) {
    const found = file.revisions[index]?.objects.get(number);
    if (found) return found;
    if (file.revisions[index]?.freed.includes(number)) return undefined;
  }
  return undefined;
}

/**
 * Follows a reference to the value it means at the end of `revision`; other values are their own meaning. A reference
 * to nothing is a problem here, though ISO 32000-2 reads it as null: nothing the office writes has one. One reference
 * to another is never written either, so there is nothing to follow in circles.
 */
export function resolve(file: PdfFile, value: PdfValue | undefined, revision: number): PdfValue | undefined {
  if (value?.kind !== 'ref') return value;
  const found = findObject(file, value.number, revision);
  if (!found) throw new PdfProblem('reference-broken', file.revisions[revision]?.xrefAt ?? 0);
  if (found.value.kind === 'ref') throw new PdfProblem('object-odd', found.start);
  return found.value;
}
