import type { PdfFile, PdfObject } from './file.ts';
import { type Cursor, fail, skipSpace, startsWith, takeCount, takeLineEnd, takeWord } from './lexer.ts';
import { pdfLimits } from './limits.ts';
import { parseValue } from './parser.ts';
import { PdfProblem } from './problem.ts';
import { decodeStream } from './streams.ts';
import { asCount, asDict, type PdfDict } from './values.ts';

/** Reads `12 0 obj … endobj` and stands behind it. The length of a stream must stand in its dictionary itself. */
export function parseIndirect(cursor: Cursor): PdfObject {
  const start = cursor.at;
  const number = takeCount(cursor);
  skipSpace(cursor);
  const generation = takeCount(cursor);
  skipSpace(cursor);
  if (number === undefined || generation !== 0 || !takeWord(cursor, 'obj')) fail(cursor, 'bytes-unaccounted');
  if (number === 0 || number > pdfLimits.objects) fail(cursor, 'object-odd');
  const value = parseValue(cursor);
  skipSpace(cursor);
  const dict = asDict(value);
  const stream = dict && startsWith(cursor, 'stream') ? parseStreamBytes(cursor, dict) : undefined;
  skipSpace(cursor);
  if (!takeWord(cursor, 'endobj')) fail(cursor, 'object-odd');
  return { number, value, start, end: cursor.at, ...(stream && { stream }) };
}

function parseStreamBytes(cursor: Cursor, dict: PdfDict): { start: number; end: number } {
  cursor.at += 'stream'.length;
  if (startsWith(cursor, '\r') && !startsWith(cursor, '\r\n')) fail(cursor, 'stream-odd');
  if (!takeLineEnd(cursor)) fail(cursor, 'stream-odd');
  const length = asCount(dict.entries.get('Length'));
  const start = cursor.at;
  if (length === undefined || start + length > cursor.bytes.length) fail(cursor, 'stream-odd');
  cursor.at = start + length;
  takeLineEnd(cursor);
  if (!takeWord(cursor, 'endstream')) fail(cursor, 'stream-odd');
  return { start, end: start + length };
}

/** The objects kept in an object stream (ISO 32000-2, 7.5.7), in their order. Its bytes are used up completely. */
export async function parseObjectStream(
  file: Pick<PdfFile, 'bytes' | 'budget'>,
  object: PdfObject,
  count: Cursor['count'],
): Promise<readonly PdfObject[]> {
  const odd = (): never => {
    throw new PdfProblem('object-odd', object.start);
  };
  const dict = asDict(object.value) ?? odd();
  const total = asCount(dict.entries.get('N')) ?? odd();
  const first = asCount(dict.entries.get('First')) ?? odd();
  if (dict.entries.has('Extends') || total > pdfLimits.objects) odd();
  const bytes = await decodeStream(file, object);
  const cursor: Cursor = { bytes, at: 0, fileOffset: object.start, count };
  const heads: { number: number; offset: number }[] = [];
  for (let place = 0; place < total; place += 1) {
    skipSpace(cursor);
    const number = takeCount(cursor) ?? odd();
    skipSpace(cursor);
    const offset = takeCount(cursor) ?? odd();
    if (number === 0 || number > pdfLimits.objects) odd();
    heads.push({ number, offset });
  }
  skipSpace(cursor);
  if (cursor.at > first) odd();
  cursor.at = first;
  return heads.map(({ number, offset }, place) => {
    // Objects follow each other with nothing but white space between them.
    skipSpace(cursor);
    if (cursor.at !== first + offset) odd();
    const value = parseValue(cursor);
    skipSpace(cursor);
    if (value.kind === 'ref' || (place === heads.length - 1 && cursor.at !== bytes.length)) odd();
    return { number, value, start: object.start, end: object.end, within: object.number };
  });
}
