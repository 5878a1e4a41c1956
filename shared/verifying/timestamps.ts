import type { Bytes } from '../base/bytes.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { PdfSignature } from '../pdf/signatures.ts';
import type { Hash } from './algorithms.ts';
import { type Certificate, nameOf } from './certificate.ts';
import type { SignedData } from './cms.ts';
import { type Note, Objection } from './notes.ts';
import type { TimestampShown } from './report.ts';
import { clockSkew, type RevocationData } from './revocation.ts';
import { digestAround } from './seal.ts';
import { checkTimestampTrust, type ProvenTime, type ReadTimestamp, readTimestamp } from './timestamp.ts';
import { toInstant } from '../base/instant.ts';

/**
 * The time stamps of a file, oldest first: the one in the seal, over its signature, then those over the document. Each
 * covers all before it, so each shows that the ones before existed in time, before their certificates expired; only the
 * last has to stand by itself (EN 319 102-1, 5.6).
 */
export type Stamp = ReadTimestamp & {
  covers: 'signature' | 'document';
  /** The revision it stands in; everything up to there is covered by a stamp over the document. */
  revision: number;
};

/** Reads every stamp; notes those that are wrong in themselves or about something else, and leaves them out. */
export async function readStamps(
  file: PdfFile,
  { cms, seal, timestamps, holes }: StampPlaces,
  note: Note,
): Promise<readonly Stamp[]> {
  const overSignature = {
    token: cms.signatureTimestamp,
    digest: async (hash: Hash) => new Uint8Array(await crypto.subtle.digest(hash, cms.signature)),
    place: { covers: 'signature', revision: seal.revision } as const,
  };
  const overDocument = timestamps.map((timestamp, at) => ({
    token: holes[at],
    digest: (hash: Hash) => digestAround(file, timestamp, hash),
    place: { covers: 'document', revision: timestamp.revision } as const,
  }));
  const stamps: Stamp[] = [];
  for (const { token, digest, place } of [overSignature, ...overDocument]) {
    if (!token) continue;
    const read = await unlessObjected(note, () => readTimestamp(token, digest));
    if (read) stamps.push({ ...read, ...place });
  }
  if (stamps.some(({ time }, at) => stamps.slice(at).some((later) => later.time + clockSkew < time)))
    note('timestamp-order');
  return stamps;
}

/** The seal, its CMS, the time stamps over the document and what lies in their holes. */
export type StampPlaces = {
  cms: SignedData;
  seal: PdfSignature;
  timestamps: readonly PdfSignature[];
  holes: readonly Bytes[];
};

/** The stamps that somebody known vouches for, each with what it relied on; notes why the others are left out. */
export async function trustStamps(
  stamps: readonly Stamp[],
  trust: { anchors: readonly Certificate[]; beside: readonly Certificate[]; data: RevocationData; at: number },
  note: Note,
): Promise<readonly (ProvenTime & Stamp)[]> {
  const trusted: (ProvenTime & Stamp)[] = [];
  for (const [place, stamp] of stamps.entries()) {
    const provenAt = earliest(stamps.slice(place + 1));
    const proven = await unlessObjected(note, () => checkTimestampTrust(stamp, { ...trust, provenAt }));
    if (proven) trusted.push({ ...stamp, ...proven });
  }
  return trusted;
}

/** Since when something that stands in this revision is shown to exist; `undefined` where no stamp covers it. */
export const knownSince = (revision: number, stamps: readonly Stamp[]): number | undefined =>
  earliest(stamps.filter((stamp) => stamp.covers === 'document' && stamp.revision > revision));

export const earliest = (stamps: readonly { time: number }[]): number | undefined =>
  stamps.length === 0 ? undefined : Math.min(...stamps.map(({ time }) => time));

export const showStamps = (stamps: readonly Stamp[], trusted: readonly Stamp[]): readonly TimestampShown[] =>
  stamps.map(({ time, signed, covers, revision }) => ({
    at: toInstant(new Date(time)),
    authority: nameOf(signed.signer.subject, 'commonName'),
    covers,
    isTraced: trusted.some((other) => other.revision === revision && other.covers === covers),
  }));

async function unlessObjected<T>(note: Note, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Objection)) throw error;
    note(error.code, error.where);
    return undefined;
  }
}
