import { pdfLimits } from './limits.ts';
import { PdfProblem, type PdfProblemCode } from './problem.ts';

/**
 * A place in bytes, and the smallest steps from there. Stricter than ISO 32000-2 on purpose: no comments, no NUL or
 * form feed between tokens, because nothing the office writes has them and they are where attacks hide.
 */
export type Cursor = {
  readonly bytes: Uint8Array;
  at: number;
  /** `undefined` where `bytes` is the file itself; inside an object stream, where that stream lies in the file. */
  readonly fileOffset: number | undefined;
  /** Shared by all cursors of a file. */
  readonly count: { values: number };
};

export function fail(cursor: Cursor, code: PdfProblemCode): never {
  throw new PdfProblem(code, cursor.fileOffset ?? cursor.at);
}

/** Counts a value against the limit of the file. */
export function countValue(cursor: Cursor): void {
  cursor.count.values += 1;
  if (cursor.count.values > pdfLimits.values) fail(cursor, 'too-much');
}

export const peek = (cursor: Cursor, ahead = 0): number => cursor.bytes[cursor.at + ahead] ?? -1;

export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
/** End of the input, white space, or one of ( ) < > [ ] { } / % */
export const isBreak = (byte: number): boolean => byte === -1 || isSpace(byte) || delimiters.has(byte);
const delimiters = new Set(Array.from('()<>[]{}/%', (char) => char.charCodeAt(0)));

export function skipSpace(cursor: Cursor): void {
  while (isSpace(peek(cursor))) cursor.at += 1;
}

/** Whether `text` stands here, ended by a break; if so, steps over it. */
export function takeWord(cursor: Cursor, text: string): boolean {
  if (!startsWith(cursor, text) || !isBreak(peek(cursor, text.length))) return false;
  cursor.at += text.length;
  return true;
}

export function startsWith(cursor: Cursor, text: string): boolean {
  for (let place = 0; place < text.length; place += 1) if (peek(cursor, place) !== text.charCodeAt(place)) return false;
  return true;
}

/** Digits only, at most ten, ended by a break; `undefined` without moving where there is something else. */
export function takeCount(cursor: Cursor): number | undefined {
  let [value, length] = [0, 0];
  while (length <= 10 && isDigit(peek(cursor, length))) {
    value = value * 10 + peek(cursor, length) - 0x30;
    length += 1;
  }
  if (length === 0 || length > 10 || !isBreak(peek(cursor, length))) return undefined;
  cursor.at += length;
  return value;
}

/** One end of line: CR LF, LF or CR. */
export function takeLineEnd(cursor: Cursor): boolean {
  const length = startsWith(cursor, '\r\n') ? 2 : startsWith(cursor, '\n') || startsWith(cursor, '\r') ? 1 : 0;
  cursor.at += length;
  return length > 0;
}
