import { PdfArray, PdfDict, PdfName, PdfNumber, type PdfRef, PdfString } from '@libpdf/core';
import { arrayAt, type Draft } from './increment.ts';

/**
 * The fields that hold a seal or a time stamp: widgets without extent and without appearance, printable and locked
 * (ISO 32000-1 § 12.7.4.5; PDF/A asks for the print flag, ISO 19005-3 § 6.3.2).
 */
export type FieldNames = {
  /** The field's name, unique in its document. */
  name: string;
  /** What a screen reader says of it (ISO 14289-1 § 7.18.1). */
  label: string;
};

/** The empty field of the seal, on the first page; made before anything is sealed. */
export function addEmptyField(draft: Draft, names: FieldNames): void {
  const field = invisibleField(names);
  field.set('P', draft.firstPage.ref);
  const ref = draft.add(field);
  arrayAt(draft, draft.form, 'Fields').push(ref);
  arrayAt(draft, draft.firstPage.dict, 'Annots').push(ref);
}

/**
 * A field that comes with its time stamp after the seal. It stands in the form only, on no page: no page object changes
 * once a document is sealed, and a verifier may refuse every increment that touches one.
 */
export function addFilledField(draft: Draft, names: FieldNames, value: PdfRef): void {
  const field = invisibleField(names);
  field.set('V', value);
  arrayAt(draft, draft.form, 'Fields').push(draft.add(field));
}

function invisibleField({ name, label }: FieldNames): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(name),
    TU: PdfString.fromString(label),
    Rect: new PdfArray([0, 0, 0, 0].map((value) => PdfNumber.of(value))),
    F: PdfNumber.of(printed | locked),
  });
}

const printed = 4;
const locked = 128;
