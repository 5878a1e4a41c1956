import { toHex } from '../base/bytes.ts';
import type { Certificate } from './certificate.ts';
import type { Chain } from './chain.ts';
import { type Crl, isCrlOf, isOfOtherKey } from './crl.ts';
import { isSameBytes } from './der.ts';
import type { Note } from './notes.ts';
import type { OcspAnswer } from './ocsp.ts';
import { ocspStatement } from './ocsp-check.ts';
import type { ReasonCode } from './reasons.ts';

/**
 * A list or an answer, and when it is known to have existed: now where whoever verifies brings it (`isOwn`), the time of
 * a stamp over it where it lies in the document. Milliseconds since 1970.
 */
export type Known<Source> = Source & { knownAt: number; isOwn?: true };
export type RevocationData = {
  crls: readonly Known<Crl>[];
  ocsps: readonly Known<OcspAnswer>[];
  /** Where the certificates of responders may be found. */
  beside: readonly Certificate[];
};

/** Clocks of who signs and who verifies differ; something may be this much from the future. Milliseconds. */
export const clockSkew = 5 * 60_000;

export type RevocationTimes = {
  /** A verified time stamp shows that the signature existed then; a later revocation leaves it alone. */
  provenAt: number | undefined;
  /** The signature's own word on when it was made. */
  claimedAt: number | undefined;
  /** Data that had run out before this time say nothing: the time of verification, or when the signature was made. */
  neededAt: number;
  /** The time of verification. */
  at: number;
};

/** What was relied on, so that nothing else may lie beside it. */
export type UsedRevocation = {
  crls: readonly Crl[];
  ocsps: readonly OcspAnswer[];
  responders: readonly Certificate[];
};

/**
 * Notes what lists and answers say about each certificate of the chain but its anchor. A revocation counts from any of
 * them, an all-clear only from one that fits the times (EN 319 102-1, 5.2.5 and 5.6, simplified: README).
 */
