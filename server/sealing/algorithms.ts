import { constants, createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../ports/sealer.ts';
import { explicit, integer, nothing, oid, sequence } from './der.ts';

/**
 * What each kind of seal key is called in a CMS, and how its signatures are checked.
 * P-256 and P-384 (RFC 5754 § 3.3), RSA with PKCS#1 v1.5 (§ 3.2) and with PSS (RFC 4056).
 */
export const hashOids = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
} as const satisfies Record<SealAlgorithm['hash'], string>;

const ecdsaOids = {
  'SHA-256': '1.2.840.10045.4.3.2',
  'SHA-384': '1.2.840.10045.4.3.3',
  'SHA-512': '1.2.840.10045.4.3.4',
} as const satisfies Record<SealAlgorithm['hash'], string>;

const rsaOids = {
  'SHA-256': '1.2.840.113549.1.1.11',
  'SHA-384': '1.2.840.113549.1.1.12',
  'SHA-512': '1.2.840.113549.1.1.13',
} as const satisfies Record<SealAlgorithm['hash'], string>;

export function digestOf(hash: SealAlgorithm['hash'], ...parts: readonly Uint8Array[]): Bytes {
  const running = createHash(nodeName(hash));
  for (const part of parts) running.update(part);
  return new Uint8Array(running.digest());
}

/** SHA-2 without parameters, as RFC 5754 § 2 asks of whoever writes it. */
export const digestAlgorithm = (hash: SealAlgorithm['hash']): Bytes => sequence(oid(hashOids[hash]));

export function signatureAlgorithm({ signature, hash }: SealAlgorithm): Bytes {
  if (signature === 'ECDSA') return sequence(oid(ecdsaOids[hash]));
  if (signature === 'RSASSA-PKCS1-v1_5') return sequence(oid(rsaOids[hash]), nothing());
  // RFC 4056 § 3: the hash of the mask generation is the same, the salt as long as the digest.
  const digest = sequence(oid(hashOids[hash]), nothing());
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(
      explicit(0, digest),
      explicit(1, sequence(oid('1.2.840.113549.1.1.8'), digest)),
      explicit(2, integer(saltBytes(hash))),
    ),
  );
}

/** The most bytes a signature of this key can have: DER for ECDSA (RFC 3279 § 2.2.3), the modulus for RSA. */
export function longestSignature(leaf: Bytes): number {
  const key = new X509Certificate(leaf).publicKey;
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined) return Math.ceil(modulusLength / 8);
  if (namedCurve === 'prime256v1') return 72;
  if (namedCurve === 'secp384r1') return 104;
  throw new Error(`A seal needs P-256, P-384 or RSA; this certificate holds ${key.asymmetricKeyType} ${namedCurve}.`);
}

/** Does the certificate's key answer for this signature over `signed`? */
export const isSignedBy = (leaf: Bytes, algorithm: SealAlgorithm, signed: Bytes, signature: Bytes): boolean =>
  isSignedByKey(new X509Certificate(leaf).publicKey, algorithm, signed, signature);

export function isSignedByKey(key: KeyObject, algorithm: SealAlgorithm, signed: Bytes, signature: Bytes): boolean {
  return verify(
    nodeName(algorithm.hash),
    signed,
    algorithm.signature === 'RSA-PSS'
      ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes(algorithm.hash) }
      : key,
    signature,
  );
}

export const nodeName = (hash: SealAlgorithm['hash']): string => hash.replace('-', '').toLowerCase();

const saltBytes = (hash: SealAlgorithm['hash']): number => Number(hash.slice(4)) / 8;
