import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { parseCertificate } from '../../../shared/verifying/certificate.ts';
import { oidOf, parseDer, sequenceOf } from '../../../shared/verifying/der.ts';
import { checkPurpose } from '../../../shared/verifying/purpose.ts';
import type { SealAlgorithm } from '../../ports/sealer.ts';

/**
 * Which keys and certificates may seal, wherever they are kept: P-256, P-384, RSA from 3072 bit, SHA-2 throughout (BSI
 * TR-02102-1, ETSI TS 119 312), made for sealing. Whatever our own verification would refuse later is refused at the
 * start, each thing in one sentence.
 */
export type Suitable = {
  leaf: X509Certificate;
  /** From the leaf's issuer upwards, without the root. */
  chain: readonly X509Certificate[];
  algorithm: SealAlgorithm;
};

/** How an RSA key signs; PSS where nothing is said, as BSI TR-02102-1 recommends. */
export type RsaPadding = 'pss' | 'pkcs1';

/** `certificates` come in any order, with the leaf and the root or without. */
export function suit(
  leaf: X509Certificate,
  certificates: readonly X509Certificate[],
  rsaPadding: RsaPadding = 'pss',
): Suitable {
  const algorithm = algorithmOf(leaf.publicKey, rsaPadding);
  refuseForeignUse(leaf);
  const chain = chainOf(leaf, certificates);
  for (const authority of chain) refuseWeakKey(authority.publicKey, `The key of ${nameOf(authority)}, above the seal,`);
  for (const certificate of [leaf, ...chain]) refuseOddSignature(certificate);
  refuseForeignPurpose(leaf);
  return { leaf, chain, algorithm };
}

/** Throws one sentence for a key that may not seal. */
export function algorithmOf(key: KeyObject, rsaPadding: RsaPadding = 'pss'): SealAlgorithm {
  // A key whose certificate says id-RSASSA-PSS: neither Web Crypto nor poppler's pdfsig reads it.
  if (key.asymmetricKeyType === 'rsa-pss')
    throw new Error(
      'This RSA key is certified for PSS alone, which common verifiers do not read; any RSA key can use PSS.',
    );
  refuseWeakKey(key, 'A seal key');
  if (key.asymmetricKeyType === 'rsa')
    return { signature: rsaPadding === 'pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const isP384 = key.asymmetricKeyDetails?.namedCurve === 'secp384r1';
  return { signature: 'ECDSA', hash: isP384 ? 'SHA-384' : 'SHA-256' };
}

function refuseWeakKey(key: KeyObject, whose: string): void {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && (namedCurve === 'prime256v1' || namedCurve === 'secp384r1')) return;
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error(`${whose} must be P-256, P-384 or RSA, not ${namedCurve ?? key.asymmetricKeyType}.`);
  if (modulusLength < leastRsaBits)
    throw new Error(`${whose} must have at least ${leastRsaBits} bit if it is RSA; this one has ${modulusLength}.`);
  if (modulusLength > mostRsaBits)
    throw new Error(`${whose} must have at most ${mostRsaBits} bit if it is RSA; this one has ${modulusLength}.`);
}

function chainOf(leaf: X509Certificate, certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let last = leaf;
  while (!isSelfSigned(last)) {
    const issuer = certificates.find((one) => one !== last && last.checkIssued(one) && last.verify(one.publicKey));
    if (!issuer || isSelfSigned(issuer) || chain.includes(issuer)) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function refuseForeignUse(leaf: X509Certificate): void {
  if (leaf.ca) throw new Error('The seal certificate is that of a certification authority.');
  // Node calls the extended key usages `keyUsage`; a seal has none or names no other trade.
  const purposes = leaf.keyUsage ?? [];
  if (purposes.some((purpose) => purpose === timeStamping || purpose === ocspSigning))
    throw new Error('The seal certificate is meant for time stamps or revocation answers, not for sealing.');
}

/** How the certificate itself was signed, as our verification reads it. */
function refuseOddSignature(certificate: X509Certificate): void {
  try {
    parseCertificate(derOf(certificate));
  } catch {
    const [, algorithm] = sequenceOf(parseDer(derOf(certificate)));
    const oid = oidOf(sequenceOf(algorithm)[0]);
    throw new Error(`The certificate of ${nameOf(certificate)} ${oddities[oid] ?? `cannot be relied on (${oid})`}.`);
  }
}

const oddities: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'is signed with MD5, which can be forged',
  '1.2.840.113549.1.1.5': 'is signed with SHA-1, which can be forged',
  '1.2.840.10045.4.1': 'is signed with SHA-1, which can be forged',
  '1.2.840.113549.1.1.10':
    'is signed with RSA-PSS and odd parameters; one hash throughout and a salt as long as it are expected',
};

function refuseForeignPurpose(leaf: X509Certificate): void {
  let isForSealing = true;
  checkPurpose(parseCertificate(derOf(leaf)), () => {
    isForSealing = false;
  });
  if (!isForSealing)
    throw new Error(
      'The seal certificate is not made for sealing: its key usage must hold nonRepudiation or digitalSignature, and no purpose of another trade.',
    );
}

/** For people: the common name, or the whole subject. */
export const nameOf = ({ subject }: X509Certificate): string => /^CN=(.+)$/m.exec(subject)?.[1] ?? subject;

export const isSelfSigned = (certificate: X509Certificate): boolean =>
  certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);

export const derOf = (certificate: X509Certificate): Bytes => new Uint8Array(certificate.raw);

const leastRsaBits = 3072;
const mostRsaBits = 8192;
const timeStamping = '1.3.6.1.5.5.7.3.8';
const ocspSigning = '1.3.6.1.5.5.7.3.9';
