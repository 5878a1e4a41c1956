import type { Bytes } from '../base/bytes.ts';
import { parseIndirect, parseObjectStream } from './objects.ts';
import { findObject, type PdfFile, type PdfObject, type PdfRevision } from './file.ts';
import {
  type Cursor,
  fail,
  isDigit,
  isSpace,
  peek,
  skipSpace,
  startsWith,
  takeCount,
  takeLineEnd,
  takeWord,
} from './lexer.ts';
import { pdfLimits } from './limits.ts';
import { parseValue } from './parser.ts';
import { PdfProblem } from './problem.ts';
import { asCount, asDict, asName, type PdfDict, refsIn } from './values.ts';
import { parseXrefStream, parseXrefTable, type XrefEntries } from './xref.ts';

/**
 * Reads a PDF from its first byte to its last, once, in the order it was written: header, then revision after
 * revision, each made of objects, one cross-reference section and `%%EOF`. So no byte can hide between the parts, no
 * chain of references can run in circles, and what the cross-reference says is compared with what is there instead of
 * being believed. Files that jump (linearised, hybrid), are encrypted, or use generations are refused.
 *
 * Throws nothing but `PdfProblem`, on any bytes.
 */
export async function readPdf(bytes: Bytes): Promise<PdfFile> {
  if (bytes.length > pdfLimits.fileBytes) throw new PdfProblem('file-too-large', pdfLimits.fileBytes);
  const file = { bytes, revisions: [] as PdfRevision[], budget: { decodedBytes: pdfLimits.decodedBytes } };
  const cursor: Cursor = { bytes, at: 0, fileOffset: undefined, count: { values: 0 } };
  skipHeader(cursor);
  for (let start = 0; start < bytes.length; start = cursor.at) {
    if (file.revisions.length === pdfLimits.revisions) fail(cursor, 'too-much');
    const revision = await readRevision(file, cursor, start);
    file.revisions.push(revision);
    checkReferences(file, revision);
  }
  return file;
}

/**
 * Every reference leads somewhere in its own revision. One into the void would let whatever is appended later decide
 * what an earlier page shows.
 */
function checkReferences(file: PdfFile, { index, objects, trailer, xrefAt }: PdfRevision): void {
  for (const { value, start } of [...objects.values(), { value: trailer, start: xrefAt }])
    for (const { number } of refsIn(value))
      if (!findObject(file, number, index)) throw new PdfProblem('reference-broken', start);
}

function skipHeader(cursor: Cursor): void {
  const version = String.fromCharCode(...cursor.bytes.subarray(0, 8));
  if (!/^%PDF-(1\.[4-7]|2\.0)$/.test(version)) fail(cursor, 'header-missing');
  cursor.at = 8;
  if (!takeLineEnd(cursor)) fail(cursor, 'header-missing');
  // One comment of bytes above 127 tells transfer programs that the file is binary (ISO 32000-2, 7.5.2).
  if (peek(cursor) !== 0x25) return;
  const from = cursor.at;
  while (!takeLineEnd(cursor)) {
    if (cursor.at - from > pdfLimits.headerCommentBytes || peek(cursor) === -1) fail(cursor, 'header-missing');
    cursor.at += 1;
  }
}

async function readRevision(file: PdfFile, cursor: Cursor, start: number): Promise<PdfRevision> {
  const found = new Map<number, PdfObject>();
  let section = await readPart(file, cursor, found);
  while (!section) section = await readPart(file, cursor, found);
  readEnd(cursor, section.xrefAt);
  checkTrailer(file, section, start);
  const { objects, freed } = await matchXref(file, cursor, found, section);
  return { index: file.revisions.length, start, end: cursor.at, ...section, objects, freed };
}

type Section = { xrefAt: number; trailer: PdfDict; entries: XrefEntries };

