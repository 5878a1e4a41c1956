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
import { checkRevocation, clockSkew, type RevocationData, type UsedRevocation } from './revocation.ts';

/** A token that is whole and about the right bytes; whether anybody vouches for it is another question. */
export type ReadTimestamp = { time: number; signed: SignedData };

/** What a trusted time stamp shows, and what it relied on. */
export type ProvenTime = { time: number; chain: Chain; used: UsedRevocation };

/** Who vouches for time: anchors of time stamp authorities, certificates and revocation data, the time of verification. */
export type TimeTrust = {
  anchors: readonly Certificate[];
  beside: readonly Certificate[];
  data: RevocationData;
  at: number;
  /** When the stamp itself is shown to have existed: the next stamp over it. Its certificate may expire after that. */
  provenAt: number | undefined;
};

const timeStamping = '1.3.6.1.5.5.7.3.8';

/**
 * Reads a time stamp (RFC 3161) over bytes whose digest `digest` computes. Throws `timestamp-mismatch` where it is about
 * other bytes, `timestamp-purpose` where its key is not made for time stamps, `timestamp-weak` where it uses an algorithm
 * that is not accepted, and `timestamp-malformed` where it is wrong in itself.
 */
export async function readTimestamp(token: Bytes, digest: (hash: Hash) => Promise<Bytes>): Promise<ReadTimestamp> {
  const signed = await parseSignedData(token, 'timestamp').catch((error: unknown) => {
    throw error instanceof Objection ? malformed(error) : error;
  });
  const { imprint, hash, time } = parseInfo(signed.content);
  if (!isSameBytes(imprint, await digest(hash))) throw new Objection('timestamp-mismatch');
  checkTimePurpose(signed.signer);
  await checkSignature(signed);
  return { time, signed };
}

/**
 * Whether somebody known vouches for the time stamp: chain, validity and revocation at the time it is shown to have
 * existed. Throws `timestamp-untrusted`, `timestamp-expired`, `timestamp-revoked`, or `timestamp-certificate-odd` for a
 * certificate that lies in the token and was changed.
 */
export async function checkTimestampTrust({ time, signed }: ReadTimestamp, trust: TimeTrust): Promise<ProvenTime> {
  const { at, provenAt, data, anchors, beside } = trust;
  const chain = await findChain(signed.signer, [...signed.certificates, ...beside], anchors).catch((error: unknown) => {
    throw error instanceof Objection ? new Objection('timestamp-untrusted', { part: error.code }) : error;
  });
  await checkBeside(signed.certificates, chain);
  if (time > at + clockSkew) throw new Objection('timestamp-untrusted', { part: 'from the future' });
  if (validityAt(chain, time) !== 'valid') throw new Objection('timestamp-untrusted', { part: 'certificate' });
  if (validityAt(chain, Math.max(time, provenAt ?? at)) !== 'valid') throw new Objection('timestamp-expired');
  const times = { provenAt, claimedAt: time, neededAt: time, at };
  // Whoever gave an authority's own certificate as an anchor answers for it.
  const used = chain.length === 1 ? nothingUsed : await checkRevocation(chain, data, times, untrusted);
  return { time, chain, used };
}

/**
 * Nobody signs what a token brings along, so a certificate that is not in the chain must at least be whole: services add
 * their root, though a verifier may know a certificate below it.
 */
async function checkBeside(certificates: readonly Certificate[], chain: Chain): Promise<void> {
  const known = [...chain, ...certificates];
  for (const certificate of certificates) {
    if (chain.some(({ der }) => isSameBytes(der, certificate.der))) continue;
    const { issuer, algorithm, signature, tbs } = certificate;
    const issuers = known.filter(({ subject }) => isSameBytes(subject, issuer));
    let isWhole = false;
    for (const { key } of issuers) isWhole ||= await isSignedBy(key, algorithm, signature, tbs);
    if (!isWhole) throw new Objection('timestamp-certificate-odd');
  }
}

const nothingUsed: UsedRevocation = { crls: [], ocsps: [], responders: [] };

const untrusted: Note = (code) => {
  const isRevoked = code === 'certificate-revoked' || code === 'certificate-revoked-without-proof';
  if (isRevoked) throw new Objection('timestamp-revoked');
  throw new Objection('timestamp-untrusted', { part: code });
};

const malformed = ({ code }: Objection): Objection =>
  code === 'algorithm-refused' || code === 'key-too-weak'
    ? new Objection('timestamp-weak')
    : new Objection('timestamp-malformed', { part: code });

/** RFC 3161 § 2.3: for time stamps and for nothing else, and it says so critically. */
function checkTimePurpose({ extendedKeyUsage, isCa }: Certificate): void {
  if (isCa || !extendedKeyUsage?.isCritical || extendedKeyUsage.purposes.join() !== timeStamping)
    throw new Objection('timestamp-purpose');
}

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
  if (
    !computed ||
    !isSameBytes(computed, messageDigest) ||
    !(await isSignedBy(signer.key, algorithm, signature, signedBytes))
  )
    throw new Objection('timestamp-malformed', { part: 'signature' });
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
    if (error instanceof Objection) throw malformed(error);
    if (error instanceof DerProblem) throw new Objection('timestamp-malformed', { part: 'content' });
    throw error;
  }
}
