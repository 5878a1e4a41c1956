import { PDF, PdfArray, PdfDict, type PdfObject, type PdfRef } from '@libpdf/core';
import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * Appending to a PDF. Whatever is added, the bytes that were there stay the first bytes of the file: every delivered
 * version of a document is a prefix of every later one.
 */
export type Draft = {
  catalog: PdfDict;
  /** The catalog's AcroForm, which `completePdf` puts there. */
  form: PdfDict;
  firstPage: { dict: PdfDict; ref: PdfRef };
  /** Follows a reference; anything else comes back as it is. */
  follow(value: PdfObject | undefined): PdfObject | undefined;
  /** Adds an object and gives its reference. */
  add(object: PdfObject): PdfRef;
};

/** Lets `change` work on the objects and appends what it changed as one increment with a classic xref table. */
export async function appendIncrement(pdf: Bytes, change: (draft: Draft) => void): Promise<Bytes> {
  const document = await PDF.load(pdf);
  const blocker = document.canSaveIncrementally();
  if (blocker !== null) throw new Error(`This PDF takes no increment: ${blocker}.`);
  change(draftOf(document));
  const longer = new Uint8Array(
    await document.save({ incremental: true, useXRefStream: false, compressStreams: false }),
  );
  if (longer.length <= pdf.length || Buffer.compare(longer.subarray(0, pdf.length), pdf) !== 0)
    throw new Error('An increment changed bytes that were already there.');
  return longer;
}

export function draftOf(document: PDF): Draft {
  const { registry } = document.context;
  const follow = (value: PdfObject | undefined): PdfObject | undefined =>
    value?.type === 'ref' ? (registry.resolve(value) ?? undefined) : value;
  const catalog = document.getCatalog();
  const form = follow(catalog.get('AcroForm'));
  const page = document.getPage(0);
  if (!page) throw new Error('A PDF without pages has no place for a seal.');
  return {
    catalog,
    form: form instanceof PdfDict ? form : new PdfDict(),
    firstPage: { dict: page.dict, ref: page.ref },
    follow,
    add: (object) => registry.register(object),
  };
}

/** The array at `key`, followed if it is a reference, or a new one put there. */
export function arrayAt(draft: Draft, dict: PdfDict, key: string): PdfArray {
  const found = draft.follow(dict.get(key));
  if (found instanceof PdfArray) return found;
  const made = new PdfArray();
  dict.set(key, made);
  return made;
}
