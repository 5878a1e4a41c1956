import type { Bytes } from '../base/bytes.ts';
import { isSignedBy, publicKeyBits } from './algorithms.ts';
import { type Certificate, keyUsages } from './certificate.ts';
import { DerProblem, isSameBytes } from './der.ts';
import { Objection } from './notes.ts';
import { isAboutCertificate, type OcspAnswer, type OcspRefusal, type OcspSingle, parseOcsp } from './ocsp.ts';

/** What a believable answer says, and who said it. Times in milliseconds since 1970. */
export type OcspStatement = {
  status: OcspSingle['status'];
  thisUpdate: number;
  /** Until when it is meant to hold; a day, where the responder does not say. */
  nextUpdate: number;
  producedAt: number;
  /** The issuer itself, or whom it appointed. */
  responder: Certificate;
  /** Whether the appointed responder's own status has to be looked at: it has no id-pkix-ocsp-nocheck (§ 4.2.2.2.1). */
  isResponderToCheck: boolean;
};

export type OcspProblem =
  | 'malformed'
  | 'algorithm-refused'
  | OcspRefusal
  | 'other-certificate'
  | 'responder-unknown'
  | 'responder-not-authorised'
  | 'responder-not-valid'
  | 'signature-wrong'
  | 'from-the-future'
  | 'stale';

export type OcspFinding =
  | { status: 'good' | 'unknown'; statement: OcspStatement; nonce?: Bytes }
  | { status: 'revoked'; revokedAt: number; reason?: number; statement: OcspStatement; nonce?: Bytes }
  | { status: 'unusable'; because: OcspProblem };

/** What a responder may leave unsaid: how long an answer holds. The seal's last good status counts as long (signing.md 6). */
const unsaidLifetime = 24 * 60 * 60_000;
/** Clocks of who answers and who asks differ. */
const clockSkew = 5 * 60_000;
const ocspSigning = '1.3.6.1.5.5.7.3.9';

/**
 * Reads an OCSPResponse (DER) and says what it proves of `certificate`, issued by `issuer`, at the time `at`: good,
 * revoked, unknown, or nothing, and why. `beside` are certificates in which the responder's may be found, when the
 * answer does not bring it. Whoever asked with a nonce compares it with the answer's. Never throws for what the
 * answer holds.
 */
export async function checkOcsp(
  answer: Bytes,
  { certificate, issuer, at, beside = [] }: OcspQuestion & { at: Date },
): Promise<OcspFinding> {
  const read = readOcsp(answer);
  if ('because' in read) return { status: 'unusable', because: read.because };
  const found = await ocspStatement(read, { certificate, issuer, beside });
  if ('because' in found) return { status: 'unusable', because: found.because };
  if (Math.max(found.thisUpdate, found.producedAt) > at.getTime() + clockSkew)
    return { status: 'unusable', because: 'from-the-future' };
  if (found.nextUpdate < at.getTime()) return { status: 'unusable', because: 'stale' };
  const nonce = read.nonce ? { nonce: read.nonce } : {};
  const { status } = found;
  if (status.is !== 'revoked') return { status: status.is, statement: found, ...nonce };
  const reason = status.reason === undefined ? {} : { reason: status.reason };
  return { status: 'revoked', revokedAt: status.at, ...reason, statement: found, ...nonce };
}

/** A certificate, who issued it, and where else the responder's certificate may lie. */
export type OcspQuestion = { certificate: Certificate; issuer: Certificate; beside?: readonly Certificate[] };

/** As `parseOcsp`, but what is wrong is a word instead of an exception. */
export function readOcsp(bytes: Bytes): OcspAnswer | { because: OcspProblem } {
  try {
    const answer = parseOcsp(bytes);
    return 'refused' in answer ? { because: answer.refused } : answer;
  } catch (error) {
    if (error instanceof DerProblem) return { because: 'malformed' };
    if (error instanceof Objection) return { because: 'algorithm-refused' };
    throw error;
  }
}

/** The same without asking whether the answer is still current: an archive asks what it said then. */
export async function ocspStatement(
  answer: OcspAnswer,
  { certificate, issuer, beside = [] }: OcspQuestion,
): Promise<OcspStatement | { because: OcspProblem }> {
  const about: OcspSingle[] = [];
  for (const single of answer.answers) if (await isAboutCertificate(single, certificate, issuer)) about.push(single);
  const [single, ...others] = about;
  // Two answers about one certificate would let whoever reads choose.
  if (!single || others.length > 0) return { because: 'other-certificate' };
  const candidates = [issuer, ...answer.certificates, ...beside];
  const named: Certificate[] = [];
  for (const candidate of candidates) if (await isNamed(answer, candidate)) named.push(candidate);
  if (named.length === 0) return { because: 'responder-unknown' };
  let problem: OcspProblem = 'signature-wrong';
  for (const responder of named) {
    if (!(await isSignedBy(responder.key, answer.algorithm, answer.signature, answer.tbs))) continue;
    const isIssuer = isSameBytes(responder.der, issuer.der);
    if (!isIssuer && !(await isAppointed(responder, issuer))) problem = 'responder-not-authorised';
    else if (answer.producedAt < responder.notBefore || answer.producedAt > responder.notAfter)
      problem = 'responder-not-valid';
    else
      return {
        status: single.status,
        thisUpdate: single.thisUpdate,
        nextUpdate: single.nextUpdate ?? single.thisUpdate + unsaidLifetime,
        producedAt: answer.producedAt,
        responder,
        isResponderToCheck: !isIssuer && responder.isStatusUnchecked !== true,
      };
  }
  return { because: problem };
}

async function isNamed({ responder }: OcspAnswer, candidate: Certificate): Promise<boolean> {
  if ('name' in responder) return isSameBytes(responder.name, candidate.subject);
  const hash = await crypto.subtle.digest('SHA-1', publicKeyBits(candidate.key));
  return isSameBytes(responder.keyHash, new Uint8Array(hash));
}

/** RFC 6960 § 4.2.2.2: appointed by the issuer itself, for this purpose by name, and by no one further up. */
async function isAppointed(responder: Certificate, issuer: Certificate): Promise<boolean> {
  return (
    isSameBytes(responder.issuer, issuer.subject) &&
    responder.extendedKeyUsage?.purposes.includes(ocspSigning) === true &&
    responder.keyUsage?.has(keyUsages.digitalSignature) !== false &&
    !responder.hasUnknownCondition &&
    (await isSignedBy(issuer.key, responder.algorithm, responder.signature, responder.tbs))
  );
}
