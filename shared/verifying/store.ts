import type { Bytes } from '../base/bytes.ts';
import { findObject, type PdfFile, resolve } from '../pdf/file.ts';
import { catalogOf } from '../pdf/signatures.ts';
import { decodeStream } from '../pdf/streams.ts';
import { asArray, asDict, asRef } from '../pdf/values.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { type Crl, parseCrl } from './crl.ts';
import { DerProblem } from './der.ts';
import { Objection } from './notes.ts';

/** The document security store: what was appended for validating the seal (ISO 32000-2, 12.8.4.3). */
export type Store = {
  certificates: readonly Certificate[];
  lists: readonly Crl[];
  /** Entries that say nothing to this verification: OCSP answers, and what it cannot read. */
  unread: number;
};

const mostEntries = 200;

export async function readStore(file: PdfFile, revision: number): Promise<Store> {
  const { dict: catalog } = catalogOf(file, revision);
  const store = asDict(resolve(file, catalog.entries.get('DSS'), revision));
  const listOf = async (key: string): Promise<Bytes[]> => {
    const items = asArray(resolve(file, store?.entries.get(key), revision)) ?? [];
    if (items.length > mostEntries) throw new Objection('validation-data-unused', { part: key });
    const streams: Bytes[] = [];
    for (const item of items) {
      const object = findObject(file, asRef(item) ?? 0, revision);
      if (object) streams.push(await decodeStream(file, object));
    }
    return streams;
  };
  const [certs, crls, ocsps] = [await listOf('Certs'), await listOf('CRLs'), await listOf('OCSPs')];
  const certificates = certs.flatMap((bytes) => readOrNothing(bytes, parseCertificate));
  const lists = crls.flatMap((bytes) => readOrNothing(bytes, parseCrl));
  return {
    certificates,
    lists,
    unread: certs.length + crls.length + ocsps.length - certificates.length - lists.length,
  };
}

function readOrNothing<T>(bytes: Bytes, read: (bytes: Bytes) => T): T[] {
  try {
    return [read(bytes)];
  } catch (error) {
    if (error instanceof DerProblem || error instanceof Objection) return [];
    throw error;
  }
}
