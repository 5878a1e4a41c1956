import type { Bytes } from '../base/bytes.ts';
import { findObject, type PdfFile, resolve } from '../pdf/file.ts';
import { catalogOf } from '../pdf/signatures.ts';
import { decodeStream } from '../pdf/streams.ts';
import { asArray, asDict, asRef } from '../pdf/values.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { type Crl, parseCrl } from './crl.ts';
import { DerProblem } from './der.ts';
import { Objection } from './notes.ts';
import { type OcspAnswer, parseOcsp } from './ocsp.ts';

/**
 * The document security store: what was appended for validating the seal (ISO 32000-2, 12.8.4.3). Lists and answers
 * know the revision that brought them, because a time stamp after it shows since when they exist.
 */
export type Store = {
  certificates: readonly Certificate[];
  crls: readonly (Crl & { revision: number })[];
  ocsps: readonly (OcspAnswer & { revision: number })[];
  /** Entries that say nothing to this verification, since it cannot read or does not accept them. */
  unread: number;
};

/** Of each kind; thirty years of renewals need fewer, and each is held against each certificate. */
const mostEntries = 100;
/** Of all entries together; the longest lists of trust services have a third of this. */
const mostBytes = 16 * 1024 * 1024;

export async function readStore(file: PdfFile, revision: number): Promise<Store> {
  const { dict: catalog } = catalogOf(file, revision);
  const store = asDict(resolve(file, catalog.entries.get('DSS'), revision));
  let left = mostBytes;
  const listOf = async (key: string): Promise<readonly Entry[]> => {
    const items = asArray(resolve(file, store?.entries.get(key), revision)) ?? [];
    if (items.length > mostEntries) throw new Objection('validation-data-unused', { part: key });
    const entries: Entry[] = [];
    for (const item of items) {
      const number = asRef(item) ?? 0;
      const object = findObject(file, number, revision);
      if (!object) continue;
      const bytes = await decodeStream(file, object);
      left -= bytes.length;
      if (left < 0) throw new Objection('validation-data-unused', { part: key });
      const bringing = file.revisions.find(({ objects }) => objects.get(number) === object);
      entries.push({ bytes, revision: bringing?.index ?? revision });
    }
    return entries;
  };
  const [certs, lists, answers] = [await listOf('Certs'), await listOf('CRLs'), await listOf('OCSPs')];
  const certificates = certs.flatMap((entry) => readOrNothing(entry, parseCertificate));
  const crls = lists.flatMap((entry) => readOrNothing(entry, parseCrl));
  const ocsps = answers.flatMap((entry) => readOrNothing(entry, parseAnswer));
  const read = certificates.length + crls.length + ocsps.length;
  return { certificates, crls, ocsps, unread: certs.length + lists.length + answers.length - read };
}

type Entry = { bytes: Bytes; revision: number };

function parseAnswer(bytes: Bytes): OcspAnswer {
  const answer = parseOcsp(bytes);
  if ('refused' in answer) throw new DerProblem('no answer');
  return answer;
}

function readOrNothing<T extends object>({ bytes, revision }: Entry, read: (bytes: Bytes) => T) {
  try {
    return [{ ...read(bytes), revision }];
  } catch (error) {
    if (error instanceof DerProblem || error instanceof Objection) return [];
    throw error;
  }
}
