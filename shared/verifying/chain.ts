import { type Certificate, keyUsages } from './certificate.ts';
import { isSignedBy } from './algorithms.ts';
import { isSameBytes } from './der.ts';
import { Objection } from './notes.ts';

/** A path from a certificate to an anchor, the certificate first and the anchor last. */
export type Chain = readonly Certificate[];

/** More certificates than this between a seal and its anchor nobody has. */
const longestChain = 6;

/**
 * Finds the path from `leaf` to one of the anchors through the certificates that lie beside it. Anchors come from
 * whoever verifies, never from the file. Throws `anchor-unknown` where no path exists, `chain-signature-invalid`
 * where an issuer is named that did not sign, `chain-invalid` where somebody issued who must not.
 */
export async function findChain(
  leaf: Certificate,
  beside: readonly Certificate[],
  anchors: readonly Certificate[],
): Promise<Chain> {
  const chain = [leaf];
  for (let last = leaf; chain.length <= longestChain;) {
    if (anchors.some((anchor) => isSameBytes(anchor.der, last.der))) return checked(chain);
    const anchor = await issuerAmong(last, anchors);
    if (anchor) return checked([...chain, anchor]);
    const next = await issuerAmong(last, beside);
    if (!next || chain.includes(next)) break;
    chain.push(next);
    last = next;
  }
  throw new Objection('anchor-unknown');
}

async function issuerAmong(
  certificate: Certificate,
  candidates: readonly Certificate[],
): Promise<Certificate | undefined> {
  const named = candidates.filter(
    (candidate) =>
      isSameBytes(candidate.subject, certificate.issuer) &&
      (!certificate.authorityKeyId || !candidate.subjectKeyId || certificate.authorityKeyId === candidate.subjectKeyId),
  );
  for (const candidate of named)
    if (await isSignedBy(candidate.key, certificate.algorithm, certificate.signature, certificate.tbs))
      return candidate;
  if (named.length > 0) throw new Objection('chain-signature-invalid');
  return undefined;
}

/** Whoever issued must have been allowed to (RFC 5280 § 6.1.4), and nobody may set a condition we do not know. */
function checked(chain: Chain): Chain {
  chain.forEach((certificate, place) => {
    const mayIssue =
      certificate.isCa &&
      certificate.keyUsage?.has(keyUsages.keyCertSign) !== false &&
      (certificate.pathLength ?? longestChain) >= place - 1;
    if (certificate.hasUnknownCondition || (place > 0 && !mayIssue)) throw new Objection('chain-invalid');
  });
  return chain;
}

/** Whether each certificate of the chain is valid at that time, in milliseconds. */
export function validityAt(chain: Chain, time: number): 'valid' | 'expired' | 'not-yet-valid' {
  if (chain.some((certificate) => time > certificate.notAfter)) return 'expired';
  return chain.some((certificate) => time < certificate.notBefore) ? 'not-yet-valid' : 'valid';
}
