import { constants, type KeyObject, sign, type X509Certificate } from 'node:crypto';
import type { SealAnchors, Sealer } from '../../ports/sealer.ts';
import { nodeName } from '../../sealing/algorithms.ts';
import { sealerOnKey } from './sealer-on-key.ts';
import { algorithmOf, type RsaPadding, suit } from './suitable.ts';

/** A seal key that this process holds itself, with the certificates that came with it, in any order. */
export type SealKey = { key: KeyObject; certificates: readonly X509Certificate[]; rsaPadding?: RsaPadding };

/**
 * The port `sealer` on such a key. Throws one clear sentence for a key that is too weak or foreign to its certificate,
 * and for a certificate that is not for sealing.
 */
export function sealWith(
  { key, certificates, rsaPadding }: SealKey,
  now: () => Date,
  anchors: () => Promise<SealAnchors>,
): Sealer {
  const algorithm = algorithmOf(key, rsaPadding);
  const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!leaf) throw new Error('None of the seal certificates belongs to the seal key.');
  const padding = algorithm.signature === 'RSA-PSS' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const isRsa = algorithm.signature !== 'ECDSA';
  const how = isRsa ? { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : key;
  const seal = {
    suitable: suit(leaf, certificates, rsaPadding),
    sign: async ({ toBeSigned }: { toBeSigned: Uint8Array }) =>
      new Uint8Array(sign(nodeName(algorithm.hash), toBeSigned, how)),
  };
  return sealerOnKey(seal, now, anchors);
}
