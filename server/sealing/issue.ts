import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import { bitString, boolean, element, explicit, integer, nothing, octets, oid, sequence, setOf } from './der.ts';

/**
 * Writes X.509 certificates and CRLs (RFC 5280) for the demo office's own CA and for tests. No real seal comes from
 * here: a city gets its certificate from a trust service.
 */
export type Issuer = { name: Bytes; key: KeyObject };

export type CertificateRequest = {
  subject: Bytes;
  publicKey: KeyObject;
  issuer: Issuer;
  /** A positive number as big-endian bytes, unpredictable, 20 at most (RFC 5280 § 4.1.2.2). */
  serialNumber: Bytes;
  notBefore: Date;
  notAfter: Date;
  use: 'root' | 'issuing' | 'seal' | 'timestamps' | 'ocsp';
  /** Further extensions, as `extension` makes them. */
  more?: readonly Bytes[];
};

/** A name of country, organisation and common name; X.520 allows 64 characters in each (RFC 5280 A.1). */
export const distinguishedName = ({ organisation, commonName }: { organisation: string; commonName: string }): Bytes =>
  sequence(
    setOf(sequence(oid('2.5.4.6'), element(0x13, [new TextEncoder().encode('DE')]))),
    setOf(sequence(oid('2.5.4.10'), utf8String(organisation))),
    setOf(sequence(oid('2.5.4.3'), utf8String(commonName))),
  );

/** The certificate, DER. */
export function issueCertificate(request: CertificateRequest): Bytes {
  const { subject, publicKey, issuer, serialNumber, notBefore, notAfter, use, more = [] } = request;
  const spki = spkiOf(publicKey);
  const body = sequence(
    explicit(0, integer(2)),
    integer(serialNumber),
    algorithmOf(issuer.key),
    issuer.name,
    sequence(time(notBefore), time(notAfter)),
    subject,
    spki,
    explicit(3, sequence(...extensionsOf(use), ...identifiers(spki, issuer.key), ...more)),
  );
  return signed(body, issuer.key);
}

export type CrlRequest = {
  issuer: Issuer;
  number: number;
  thisUpdate: Date;
  nextUpdate: Date;
  revoked?: readonly { serialNumber: Bytes; at: Date }[];
};

/** The complete list of an issuer (RFC 5280 § 5), DER. */
export function issueCrl({ issuer, number, thisUpdate, nextUpdate, revoked = [] }: CrlRequest): Bytes {
  const entries = revoked.map(({ serialNumber, at }) => sequence(integer(serialNumber), time(at)));
  const issuerKeyId = sequence(element(0x80, [keyId(spkiOf(createPublicKey(issuer.key)))]));
  const body = sequence(
    integer(1),
    algorithmOf(issuer.key),
    issuer.name,
    time(thisUpdate),
    time(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    explicit(0, sequence(extension('2.5.29.35', issuerKeyId), extension('2.5.29.20', integer(number)))),
  );
  return signed(body, issuer.key);
}

function extensionsOf(use: CertificateRequest['use']): Bytes[] {
  const isCa = use === 'root' || use === 'issuing';
  const constraints = sequence(...(isCa ? [boolean(true)] : []), ...(use === 'issuing' ? [integer(0)] : []));
  return [
    extension('2.5.29.19', constraints, 'critical'),
    extension('2.5.29.15', usageOf(use), 'critical'),
    ...(use === 'timestamps' ? [extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.8')), 'critical')] : []),
    // Nobody asks for the responder's own status: it lives shortly instead (RFC 6960 § 4.2.2.2.1).
    ...(use === 'ocsp'
      ? [extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.9'))), extension('1.3.6.1.5.5.7.48.1.5', nothing())]
      : []),
  ];
}

/** keyUsage: a CA signs certificates and lists, a seal binds (EN 319 412-2 § 4.3.2), a time stamp is signed. */
function usageOf(use: CertificateRequest['use']): Bytes {
  if (use === 'root' || use === 'issuing') return bitString(Uint8Array.of(0b0000_0110), 1);
  return use === 'seal' ? bitString(Uint8Array.of(0b0100_0000), 6) : bitString(Uint8Array.of(0b1000_0000), 7);
}

const identifiers = (spki: Bytes, issuerKey: KeyObject): Bytes[] => [
  extension('2.5.29.14', octets(keyId(spki))),
  extension('2.5.29.35', sequence(element(0x80, [keyId(spkiOf(createPublicKey(issuerKey)))]))),
];

export const extension = (id: string, value: Bytes, critical?: 'critical'): Bytes =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));

/** CAs here have P-384 keys or better, so one algorithm is enough. */
function algorithmOf(key: KeyObject): Bytes {
  if (key.asymmetricKeyDetails?.namedCurve !== 'secp384r1') throw new Error('Certificates are issued with P-384 here.');
  return sequence(oid('1.2.840.10045.4.3.3'));
}

const signed = (body: Bytes, key: KeyObject): Bytes =>
  sequence(body, algorithmOf(key), bitString(new Uint8Array(sign('sha384', body, key)), 0));

const spkiOf = (key: KeyObject): Bytes => new Uint8Array(key.export({ format: 'der', type: 'spki' }));

/** Any unique number does (RFC 7093 § 2); this one is the start of the key's SHA-256. */
const keyId = (spki: Bytes): Bytes => new Uint8Array(createHash('sha256').update(spki).digest().subarray(0, 20));

const utf8String = (text: string): Bytes =>
  element(0x0c, [new TextEncoder().encode(Array.from(text).slice(0, 64).join(''))]);

/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 § 4.1.2.5). */
function time(at: Date): Bytes {
  const digits = `${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
  const text = at.getUTCFullYear() < 2050 ? digits.slice(2) : digits;
  return element(at.getUTCFullYear() < 2050 ? 0x17 : 0x18, [new TextEncoder().encode(text)]);
}
