import { constants, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { Bytes } from '../../../shared/base/bytes.ts';
import type { SealAlgorithm, SealAnchors, Sealer } from '../../ports/sealer.ts';
import { nodeName } from '../../sealing/algorithms.ts';

/** A seal key that this process holds itself, with the certificates that came with it, in any order. */
export type SealKey = {
  key: KeyObject;
  certificates: readonly X509Certificate[];
  /** How an RSA key signs; PSS where nothing is said, as BSI TR-02102-1 recommends. */
  rsaPadding?: 'pss' | 'pkcs1';
};

/**
 * The port `sealer` on such a key. Throws one clear sentence for a key that is too weak or foreign to its certificate,
 * for a certificate that is not for sealing, and, whenever it is asked for, for one that is not valid now.
 */
export function sealWith(seal: SealKey, now: () => Date, anchors: () => Promise<SealAnchors>): Sealer {
  const algorithm = algorithmOf(seal);
  const leaf = leafOf(seal);
  const chain = chainOf(leaf, seal.certificates);
  refuseForeignUse(leaf);
  const checkValidity = () => refuseOutsideValidity(leaf, now());
  checkValidity();
  return {
    async certificates() {
      checkValidity();
      return { leaf: derOf(leaf), chain: chain.map(derOf), algorithm };
    },
    async sign({ toBeSigned }) {
      checkValidity();
      const padding = algorithm.signature === 'RSA-PSS' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
      const isRsa = algorithm.signature !== 'ECDSA';
      const how = isRsa ? { key: seal.key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : seal.key;
      return new Uint8Array(sign(nodeName(algorithm.hash), toBeSigned, how));
    },
    anchors,
  };
}

/** P-256, P-384, RSA from 3072 bit (BSI TR-02102-1, ETSI TS 119 312); everything else is refused. */
function algorithmOf({ key, rsaPadding = 'pss' }: SealKey): SealAlgorithm {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return { signature: 'ECDSA', hash: 'SHA-256' };
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'secp384r1') return { signature: 'ECDSA', hash: 'SHA-384' };
  // A key whose certificate says id-RSASSA-PSS: neither Web Crypto nor poppler's pdfsig reads it.
  if (key.asymmetricKeyType === 'rsa-pss')
    throw new Error(
      'This RSA key is certified for PSS alone, which common verifiers do not read; any RSA key can use PSS.',
    );
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error(`A seal key is P-256, P-384 or RSA, not ${namedCurve ?? key.asymmetricKeyType}.`);
  if (modulusLength < 3072) throw new Error(`An RSA seal key has at least 3072 bit, this one has ${modulusLength}.`);
  return { signature: rsaPadding === 'pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
}

function leafOf({ key, certificates }: SealKey): X509Certificate {
  const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!leaf) throw new Error('None of the seal certificates belongs to the seal key.');
  return leaf;
}

/** From the leaf's issuer upwards, without the root. */
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

function refuseOutsideValidity(leaf: X509Certificate, at: Date): void {
  const [from, to] = [new Date(leaf.validFrom), new Date(leaf.validTo)];
  if (at < from) throw new Error(`The seal certificate is valid from ${from.toISOString()} on, not yet.`);
  if (at > to) throw new Error(`The seal certificate expired at ${to.toISOString()}; nothing is sealed with it.`);
}

const isSelfSigned = (certificate: X509Certificate): boolean =>
  certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);

const derOf = (certificate: X509Certificate): Bytes => new Uint8Array(certificate.raw);

const timeStamping = '1.3.6.1.5.5.7.3.8';
const ocspSigning = '1.3.6.1.5.5.7.3.9';
