import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import { digestAlgorithm, digestOf, signatureAlgorithm } from '../../server/sealing/algorithms.ts';
import { element, explicit, implicitSetOf, integer, octets, oid, sequence, setOf } from '../../server/sealing/der.ts';
import { distinguishedName, issueCertificate, issueCrl, type Issuer } from '../../server/sealing/issue.ts';
import { issueOcsp, type OcspEntry, type OcspRequest } from '../../server/sealing/issue-ocsp.ts';

/** Certificates, lists and time stamps for tests of the verification, made anew in milliseconds. */
export const sealedAt = new Date('2026-11-23T09:00:00Z');
/** When the authorities speak of their certificates, unless told otherwise: after the seal, so that it counts for good. */
export const listedAt = new Date('2026-11-23T09:02:00Z');
export const verifiedAt = new Date('2026-11-24T09:00:00Z');

export type TestCa = { certificate: Bytes; issuer: Issuer };
export type TestKey = { certificate: Bytes; serialNumber: Bytes; key: KeyObject };
type Validity = { notBefore?: Date; notAfter?: Date };

const from = new Date('2026-01-01T00:00:00Z');
const until = new Date('2029-01-01T00:00:00Z');

export function makeCa(commonName = 'Test-CA', validity: Validity = {}): TestCa {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const name = distinguishedName({ organisation: 'Test', commonName });
  const issuer = { name, key };
  return { issuer, certificate: issue(issuer, name, createPublicKey(key), 'root', validity).certificate };
}

/** A certificate of its own under the CA, such as an intermediate one. */
export function makeSubCa(ca: TestCa, commonName = 'Test-Zwischenstelle'): TestCa {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const name = distinguishedName({ organisation: 'Test', commonName });
  return {
    issuer: { name, key },
    certificate: issue(ca.issuer, name, createPublicKey(key), 'issuing', {}).certificate,
  };
}

export function makeKey(
  ca: TestCa,
  use: 'seal' | 'timestamps' | 'ocsp' = 'seal',
  options: Validity & { key?: KeyObject } = {},
): TestKey {
  const key = options.key ?? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const name = distinguishedName({ organisation: 'Stadt Leinfelden-Echterdingen', commonName: 'Siegel Bürgeramt' });
  return { key, ...issue(ca.issuer, name, createPublicKey(key), use, options) };
}

function issue(
  issuer: Issuer,
  subject: Bytes,
  publicKey: KeyObject,
  use: Parameters<typeof issueCertificate>[0]['use'],
  validity: Validity,
) {
  const serialNumber = new Uint8Array([0x5a, ...randomBytes(11)]);
  const { notBefore = from, notAfter = until } = validity;
  const certificate = issueCertificate({ subject, publicKey, issuer, serialNumber, notBefore, notAfter, use });
  return { serialNumber, certificate };
}

export function makeCrl(
  ca: TestCa,
  options: { revoked?: readonly { serialNumber: Bytes; at: Date }[]; thisUpdate?: Date; nextUpdate?: Date } = {},
): Bytes {
  const thisUpdate = options.thisUpdate ?? listedAt;
  const { revoked = [], nextUpdate = new Date(thisUpdate.getTime() + 34 * 86_400_000) } = options;
  return issueCrl({ issuer: ca.issuer, number: 1, thisUpdate, nextUpdate, revoked });
}

/** What the CA itself, or a responder it appointed, answers about a certificate of its own. */
export function makeOcsp(
  ca: TestCa,
  certificate: Bytes,
  options: Partial<OcspRequest> & Partial<OcspEntry> & { by?: TestKey } = {},
): Bytes {
  const { status = 'good', thisUpdate = listedAt, nextUpdate, by, ...request } = options;
  const responder = by ?? { key: ca.issuer.key, certificate: ca.certificate };
  const entry = { certificate, issuer: ca.certificate, status, thisUpdate, ...(nextUpdate && { nextUpdate }) };
  return issueOcsp({
    answers: [entry],
    responder,
    producedAt: thisUpdate,
    certificates: by ? [by.certificate] : [],
    ...request,
  });
}

/** A time stamp token (RFC 3161) over this imprint. */
export function makeToken(
  tsa: TestKey,
  imprint: Bytes,
  {
    at = new Date('2026-11-23T09:00:05Z'),
    forgeSignature = false,
    beside = [],
  }: { at?: Date; forgeSignature?: boolean; beside?: readonly Bytes[] } = {},
): Bytes {
  const digest = digestAlgorithm('SHA-256');
  const time = element(0x18, [new TextEncoder().encode(`${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`)]);
  const info = sequence(integer(1), oid('1.2.3.4'), sequence(digest, octets(imprint)), integer(1), time);
  const attributes = setOf(
    sequence(oid('1.2.840.113549.1.9.3'), setOf(oid('1.2.840.113549.1.9.16.1.4'))),
    sequence(oid('1.2.840.113549.1.9.4'), setOf(octets(digestOf('SHA-256', info)))),
    sequence(
      oid('1.2.840.113549.1.9.16.2.47'),
      setOf(sequence(sequence(sequence(octets(digestOf('SHA-256', tsa.certificate)))))),
    ),
  );
  const retagged = attributes.slice();
  retagged[0] = 0xa0;
  const { issuer, serial } = issuerAndSerial(tsa.certificate);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    digest,
    retagged,
    signatureAlgorithm({ signature: 'ECDSA', hash: 'SHA-256' }),
    octets(sign('sha256', forgeSignature ? info : attributes, tsa.key)),
  );
  const signedData = sequence(
    integer(3),
    setOf(digest),
    sequence(oid('1.2.840.113549.1.9.16.1.4'), explicit(0, octets(info))),
    implicitSetOf(0, tsa.certificate, ...beside),
    setOf(signer),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, signedData));
}

function issuerAndSerial(certificate: Bytes): { issuer: Bytes; serial: Bytes } {
  const { body } = readElement(readElement(certificate).body);
  const version = readElement(body).whole;
  const serial = readElement(body.subarray(version.length)).whole;
  const algorithm = readElement(body.subarray(version.length + serial.length)).whole;
  const issuer = readElement(body.subarray(version.length + serial.length + algorithm.length)).whole;
  return { issuer, serial };
}

function readElement(bytes: Bytes): { whole: Bytes; body: Bytes } {
  const first = bytes[1] ?? 0;
  const count = first < 0x80 ? 0 : first & 0x7f;
  const length = count === 0 ? first : bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return { whole: bytes.subarray(0, 2 + count + length), body: bytes.subarray(2 + count, 2 + count + length) };
}
