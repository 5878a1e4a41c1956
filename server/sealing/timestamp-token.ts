import type { Bytes } from '../../shared/base/bytes.ts';
import { type Hash, isSignedBy, parseHash } from '../../shared/verifying/algorithms.ts';
import { parseCertificate } from '../../shared/verifying/certificate.ts';
import { type Chain, findChain, validityAt } from '../../shared/verifying/chain.ts';
import { parseSignedData, type SignedData } from '../../shared/verifying/cms.ts';
import {
  childrenOf,
  countOf,
  type Der,
  DerProblem,
  derTags,
  expectTag,
  integerOf,
  isSameBytes,
  oidOf,
  parseDer,
  sequenceOf,
  timeOf,
} from '../../shared/verifying/der.ts';
import { Objection } from '../../shared/verifying/notes.ts';
import { integer } from './der.ts';
import type { TimestampQuestion } from './timestamp-request.ts';

/**
 * Whether an answer of a time stamp service is the one that was asked for, by somebody who may give it (RFC 3161
 * § 2.2, § 2.4.2). Nothing unchecked goes into a document: a token that lies would stay in it for ever.
 */
export type TimestampTrust = {
  /** Roots of time stamp services, DER. */
  anchors: readonly Bytes[];
  /** The policies that are good enough, as dotted OIDs; none named, any will do. */
  policies: readonly string[];
  /** When the answer came. */
  now: Date;
};

export type CheckedTimestamp = {
  /** The token, a CMS ContentInfo, as it goes into a document; DER. */
  token: Bytes;
  /** The time it states, milliseconds since 1970. */
  time: number;
  /** From the service's certificate to its anchor. */
  chain: Chain;
};

/** What is wrong with an answer; each is one of the checks below. */
export type TimestampFault =
  | 'not-granted'
  | 'malformed'
  | 'algorithm'
  | 'imprint'
  | 'nonce'
  | 'policy'
  | 'time'
  | 'signature'
  | 'signing-certificate'
  | 'purpose'
  | 'chain'
  | 'validity';

/** The service answered, and the answer is not used. */
export class TimestampRefused extends Error {
  readonly fault: TimestampFault;
  constructor(fault: TimestampFault, detail = '') {
    super(`the time stamp service's answer is refused: ${fault}${detail && ` (${detail})`}`);
    this.fault = fault;
  }
}

/** How far the service's clock may be from ours, in milliseconds. */
const largestSkew = 5 * 60_000;

/** Checks a TimeStampResp, DER. Throws `TimestampRefused` at the first thing that is wrong. */
export async function checkTimestampAnswer(
  answer: Bytes,
  asked: TimestampQuestion,
  trust: TimestampTrust,
): Promise<CheckedTimestamp> {
  const token = readable(() => grantedToken(answer));
  const signed = await parseSignedData(token, 'timestamp').catch(faultOfCms);
  const info = readable(() => parseInfo(signed.content));
  if (info.hash !== 'SHA-256' || !isSameBytes(info.imprint, asked.imprint)) throw new TimestampRefused('imprint');
  if (!info.nonce || !isSameBytes(info.nonce, integerOf(parseDer(integer(asked.nonce)))))
    throw new TimestampRefused('nonce');
  if (asked.policy !== undefined && info.policy !== asked.policy) throw new TimestampRefused('policy', info.policy);
  if (trust.policies.length > 0 && !trust.policies.includes(info.policy))
    throw new TimestampRefused('policy', info.policy);
  if (Math.abs(info.time - trust.now.getTime()) > largestSkew) throw new TimestampRefused('time');
  await checkSignature(signed);
  checkPurpose(signed);
  return { token, time: info.time, chain: await trustedChain(signed, trust, info.time) };
}

/** The time and the signer of a token that was checked before, for whoever has to say what stands in a document. */
export async function readTimestamp(token: Bytes): Promise<{ time: number; signed: SignedData }> {
  const signed = await parseSignedData(token, 'timestamp');
  return { time: parseInfo(signed.content).time, signed };
}

