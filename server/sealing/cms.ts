import { fromBER, Sequence } from 'asn1js';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../ports/sealer.ts';
import { digestAlgorithm, digestOf, hashOids, signatureAlgorithm } from './algorithms.ts';
import { explicit, implicitSetOf, integer, octets, oid, sequence, setOf } from './der.ts';

/**
 * The CMS of a PAdES baseline seal (EN 319 142-1 Table 1): one signer, detached, signing-certificate-v2, and no
 * signing-time, which PAdES forbids: the time is the dictionary's /M and, proven, the time stamp's.
 */

/** The signed attributes as a DER SET OF: exactly the bytes whose digest the seal's key signs (RFC 5652 § 5.4). */
export function signedAttributes(contentDigest: Bytes, leaf: Bytes, hash: SealAlgorithm['hash']): Bytes {
  return setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(contentDigest)),
    attribute(oids.signingCertificateV2, signingCertificate(leaf, hash)),
  );
}

export type CmsParts = {
  /** As `signedAttributes` gave them. */
  attributes: Bytes;
  signature: Bytes;
  algorithm: SealAlgorithm;
  leaf: Bytes;
  /** Up to, without, the root. */
  chain: readonly Bytes[];
  /** A checked time stamp token over the signature, or one of its expected length. */
  timestamp?: Bytes | undefined;
};

/** The whole ContentInfo, DER. */
export function assembleCms({ attributes, signature, algorithm, leaf, chain, timestamp }: CmsParts): Bytes {
  const digest = digestAlgorithm(algorithm.hash);
  const signer = sequence(
    integer(1),
    issuerAndSerial(leaf),
    digest,
    retagged(attributes, 0xa0),
    signatureAlgorithm(algorithm),
    octets(signature),
    ...(timestamp ? [implicitSetOf(1, attribute(oids.signatureTimestamp, timestamp))] : []),
  );
  const signedData = sequence(
    integer(1),
    setOf(digest),
    sequence(oid(oids.data)),
    implicitSetOf(0, leaf, ...chain),
    setOf(signer),
  );
  return sequence(oid(oids.signedData), explicit(0, signedData));
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

export const attribute = (type: string, value: Bytes): Bytes => sequence(oid(type), setOf(value));

/** ESSCertIDv2 (RFC 5035 § 4); SHA-256 is its default and DER leaves defaults out. */
export function signingCertificate(leaf: Bytes, hash: SealAlgorithm['hash']): Bytes {
  const { issuer, serial } = namesOf(leaf);
  const id = sequence(
    ...(hash === 'SHA-256' ? [] : [sequence(oid(hashOids[hash]))]),
    octets(digestOf(hash, leaf)),
    sequence(sequence(explicit(4, issuer)), serial),
  );
  return sequence(sequence(id));
}

export function issuerAndSerial(leaf: Bytes): Bytes {
  const { issuer, serial } = namesOf(leaf);
  return sequence(issuer, serial);
}

/** Issuer and serial number of a certificate, as the bytes that stand in it (RFC 5280 § 4.1). */
function namesOf(certificate: Bytes): Names {
  // One seal asks three times for the same certificate, and reading it takes a millisecond.
  const names = known.get(certificate) ?? readNames(certificate);
  known.set(certificate, names);
  return names;
}
type Names = { issuer: Bytes; serial: Bytes };
const known = new WeakMap<Bytes, Names>();

function readNames(certificate: Bytes): Names {
  const { result } = fromBER(certificate);
  const body = result instanceof Sequence ? result.valueBlock.value[0] : undefined;
  if (!(body instanceof Sequence)) throw new Error('not a certificate');
  const fields = body.valueBlock.value;
  const versioned = fields[0]?.idBlock.tagClass === 3 ? 1 : 0;
  const [serial, issuer] = [fields[versioned], fields[versioned + 2]];
  if (!serial || !issuer) throw new Error('not a certificate');
  return { issuer: new Uint8Array(issuer.valueBeforeDecodeView), serial: new Uint8Array(serial.valueBeforeDecodeView) };
}

export function retagged(bytes: Bytes, tag: number): Bytes {
  const copy = bytes.slice();
  copy[0] = tag;
  return copy;
}
