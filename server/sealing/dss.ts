import { PdfArray, PdfDict, PdfName, type PdfObject, PdfStream } from '@libpdf/core';
import type { Bytes } from '../../shared/base/bytes.ts';
import { appendIncrement } from './increment.ts';

/** What a verifier needs once the services that issued it are gone; all DER. */
export type ValidationData = { certificates: readonly Bytes[]; crls: readonly Bytes[]; ocsps: readonly Bytes[] };

/**
 * Appends the document security store (ISO 32000-2 § 12.8.4.3): certificates, CRLs and OCSP answers.
 * What a store that is already there holds, stays; nothing is stored twice. No VRI: it says nothing that is not here.
 */
export async function appendDss(pdf: Bytes, data: ValidationData): Promise<Bytes> {
  return appendIncrement(pdf, (draft) => {
    const found = draft.follow(draft.catalog.get('DSS'));
    const dss = found instanceof PdfDict ? found.clone() : PdfDict.of({ Type: PdfName.of('DSS') });
    const lists = { Certs: data.certificates, CRLs: data.crls, OCSPs: data.ocsps };
    for (const [key, wanted] of Object.entries(lists)) {
      const kept = itemsOf(draft.follow(dss.get(key)));
      const seen = new Set(kept.map((item) => contentOf(draft.follow(item))));
      for (const bytes of wanted) {
        if (seen.has(textOf(bytes))) continue;
        seen.add(textOf(bytes));
        kept.push(draft.add(new PdfStream([], bytes)));
      }
      if (kept.length > 0) dss.set(key, new PdfArray(kept));
    }
    draft.catalog.set('DSS', draft.add(dss));
  });
}

const itemsOf = (list: PdfObject | undefined): PdfObject[] => (list instanceof PdfArray ? [...list] : []);

const contentOf = (item: PdfObject | undefined): string =>
  item instanceof PdfStream ? textOf(item.getDecodedData()) : '';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