/** PKIStatusInfo: granted, or granted with modifications, each of which is checked below (RFC 3161 § 2.4.2). */
function grantedToken(answer: Bytes): Bytes {
  const [statusInfo, token, ...more] = sequenceOf(parseDer(answer));
  const [status, ...reasons] = sequenceOf(statusInfo);
  const code = countOf(status);
  if (code > 1) throw new TimestampRefused('not-granted', `status ${code}${failureOf(reasons)}`);
  if (!token || more.length > 0) throw new DerProblem('no token');
  return expectTag(token, derTags.sequence).whole;
}

/** PKIFailureInfo by the numbers of its bits, for the log. */
function failureOf(reasons: readonly Der[]): string {
  const bits = reasons.find(({ tag }) => tag === derTags.bitString);
  return bits ? `, failure ${Buffer.from(bits.body).toString('hex')}` : '';
}

type Info = { policy: string; imprint: Bytes; hash: Hash; time: number; nonce: Bytes | undefined };

/** TSTInfo. What it may add (accuracy, ordering, the service's name, extensions) must at least stand in its order. */
function parseInfo(content: Bytes | undefined): Info {
  const [version, policy, imprintPart, serial, time, ...rest] = sequenceOf(content && parseDer(content));
  if (countOf(version) !== 1) throw new DerProblem('version');
  integerOf(serial);
  const [algorithm, imprint, ...more] = sequenceOf(imprintPart);
  const places = rest.map(({ tag }) => optionalParts.indexOf(tag));
  if (more.length > 0 || places.some((place, at) => place < 0 || place <= (places[at - 1] ?? -1)))
    throw new DerProblem('content');
  const nonce = rest.find(({ tag }) => tag === derTags.integer);
  return {
    policy: oidOf(policy),
    hash: parseHash(algorithm),
    imprint: expectTag(imprint, derTags.octetString).body,
    time: timeOf(expectTag(time, derTags.generalizedTime)),
    nonce: nonce && integerOf(nonce),
  };
}

/** accuracy, ordering, nonce, tsa, extensions */
const optionalParts: readonly number[] = [derTags.sequence, derTags.boolean, derTags.integer, 0xa0, 0xa1];

/** The token's own signature, over what it says; and the signer named in what he signed (RFC 5816 § 2.2.1). */
async function checkSignature(signed: SignedData): Promise<void> {
  const { content, messageDigest, digestHash, signer, algorithm, signature, signedBytes } = signed;
  const digest = content && new Uint8Array(await crypto.subtle.digest(digestHash, content));
  if (!digest || !isSameBytes(digest, messageDigest)) throw new TimestampRefused('signature', 'digest');
  if (!(await isSignedBy(signer.key, algorithm, signature, signedBytes))) throw new TimestampRefused('signature');
  // `parseSignedData` has compared ESSCertIDv2 with the signer where it is there; without it nothing binds him.
  const names = childrenOf(parseDer(signedBytes)).map((attribute) => oidOf(sequenceOf(attribute)[0]));
  if (!names.includes(signingCertificateV2)) throw new TimestampRefused('signing-certificate');
}

/** RFC 3161 § 2.3: the key stamps time and does nothing else, and whoever does not know that purpose must refuse it. */
function checkPurpose({ signer }: SignedData): void {
  const { extendedKeyUsage: purposes, isCa } = signer;
  if (isCa || !purposes?.isCritical || purposes.purposes.join() !== timeStamping) throw new TimestampRefused('purpose');
}

async function trustedChain(signed: SignedData, { anchors }: TimestampTrust, time: number): Promise<Chain> {
  const roots = anchors.map((anchor) => parseCertificate(anchor));
  const chain = await findChain(signed.signer, signed.certificates, roots).catch((error: unknown) => {
    throw error instanceof Objection ? new TimestampRefused('chain', error.code) : error;
  });
  if (validityAt(chain, time) !== 'valid') throw new TimestampRefused('validity');
  return chain;
}

const timeStamping = '1.3.6.1.5.5.7.3.8';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';

function faultOfCms(error: unknown): never {
  if (!(error instanceof Objection)) throw error;
  if (error.code === 'algorithm-refused' || error.code === 'key-too-weak') throw new TimestampRefused('algorithm');
  throw new TimestampRefused(
    error.code === 'cms-certificate-mismatch' ? 'signing-certificate' : 'malformed',
    error.code,
  );
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerProblem) throw new TimestampRefused('malformed', error.message);
    if (error instanceof Objection) throw new TimestampRefused('algorithm');
    throw error;
  }
}
