import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * The key of the city's seal, wherever it is kept: a file, an HSM, a remote service. It only ever sees digests.
 */
export type Sealer = {
  /** The seal's certificate and its chain up to, without, the root; DER. Stable while the process runs. */
  certificates(): Promise<{ leaf: Bytes; chain: readonly Bytes[]; algorithm: SealAlgorithm }>;
  /** Signs a digest made with the algorithm's hash. ECDSA answers as DER (RFC 3279), RSA as the raw signature. */
  signDigest(digest: Bytes): Promise<Bytes>;
};

export type SealAlgorithm = {
  signature: 'ECDSA' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS';
  hash: 'SHA-256' | 'SHA-384' | 'SHA-512';
};
