import {
  type Cursor,
  countValue,
  fail,
  isBreak,
  isDigit,
  isSpace,
  peek,
  skipSpace,
  startsWith,
  takeCount,
  takeWord,
} from './lexer.ts';
import { pdfLimits } from './limits.ts';
import type { PdfValue } from './values.ts';

/** Reads one value and stands behind it. Anything odd is a `PdfProblem`. */
export function parseValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > pdfLimits.nesting) fail(cursor, 'nesting-too-deep');
  countValue(cursor);
  skipSpace(cursor);
  const byte = peek(cursor);
  if (byte === 0x2f) return { kind: 'name', value: parseName(cursor) };
  if (byte === 0x28) return parseLiteral(cursor);
  if (byte === 0x5b) return parseArray(cursor, depth);
  if (startsWith(cursor, '<<')) return parseDict(cursor, depth);
  if (byte === 0x3c) return parseHex(cursor);
  if (takeWord(cursor, 'true')) return { kind: 'boolean', value: true };
  if (takeWord(cursor, 'false')) return { kind: 'boolean', value: false };
  if (takeWord(cursor, 'null')) return { kind: 'null' };
  return parseReference(cursor) ?? parseNumber(cursor);
}

function parseArray(cursor: Cursor, depth: number): PdfValue {
  cursor.at += 1;
  const items: PdfValue[] = [];
  for (;;) {
    skipSpace(cursor);
    if (peek(cursor) === 0x5d) break;
    items.push(parseValue(cursor, depth + 1));
  }
  cursor.at += 1;
  return { kind: 'array', items };
}

function parseDict(cursor: Cursor, depth: number): PdfValue {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    skipSpace(cursor);
    if (startsWith(cursor, '>>')) break;
    if (peek(cursor) !== 0x2f) fail(cursor, 'token-unknown');
    const key = parseName(cursor);
    if (entries.has(key)) fail(cursor, 'key-twice');
    entries.set(key, parseValue(cursor, depth + 1));
  }
  cursor.at += 2;
  return { kind: 'dict', entries };
}

function parseName(cursor: Cursor): string {
  cursor.at += 1;
  let value = '';
  while (!isBreak(peek(cursor))) {
    let byte = peek(cursor);
    if (byte === 0x23) {
      const [high, low] = [hexDigit(peek(cursor, 1)), hexDigit(peek(cursor, 2))];
      if (high < 0 || low < 0 || high + low === 0) fail(cursor, 'token-unknown');
      byte = high * 16 + low;
      cursor.at += 2;
    }
    value += String.fromCharCode(byte);
    cursor.at += 1;
    if (value.length > pdfLimits.nameBytes) fail(cursor, 'too-much');
  }
  return value;
}

/** `12 0 R`. The office writes no generation but 0, so another one is no reference here. */
function parseReference(cursor: Cursor): PdfValue | undefined {
  const start = cursor.at;
  const number = takeCount(cursor);
  if (number !== undefined && isSpace(peek(cursor))) {
    skipSpace(cursor);
    const generation = takeCount(cursor);
    if (generation !== undefined && isSpace(peek(cursor))) {
      skipSpace(cursor);
      if (takeWord(cursor, 'R')) {
        if (generation !== 0 || number === 0 || number > pdfLimits.objects) fail(cursor, 'object-odd');
        return { kind: 'ref', number };
      }
    }
  }
  cursor.at = start;
  return undefined;
}

function parseNumber(cursor: Cursor): PdfValue {
  let text = '';
  while (!isBreak(peek(cursor)) && text.length <= pdfLimits.numberCharacters) {
    text += String.fromCharCode(peek(cursor));
    cursor.at += 1;
  }
  if (text.length > pdfLimits.numberCharacters || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) fail(cursor, 'token-unknown');
  return { kind: 'number', value: Number(text), isInteger: !text.includes('.') };
}

function parseHex(cursor: Cursor): PdfValue {
  const start = cursor.at;
  cursor.at += 1;
  const from = cursor.at;
  while (hexDigit(peek(cursor)) >= 0) cursor.at += 1;
  if (peek(cursor) !== 0x3e || (cursor.at - from) % 2 !== 0) fail(cursor, 'token-unknown');
  if (cursor.at - from > 2 * pdfLimits.stringBytes) fail(cursor, 'too-much');
  const bytes = new Uint8Array((cursor.at - from) / 2);
  for (let place = 0; place < bytes.length; place += 1)
    bytes[place] =
      hexDigit(cursor.bytes[from + 2 * place] ?? 0) * 16 + hexDigit(cursor.bytes[from + 2 * place + 1] ?? 0);
  cursor.at += 1;
  return { kind: 'string', value: latin1(bytes), isHex: true, ...placeOf(cursor, start) };
}

function parseLiteral(cursor: Cursor): PdfValue {
  const start = cursor.at;
  cursor.at += 1;
  const bytes: number[] = [];
  for (let open = 1; ; cursor.at += 1) {
    const byte = peek(cursor);
    if (byte === -1) fail(cursor, 'token-unknown');
    if (byte === 0x28) open += 1;
    if (byte === 0x29) open -= 1;
    if (open === 0) break;
    if (bytes.length >= pdfLimits.stringBytes) fail(cursor, 'too-much');
    if (byte === 0x5c) escaped(cursor, bytes);
    // A bare end of line of any kind means LF (ISO 32000-2, 7.3.4.2).
    else if (byte === 0x0d) {
      bytes.push(0x0a);
      if (peek(cursor, 1) === 0x0a) cursor.at += 1;
    } else bytes.push(byte);
  }
  cursor.at += 1;
  return { kind: 'string', value: latin1(Uint8Array.from(bytes)), isHex: false, ...placeOf(cursor, start) };
}

/** Steps from the backslash to the last character of its escape. */
function escaped(cursor: Cursor, bytes: number[]): void {
  cursor.at += 1;
  const byte = peek(cursor);
  if (byte === -1) fail(cursor, 'token-unknown');
  const plain = 'nrtbf'.indexOf(String.fromCharCode(byte));
  if (plain >= 0) bytes.push([0x0a, 0x0d, 0x09, 0x08, 0x0c][plain] ?? 0);
  else if (byte >= 0x30 && byte <= 0x37) {
    let value = byte - 0x30;
    for (let more = 0; more < 2 && peek(cursor, 1) >= 0x30 && peek(cursor, 1) <= 0x37; more += 1) {
      cursor.at += 1;
      value = value * 8 + peek(cursor) - 0x30;
    }
    bytes.push(value & 0xff);
  } else if (byte === 0x0d && peek(cursor, 1) === 0x0a) cursor.at += 1;
  else if (byte !== 0x0d && byte !== 0x0a) bytes.push(byte);
}

function placeOf(cursor: Cursor, start: number): { start: number; end: number } {
  return cursor.fileOffset === undefined ? { start, end: cursor.at } : { start: -1, end: -1 };
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return text;
}

export function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
}
