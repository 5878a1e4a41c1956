import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * The key of the city's seal, wherever it is kept: a file, an HSM, a remote service. It never sees a document, only
 * the few attributes of a seal and their digest.
 */
export type Sealer = {
  /**
   * The seal's certificate and its chain up to, without, the root; DER. Stable while the process runs.
   * Throws where the certificate is not valid at this time: then nothing is sealed.
   */
  certificates(): Promise<SealCertificates>;
  /**
   * Signs what `prepareSeal` left to sign. `digest` is the digest of `toBeSigned` by the algorithm's hash: an HSM or a
   * remote service takes the one, a key in a file the other. ECDSA answers as DER (RFC 3279), RSA as the raw signature.
   */
  sign(order: { digest: Bytes; toBeSigned: Bytes }): Promise<Bytes>;
  /** What a verifier of these seals is given; never taken from beside a file that is verified. */
  anchors(): Promise<SealAnchors>;
};

export type SealCertificates = { leaf: Bytes; chain: readonly Bytes[]; algorithm: SealAlgorithm };

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
