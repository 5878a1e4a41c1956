import type { Bytes } from '../base/bytes.ts';
import { type Hash, isSignedBy, parseHash } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { type Chain, findChain, validityAt } from './chain.ts';
import { parseSignedData, type SignedData } from './cms.ts';
import {
  countOf,
  DerProblem,
  derTags,
  expectTag,
  integerOf,
  isSameBytes,
  oidOf,
  parseDer,
  sequenceOf,
  timeOf,
} from './der.ts';
import { type Note, Objection } from './notes.ts';
import { checkRevocation, type KnownCrl } from './revocation.ts';

/** Who vouches for time: anchors of time stamp authorities, what lies beside, lists, and the time of verification. */
export type TimeTrust = {
  anchors: readonly Certificate[];
  beside: readonly Certificate[];
  crls: readonly KnownCrl[];
  at: number;
};

/** What a good time stamp shows, and what it relied on. */
export type ProvenTime = { time: number; chain: Chain; crls: readonly KnownCrl[] };

const timeStamping = '1.3.6.1.5.5.7.3.8';

/**
 * A time stamp (RFC 3161) over bytes whose digest `digest` computes. Answers with the time it proves; throws
 * `timestamp-mismatch` where it is about other bytes, `timestamp-malformed` where it is wrong in itself, and
 * `timestamp-untrusted` where nobody known vouches for it.
 */
export async function verifyTimestamp(
  token: Bytes,
  digest: (hash: Hash) => Promise<Bytes>,
  trust: TimeTrust,
): Promise<ProvenTime> {
  const signed = await parseSignedData(token, 'timestamp').catch((error: unknown) => {
    throw error instanceof Objection ? new Objection('timestamp-malformed', { part: error.code }) : error;
  });
  const { imprint, hash, time } = parseInfo(signed.content);
  if (!isSameBytes(imprint, await digest(hash))) throw new Objection('timestamp-mismatch');
  await checkSignature(signed);
  const chain = await chainOf(signed, trust);
  if (validityAt(chain, time) !== 'valid' || time > trust.at) throw new Objection('timestamp-untrusted');
  const crls = await checkRevocation(chain, trust.crls, { provenAt: undefined, claimedAt: time }, untrusted);
  return { time, chain, crls };
}

const untrusted: Note = (code) => {
  throw new Objection('timestamp-untrusted', { part: code });
};

async function checkSignature({
  content,
  messageDigest,
  digestHash,
  signer,
  algorithm,
  signature,
  signedBytes,
}: SignedData) {
  const computed = content && new Uint8Array(await crypto.subtle.digest(digestHash, content));
  const purposes = signer.extendedKeyUsage;
  if (
    !computed ||
    !isSameBytes(computed, messageDigest) ||
    !purposes?.isCritical ||
    purposes.purposes.join() !== timeStamping ||
    !(await isSignedBy(signer.key, algorithm, signature, signedBytes))
  )
    throw new Objection('timestamp-malformed', { part: 'signature' });
}

async function chainOf(signed: SignedData, { beside, anchors }: TimeTrust): Promise<Chain> {
  try {
    return await findChain(signed.signer, [...signed.certificates, ...beside], anchors);
  } catch (error) {
    if (error instanceof Objection) throw new Objection('timestamp-untrusted', { part: error.code });
    throw error;
  }
}

/** TSTInfo (RFC 3161 § 2.4.2); nonce, accuracy and the name of the authority say nothing about the proof. */
function parseInfo(content: Bytes | undefined): { imprint: Bytes; hash: Hash; time: number } {
  try {
    const [version, policy, imprintPart, serial, time] = sequenceOf(content && parseDer(content));
    if (countOf(version) !== 1) throw new DerProblem('version');
    oidOf(policy);
    integerOf(serial);
    const [algorithm, imprint] = sequenceOf(imprintPart);
    return {
      hash: parseHash(algorithm),
      imprint: expectTag(imprint, derTags.octetString).body,
      time: timeOf(expectTag(time, derTags.generalizedTime)),
    };
  } catch (error) {
    if (error instanceof DerProblem || error instanceof Objection)
      throw new Objection('timestamp-malformed', { part: 'content' });
    throw error;
  }
}