export async function checkRevocation(
  chain: Chain,
  data: RevocationData,
  times: RevocationTimes,
  note: Note,
): Promise<UsedRevocation> {
  const used = { crls: [] as Crl[], ocsps: [] as OcspAnswer[], responders: [] as Certificate[] };
  if (chain.length === 1) note('revocation-missing');
  for (const [place, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[place + 1];
    if (!issuer) continue;
    const part = certificate.serialNumber;
    const { said, unusable } = await sayingsOn({ certificate, issuer }, data);
    for (let count = 0; count < unusable; count += 1) note('revocation-unusable', { part });
    for (const { crl, ocsp, responder } of said) {
      if (crl) used.crls.push(crl);
      if (ocsp) used.ocsps.push(ocsp);
      if (responder) used.responders.push(responder);
    }
    const lacks = whyNotClear(certificate, said, times, { isLeaf: place === 0 });
    if (lacks) note(lacks, { part });
    for (const { revokedAt } of said) {
      if (revokedAt === undefined || (times.provenAt !== undefined && times.provenAt < revokedAt)) continue;
      // A time stamp from after the revocation speaks louder than the seal's own word.
      const isClaimedBefore = times.provenAt === undefined && (times.claimedAt ?? Infinity) < revokedAt;
      note(isClaimedBefore ? 'certificate-revoked-without-proof' : 'certificate-revoked', { part });
    }
  }
  return used;
}

/** What one list or answer, found genuine, says of one certificate. */
type Saying = {
  thisUpdate: number;
  nextUpdate: number;
  knownAt: number;
  isOwn: boolean;
  /** Until when whoever said it could still be believed without a time stamp. */
  sayerUntil: number;
  isUnknown: boolean;
  revokedAt?: number;
  crl?: Crl;
  ocsp?: OcspAnswer;
  responder?: Certificate;
};

type Sayings = { said: readonly Saying[]; unusable: number };

/** Every stamp asks about the same few certificates, so the answer is computed once for the same data. */
function sayingsOn(
  question: { certificate: Certificate; issuer: Certificate },
  data: RevocationData,
): Promise<Sayings> {
  const known = sayings.get(data) ?? new Map<string, Promise<Sayings>>();
  sayings.set(data, known);
  const key = toHex(question.certificate.der);
  const found = known.get(key) ?? askAll(question, data);
  known.set(key, found);
  return found;
}
const sayings = new WeakMap<RevocationData, Map<string, Promise<Sayings>>>();

async function askAll(
  { certificate, issuer }: { certificate: Certificate; issuer: Certificate },
  { crls, ocsps, beside }: RevocationData,
): Promise<Sayings> {
  const said: Saying[] = [];
  let unusable = 0;
  for (const crl of crls) {
    if (!isSameBytes(crl.issuer, issuer.subject) || isOfOtherKey(crl, issuer)) continue;
    if (!(await isCrlOf(crl, issuer))) {
      unusable += 1;
      continue;
    }
    const revokedAt = crl.revoked.get(certificate.serialNumber);
    said.push({
      thisUpdate: crl.thisUpdate,
      nextUpdate: crl.nextUpdate,
      knownAt: crl.knownAt,
      isOwn: crl.isOwn === true,
      sayerUntil: issuer.notAfter,
      isUnknown: false,
      crl,
      ...(revokedAt !== undefined && { revokedAt }),
    });
  }
  const lists = said.flatMap(({ crl }) => crl ?? []);
  for (const ocsp of ocsps) {
    const found = await ocspStatement(ocsp, { certificate, issuer, beside });
    if ('because' in found && found.because === 'other-certificate') continue;
    if ('because' in found || !isTrusted(found, lists)) {
      unusable += 1;
      continue;
    }
    const { thisUpdate, nextUpdate, responder, status } = found;
    said.push({
      thisUpdate,
      nextUpdate,
      knownAt: ocsp.knownAt,
      isOwn: ocsp.isOwn === true,
      sayerUntil: Math.min(issuer.notAfter, responder.notAfter),
      isUnknown: status.is === 'unknown',
      ocsp,
      responder,
      ...(status.is === 'revoked' && { revokedAt: status.at }),
    });
  }
  return { said, unusable };
}

/** A responder that was appointed without `nocheck` needs a list that does not name it; a named one is never believed. */
function isTrusted(
  {
    responder,
    isResponderToCheck,
    producedAt,
  }: Extract<Awaited<ReturnType<typeof ocspStatement>>, { status: unknown }>,
  lists: readonly Crl[],
): boolean {
  const named = lists.some(({ revoked }) => (revoked.get(responder.serialNumber) ?? Infinity) <= producedAt);
  return !named && (!isResponderToCheck || lists.some(({ nextUpdate }) => producedAt <= nextUpdate));
}

/** Why nothing that was said clears the certificate; the reason that came closest. */
function whyNotClear(
  certificate: Certificate,
  said: readonly Saying[],
  { neededAt, provenAt, at }: RevocationTimes,
  { isLeaf }: { isLeaf: boolean },
): ReasonCode | undefined {
  const lacks = said.map((saying): ReasonCode | undefined => {
    if (saying.isUnknown) return 'revocation-unknown';
    // Whoever issues need not name a certificate any more once it has expired (RFC 5280 § 3.3).
    if (saying.thisUpdate > certificate.notAfter) return 'revocation-after-expiry';
    // Without a time stamp over it, data could be forged with the key of whoever answered once it is out of use.
    if (saying.knownAt > saying.sayerUntil) return 'revocation-unproven';
    if (saying.thisUpdate > saying.knownAt + clockSkew) return 'revocation-stale';
    if (saying.nextUpdate < neededAt)
      return provenAt === undefined ? 'revocation-stale' : 'revocation-older-than-signature';
    // What was said before the signature does not know whether the key was stolen in between. It does for authorities
    // above, who speak seldom, and for whoever verifies while it is the last word.
    const isLastWord = saying.isOwn && at <= saying.nextUpdate;
    const isBefore = saying.thisUpdate + clockSkew < neededAt;
    return isLeaf && provenAt !== undefined && isBefore && !isLastWord ? 'revocation-older-than-signature' : undefined;
  });
  if (lacks.includes(undefined)) return undefined;
  return closest.find((code) => lacks.includes(code)) ?? 'revocation-missing';
}

const closest = [
  'revocation-older-than-signature',
  'revocation-stale',
  'revocation-unproven',
  'revocation-after-expiry',
  'revocation-unknown',
] as const satisfies readonly ReasonCode[];