/** Reads an object into `found`, or the cross-reference section that ends them. */
async function readPart(file: PdfFile, cursor: Cursor, found: Map<number, PdfObject>): Promise<Section | undefined> {
  skipSpace(cursor);
  const xrefAt = cursor.at;
  if (takeWord(cursor, 'xref')) {
    const entries = parseXrefTable(cursor);
    const trailer = asDict(parseValue(cursor)) ?? fail(cursor, 'trailer-odd');
    return { xrefAt, trailer, entries };
  }
  if (peek(cursor) === -1) fail(cursor, 'revision-unfinished');
  if (!isDigit(peek(cursor))) fail(cursor, 'bytes-unaccounted');
  const object = parseIndirect(cursor);
  if (found.has(object.number)) throw new PdfProblem('object-twice', object.start);
  if (found.size >= pdfLimits.objects) fail(cursor, 'too-much');
  found.set(object.number, object);
  const dict = asDict(object.value);
  if (!object.stream || !dict || asName(dict.entries.get('Type')) !== 'XRef') return undefined;
  const entries = await parseXrefStream(file, object);
  return { xrefAt, trailer: dict, entries };
}

/** `startxref`, its number, `%%EOF` and at most one end of line. */
function readEnd(cursor: Cursor, xrefAt: number): void {
  skipSpace(cursor);
  if (!takeWord(cursor, 'startxref')) fail(cursor, 'revision-unfinished');
  skipSpace(cursor);
  if (takeCount(cursor) !== xrefAt) fail(cursor, 'startxref-wrong');
  skipSpace(cursor);
  if (!isSpace(cursor.bytes[cursor.at - 1] ?? -1) || !startsWith(cursor, '%%EOF')) fail(cursor, 'revision-unfinished');
  cursor.at += '%%EOF'.length;
  takeLineEnd(cursor);
}

function checkTrailer(file: PdfFile, { trailer, xrefAt }: Section, start: number): void {
  const { entries } = trailer;
  const before = file.revisions.at(-1);
  if (entries.has('Encrypt')) throw new PdfProblem('encrypted', xrefAt);
  if (entries.has('XRefStm')) throw new PdfProblem('hybrid', xrefAt);
  if (entries.get('Root')?.kind !== 'ref') throw new PdfProblem('trailer-odd', xrefAt);
  const prev = entries.get('Prev');
  if (before ? asCount(prev) !== before.xrefAt : prev !== undefined) throw new PdfProblem('prev-wrong', start);
}

/** Compares what the section says with what was found, in both directions, and unfolds object streams. */
async function matchXref(
  file: PdfFile,
  cursor: Cursor,
  found: Map<number, PdfObject>,
  { entries, trailer, xrefAt }: Section,
): Promise<Pick<PdfRevision, 'objects' | 'freed'>> {
  const differs = (): never => {
    throw new PdfProblem('xref-differs', xrefAt);
  };
  const size = asCount(trailer.entries.get('Size')) ?? differs();
  const objects = new Map<number, PdfObject>();
  const freed: number[] = [];
  const kept = new Map<number, Map<number, number>>();
  for (const [number, entry] of entries) {
    if (number >= size) differs();
    if (entry.kind === 'free' && number !== 0) freed.push(number);
    if (entry.kind === 'within') kept.set(entry.stream, (kept.get(entry.stream) ?? new Map()).set(entry.index, number));
    if (entry.kind !== 'at') continue;
    const object = found.get(number);
    if (object?.start !== entry.offset) differs();
    else objects.set(number, object);
  }
  for (const object of found.values()) {
    const dict = object.stream ? asDict(object.value) : undefined;
    const type = asName(dict?.entries.get('Type'));
    // The section itself may leave itself out.
    if (!objects.has(object.number) && object.start !== xrefAt) differs();
    if (type === 'XRef' && object.start !== xrefAt) differs();
    if (object.start === xrefAt) objects.delete(object.number);
    if (type !== 'ObjStm') continue;
    const expected = kept.get(object.number) ?? new Map<number, number>();
    kept.delete(object.number);
    for (const [index, part] of (await parseObjectStream(file, object, cursor.count)).entries()) {
      if (expected.get(index) !== part.number || found.has(part.number) || objects.has(part.number)) differs();
      expected.delete(index);
      objects.set(part.number, part);
    }
    if (expected.size > 0) differs();
  }
  if (kept.size > 0) differs();
  return { objects, freed };
}
