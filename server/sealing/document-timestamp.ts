import { PdfDict, PdfName } from '@libpdf/core';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../ports/sealer.ts';
import { digestOf } from './algorithms.ts';
import { aroundGap, emptyContents, fillHole, type Gap, measureHole, unknownByteRange } from './hole.ts';
import { appendIncrement, arrayAt } from './increment.ts';
import { addFilledField } from './signature-field.ts';

/**
 * A time stamp over the whole document so far (EN 319 142-1 § 5.4.3), in an increment with a field of its own.
 * Two phases here too: the token comes from elsewhere and may be late or not come.
 */
export type PreparedTimestamp = { pdf: Bytes; gap: Gap; imprint: Bytes };

export async function prepareDocumentTimestamp(
  pdf: Bytes,
  hash: SealAlgorithm['hash'],
  tokenBytes: number,
): Promise<PreparedTimestamp> {
  const appended = await appendIncrement(pdf, (draft) => {
    const value = draft.add(
      PdfDict.of({
        Type: PdfName.of('DocTimeStamp'),
        Filter: PdfName.of('Adobe.PPKLite'),
        SubFilter: PdfName.of('ETSI.RFC3161'),
        Contents: emptyContents(tokenBytes),
        ByteRange: unknownByteRange(),
      }),
    );
    // The seal is the first field, so the count of fields is the next time stamp's number.
    const number = arrayAt(draft, draft.form, 'Fields').length;
    addFilledField(draft, { name: `Zeitstempel${number}`, label: `Zeitstempel ${number}` }, value);
  });
  const { pdf: measured, gap } = measureHole(appended, pdf.length, tokenBytes);
  return { pdf: measured, gap, imprint: digestOf(hash, ...aroundGap(measured, gap)) };
}

/** Puts a checked token into its place. */
export const finishDocumentTimestamp = ({ pdf, gap }: PreparedTimestamp, token: Bytes): Bytes =>
  fillHole(pdf, gap, token);
