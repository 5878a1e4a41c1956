import { PdfArray, PdfNumber, PdfString } from '@libpdf/core';
import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * The hole of a signature: the hex string of /Contents, which no signature can cover because it is in it.
 * It is dug with zeros, measured once the file is written, and filled with upper-case hex and zeros behind.
 */
export type Gap = { start: number; end: number };

/** The /Contents of a signature dictionary, before there is a signature of at most so many bytes. */
export const emptyContents = (bytes: number): PdfString => PdfString.fromBytes(new Uint8Array(bytes));

/** The /ByteRange before it is known: ten digits a number, which a file of this office never needs. */
export const unknownByteRange = (): PdfArray =>
  new PdfArray([0, widest, widest, widest].map((value) => PdfNumber.of(value)));

/**
 * Finds the hole dug behind `from`, writes the true /ByteRange in place, and says where it is.
 * `gap.start` is the `<`, `gap.end` the byte after the `>`: the ranges are everything else.
 */
export function measureHole(pdf: Bytes, from: number, bytes: number): { pdf: Bytes; gap: Gap } {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const contents = `/Contents <${'00'.repeat(bytes)}>`;
  const range = `/ByteRange [0 ${widest} ${widest} ${widest}]`;
  const start = onlyPlaceOf(text, contents, from) + '/Contents '.length;
  const end = start + bytes * 2 + 2;
  const measured = `/ByteRange [0 ${start} ${end} ${pdf.length - end}]`.padEnd(range.length);
  const written = pdf.slice();
  written.set(Buffer.from(measured, 'latin1'), onlyPlaceOf(text, range, from));
  return { pdf: written, gap: { start, end } };
}

/** The parts of the file that the signature covers. */
export const aroundGap = (pdf: Bytes, gap: Gap): readonly [Bytes, Bytes] => [
  pdf.subarray(0, gap.start),
  pdf.subarray(gap.end),
];

export function fillHole(pdf: Bytes, gap: Gap, contents: Bytes): Bytes {
  const room = (gap.end - gap.start - 2) / 2;
  if (contents.length > room) throw new Error(`A signature of ${contents.length} bytes does not fit into ${room}.`);
  const hex = Buffer.from(contents).toString('hex').toUpperCase();
  const filled = pdf.slice();
  filled.set(Buffer.from(hex.padEnd(room * 2, '0'), 'latin1'), gap.start + 1);
  return filled;
}

const widest = 9_999_999_999;

function onlyPlaceOf(text: Buffer, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from, 'latin1');
  if (at === -1 || text.includes(wanted, at + 1, 'latin1')) throw new Error('There must be exactly one hole.');
  return at;
}
