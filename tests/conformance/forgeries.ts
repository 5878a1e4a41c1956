import { PdfNumber } from '@libpdf/core';
import type { Bytes } from '../../shared/base/bytes.ts';
import { appendIncrement } from '../../server/sealing/increment.ts';

/** What the judges must object to. A judge that passes these would prove nothing by passing the others. */

/** One letter of the metadata differs from what was sealed. */
export const withByteFlipped = (pdf: Bytes): Bytes => replaced(pdf, 'Typst', 'Tipst');

/** The first page stands on its head, by an increment after the seal. */
export const withPageChanged = (pdf: Bytes): Promise<Bytes> =>
  appendIncrement(pdf, ({ firstPage }) => firstPage.dict.set('Rotate', PdfNumber.of(180)));

/** The seal's field would not be printed, which PDF/A forbids. */
export const withoutPrintFlag = (pdf: Bytes): Bytes => replaced(pdf, '/F 132', '/F 128');

/** The window's bar would show the file's name, which PDF/UA forbids. */
export const withoutTitleShown = (pdf: Bytes): Bytes => replaced(pdf, '/DisplayDocTitle true', '/DisplayDocTitle null');

function replaced(pdf: Bytes, from: string, to: string): Bytes {
  const at = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).indexOf(from, 0, 'latin1');
  if (at === -1) throw new Error(`nothing to forge: ${from}`);
  const forged = pdf.slice();
  forged.set(Buffer.from(to, 'latin1'), at);
  return forged;
}
