import { PDF, PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core';
import type { Bytes } from '../../shared/base/bytes.ts';
import { draftOf } from './increment.ts';
import { addEmptyField } from './signature-field.ts';
import { withPdfUa } from './ua-metadata.ts';

/**
 * Finishes what Typst leaves open between PDF/A-3a and PDF/UA-1, before anything is sealed: the title in the window's
 * bar, the tab order, the mark of PDF/UA, and the empty field that the seal will fill. One full rewrite with a classic
 * xref table; the same input gives the same bytes.
 */
export async function completePdf(typeset: Bytes): Promise<Bytes> {
  const document = await PDF.load(typeset);
  const draft = draftOf(document);
  const { catalog } = draft;
  if (catalog.has('AcroForm')) throw new Error('This PDF already has a form.');

  const preferences = draft.follow(catalog.get('ViewerPreferences'));
  const viewer = preferences instanceof PdfDict ? preferences : new PdfDict();
  viewer.set('DisplayDocTitle', PdfBool.of(true));
  catalog.set('ViewerPreferences', viewer);

  const metadata = draft.follow(catalog.get('Metadata'));
  if (!(metadata instanceof PdfStream)) throw new Error('This PDF has no metadata.');
  const xmp = withPdfUa(new TextDecoder().decode(metadata.getDecodedData()));
  const dictionary = PdfDict.of({ Type: PdfName.of('Metadata'), Subtype: PdfName.of('XML') });
  catalog.set('Metadata', draft.add(new PdfStream(dictionary, new TextEncoder().encode(xmp))));

  for (const page of document.getPages()) page.dict.set('Tabs', PdfName.of('S'));

  // SigFlags: there are signatures, and this file may only be appended to (ISO 32000-1 Table 219).
  draft.form.set('SigFlags', PdfNumber.of(3));
  draft.form.set('Fields', new PdfArray());
  catalog.set('AcroForm', draft.add(draft.form));
  addEmptyField(draft, sealField);

  return new Uint8Array(await document.save({ useXRefStream: false, compressStreams: false }));
}

export const sealField = { name: 'Siegel', label: 'Elektronisches Siegel der Behörde' } as const;
