import type { Bytes } from '../base/bytes.ts';
import {
  bitsOf,
  childrenOf,
  countOf,
  type Der,
  DerProblem,
  derTags,
  expectTag,
  integerOf,
  oidOf,
  parseDer,
  sequenceOf,
} from './der.ts';
import { Objection } from './notes.ts';

/**
 * The algorithms the office accepts, and no others: ECDSA on P-256 and P-384, RSA from 3072 bit with PKCS#1 v1.5 or
 * PSS, SHA-256 and longer (signing.md 6; BSI TR-02102-1, which asks for 3000 bit since 2023). Foreign time stamps and
 * OCSP answers are held to the same: the office's first document is younger than the last day of RSA-2048.
 */
export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';
export type SignatureAlgorithm = { scheme: 'ECDSA' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'; hash: Hash };
export type PublicKey = { spki: Bytes } & ({ kind: 'EC'; curve: 'P-256' | 'P-384' } | { kind: 'RSA'; bits: number });

export const hashLength = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 } as const satisfies Record<Hash, number>;
const leastRsaBits = 3072;
const mostRsaBits = 8192;

const hashes: Record<string, Hash> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const signatures: Record<string, SignatureAlgorithm> = {
  '1.2.840.10045.4.3.2': { scheme: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { scheme: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { scheme: 'ECDSA', hash: 'SHA-512' },
  '1.2.840.113549.1.1.11': { scheme: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { scheme: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { scheme: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
};
const rsaEncryption = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';
const mgf1 = '1.2.840.113549.1.1.8';
const ecPublicKey = '1.2.840.10045.2.1';
const curves: Record<string, 'P-256' | 'P-384' | 'weak'> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.2.840.10045.3.1.1': 'weak', // P-192
  '1.3.132.0.33': 'weak', // P-224
};

const refused = (): never => {
  throw new Objection('algorithm-refused');
};

const tooWeak = (): never => {
  throw new Objection('key-too-weak');
};

/** AlgorithmIdentifier of a digest. Throws `algorithm-refused`. */
export function parseHash(der: Der | undefined): Hash {
  const [oid, parameters, ...more] = sequenceOf(der);
  if (more.length > 0 || !isAbsentOrNull(parameters)) refused();
  return hashes[oidOf(oid)] ?? refused();
}

/**
 * AlgorithmIdentifier of a signature. CMS may say plain RSA and leave the digest to its neighbour (RFC 3370 § 3.2);
 * then `digest` decides. Throws `algorithm-refused`.
 */
export function parseSignatureAlgorithm(der: Der | undefined, digest?: Hash): SignatureAlgorithm {
  const [oidPart, parameters, ...more] = sequenceOf(der);
  const oid = oidOf(oidPart);
  if (more.length > 0) refused();
  if (oid === rsaPss) return { scheme: 'RSA-PSS', hash: parsePss(parameters) };
  if (!isAbsentOrNull(parameters)) refused();
  if (oid === rsaEncryption && digest) return { scheme: 'RSASSA-PKCS1-v1_5', hash: digest };
  const known = signatures[oid] ?? refused();
  if (known.scheme === 'ECDSA' && parameters) refused();
  return known;
}

/** RSASSA-PSS parameters (RFC 4055 § 3.1): one digest throughout, salt as long as it. */
function parsePss(parameters: Der | undefined): Hash {
  const [hashPart, mgfPart, saltPart, ...more] = sequenceOf(parameters);
  if (hashPart?.tag !== 0xa0 || mgfPart?.tag !== 0xa1 || saltPart?.tag !== 0xa2 || more.length > 0) return refused();
  const hash = parseHash(parseDer(hashPart.body));
  const [maskOid, maskHash] = sequenceOf(parseDer(mgfPart.body));
  if (oidOf(maskOid) !== mgf1 || parseHash(maskHash) !== hash) refused();
  if (countOf(parseDer(saltPart.body)) !== hashLength[hash]) refused();
  return hash;
}

const isAbsentOrNull = (der: Der | undefined): boolean =>
  der === undefined || (der.tag === derTags.nothing && der.body.length === 0);

/** SubjectPublicKeyInfo. Throws `key-too-weak`, or `algorithm-refused` for keys of unknown kinds. */
export function parsePublicKey(der: Der | undefined): PublicKey {
  const [algorithm, key, ...more] = sequenceOf(der);
  if (!der || more.length > 0) throw new DerProblem('odd key');
  const [oidPart, parameters] = sequenceOf(algorithm);
  const oid = oidOf(oidPart);
  const spki = der.whole;
  const bitsOfKey = bitsOf(key);
  if (oid === ecPublicKey) {
    const curve = curves[oidOf(parameters)] ?? refused();
    return curve === 'weak' ? tooWeak() : { kind: 'EC', curve, spki };
  }
  if (oid !== rsaEncryption) return refused();
  const [modulus] = sequenceOf(parseDer(bitsOfKey));
  const bits = (integerOf(modulus).length - 1) * 8;
  if (bits > mostRsaBits) return refused();
  return bits < leastRsaBits ? tooWeak() : { kind: 'RSA', bits, spki };
}

/** The key alone, without algorithm and tag: what OCSP names keys by (RFC 6960 § 4.1.1). */
export const publicKeyBits = ({ spki }: PublicKey): Bytes => bitsOf(sequenceOf(parseDer(spki))[1]);

/** Whether `signature` over `data` was made with the private half of `key`. Bytes that cannot be one were not. */
export async function isSignedBy(
  key: PublicKey,
  algorithm: SignatureAlgorithm,
  signature: Bytes,
  data: Bytes,
): Promise<boolean> {
  const { scheme, hash } = algorithm;
  if ((scheme === 'ECDSA') !== (key.kind === 'EC')) return false;
  try {
    if (key.kind === 'EC') {
      const name = { name: 'ECDSA', namedCurve: key.curve };
      const imported = await crypto.subtle.importKey('spki', key.spki, name, false, ['verify']);
      const raw = rawEcdsa(signature, key.curve === 'P-256' ? 32 : 48);
      return await crypto.subtle.verify({ name: 'ECDSA', hash }, imported, raw, data);
    }
    const imported = await crypto.subtle.importKey('spki', key.spki, { name: scheme, hash }, false, ['verify']);
    return await crypto.subtle.verify({ name: scheme, saltLength: hashLength[hash] }, imported, signature, data);
  } catch {
    return false;
  }
}

/** ECDSA-Sig-Value (RFC 3279 § 2.2.3) as the two numbers Web Crypto wants. */
function rawEcdsa(signature: Bytes, length: number): Bytes {
  const [r, s, ...more] = childrenOf(expectTag(parseDer(signature), derTags.sequence));
  const raw = new Uint8Array(2 * length);
  [r, s].forEach((part, place) => {
    const number = integerOf(part);
    const magnitude = number[0] === 0 ? number.subarray(1) : number;
    if ((number[0] ?? 0) > 0x7f || magnitude.length > length || more.length > 0) throw new DerProblem('odd signature');
    raw.set(magnitude, (place + 1) * length - magnitude.length);
  });
  return raw;
}
