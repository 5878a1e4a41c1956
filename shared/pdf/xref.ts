import type { Bytes } from '../base/bytes.ts';
import type { PdfFile, PdfObject } from './file.ts';
import { type Cursor, fail, startsWith, takeCount, takeLineEnd } from './lexer.ts';
import { pdfLimits } from './limits.ts';
import { PdfProblem } from './problem.ts';
import { decodeStream } from './streams.ts';
import { asArray, asCount, asDict } from './values.ts';

/** What a cross-reference section says of one object number. */
export type XrefEntry =
  | { kind: 'free' }
  | { kind: 'at'; offset: number }
  | { kind: 'within'; stream: number; index: number };
export type XrefEntries = Map<number, XrefEntry>;

/** Reads a classic table (ISO 32000-2, 7.5.4) up to and with the word `trailer`. The word `xref` has been read. */
export function parseXrefTable(cursor: Cursor): XrefEntries {
  const entries: XrefEntries = new Map();
  if (!takeLineEnd(cursor)) fail(cursor, 'xref-odd');
  while (!startsWith(cursor, 'trailer')) {
    const first = takeCount(cursor);
    skipBlank(cursor);
    const count = takeCount(cursor);
    skipBlank(cursor);
    if (first === undefined || count === undefined || !takeLineEnd(cursor)) fail(cursor, 'xref-odd');
    for (let place = 0; place < count; place += 1) addEntry(cursor, entries, first + place, parseTableEntry(cursor));
  }
  cursor.at += 'trailer'.length;
  return entries;
}

/** Twenty bytes: ten digits, a blank, five digits, a blank, `n` or `f`, two bytes of line end. */
function parseTableEntry(cursor: Cursor): XrefEntry {
  const line = String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 20));
  const [, offset, generation, kind] = /^(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)$/.exec(line) ?? [];
  if (offset === undefined) fail(cursor, 'xref-odd');
  cursor.at += 20;
  if (kind === 'f') return { kind: 'free' };
  if (generation !== '00000') fail(cursor, 'xref-odd');
  return { kind: 'at', offset: Number(offset) };
}

function addEntry(cursor: Cursor, entries: XrefEntries, number: number, entry: XrefEntry): void {
  if (number > pdfLimits.objects) fail(cursor, 'too-much');
  if (entries.has(number)) fail(cursor, 'xref-odd');
  if (number === 0 && entry.kind !== 'free') fail(cursor, 'xref-odd');
  entries.set(number, entry);
}

function skipBlank(cursor: Cursor): void {
  while (startsWith(cursor, ' ')) cursor.at += 1;
}

/** Reads a cross-reference stream (ISO 32000-2, 7.5.8). */
export async function parseXrefStream(
  file: Pick<PdfFile, 'bytes' | 'budget'>,
  object: PdfObject,
): Promise<XrefEntries> {
  const odd = (): never => {
    throw new PdfProblem('xref-odd', object.start);
  };
  const dict = asDict(object.value) ?? odd();
  const size = asCount(dict.entries.get('Size')) ?? odd();
  const widths = (asArray(dict.entries.get('W')) ?? odd()).map((width) => asCount(width) ?? odd());
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  if (widths.length !== 3 || widths.some((width) => width > 4)) odd();
  const index = asArray(dict.entries.get('Index'))?.map((part) => asCount(part) ?? odd()) ?? [0, size];
  const bytes = await decodeStream(file, object);
  const entries: XrefEntries = new Map();
  const cursor: Cursor = { bytes, at: 0, fileOffset: object.start, count: { values: 0 } };
  for (let pair = 0; pair < index.length; pair += 2) {
    const [first, count] = [index[pair] ?? 0, index[pair + 1] ?? odd()];
    if (cursor.at + count * (kindWidth + secondWidth + thirdWidth) > bytes.length) odd();
    if (count > pdfLimits.objects) fail(cursor, 'too-much');
    for (let place = 0; place < count; place += 1) {
      const kind = kindWidth === 0 ? 1 : takeNumber(cursor, bytes, kindWidth);
      const [second, third] = [takeNumber(cursor, bytes, secondWidth), takeNumber(cursor, bytes, thirdWidth)];
      if (kind > 2 || (kind === 1 && third !== 0)) odd();
      addEntry(
        cursor,
        entries,
        first + place,
        kind === 0
          ? { kind: 'free' }
          : kind === 1
            ? { kind: 'at', offset: second }
            : { kind: 'within', stream: second, index: third },
      );
    }
  }
  if (cursor.at !== bytes.length) odd();
  return entries;
}

function takeNumber(cursor: Cursor, bytes: Bytes, width: number): number {
  let value = 0;
  for (let place = 0; place < width; place += 1) value = value * 256 + (bytes[cursor.at + place] ?? 0);
  cursor.at += width;
  return value;
}
