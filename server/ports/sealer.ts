import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * The key of the city's seal, wherever it is kept: a file, an HSM, a remote service. It never sees a document, only
 * the few attributes of a seal and their digest.
 */
export type Sealer = {
  /**
   * The certificate that seals at this time and its chain up to, without, the root; DER. Where a next seal is configured
   * beside the current one the answer changes once, at its time. Throws where no certificate is valid now: then nothing
   * is sealed.
   */
  certificates(): Promise<SealCertificates>;
  /** Throws where the answer of the key is not one that this certificate answers for: such a seal is never written. */
  sign(order: SealOrder): Promise<Bytes>;
  /** What a verifier of these seals is given, of earlier seals too; never taken from beside a file that is verified. */
  anchors(): Promise<SealAnchors>;
  /**
   * Every seal that is configured, valid or not, the current one first: for whoever watches their end. A seal whose
   * keeper has not answered since the office opened is not among them.
   */
  seals(): Promise<readonly ConfiguredSeal[]>;
};

/**
 * The keeper of the key, hardware or a remote service, does not answer now and may do so later. Every other error stays
 * until somebody does something about it.
 */
export class SealerAway extends Error {}

export type SealOrder = {
  /** The certificate the seal was prepared with; another key may have had its turn since. */
  leaf: Bytes;
  /**
   * `digest` is the digest of `toBeSigned` by the algorithm's hash: an HSM or a remote service takes the one, a key in a
   * file the other. ECDSA answers as DER (RFC 3279), RSA as the raw signature.
   */
  digest: Bytes;
  toBeSigned: Bytes;
};

export type SealCertificates = { leaf: Bytes; chain: readonly Bytes[]; algorithm: SealAlgorithm };
export type ConfiguredSeal = SealCertificates & { place: 'current' | 'next' };

export type SealAlgorithm = {
  signature: 'ECDSA' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS';
  hash: 'SHA-256' | 'SHA-384' | 'SHA-512';
};

/** All DER. An adapter that does not know its root or has no Sperrliste at hand gives an empty list. */
export type SealAnchors = {
  seal: readonly Bytes[];
  timestamps: readonly Bytes[];
  crls: readonly Bytes[];
};
