import { createHash, type KeyObject, sign } from 'node:crypto';
import { type Bytes, fromHex } from '../../shared/base/bytes.ts';
import { publicKeyBits } from '../../shared/verifying/algorithms.ts';
import { type Certificate, parseCertificate } from '../../shared/verifying/certificate.ts';
import { bitString, element, explicit, integer, nothing, octets, oid, sequence } from './der.ts';
import { extension } from './issue.ts';

/**
 * Writes OCSP answers (RFC 6960) for the demo office's own CA and for tests. A city's seal is answered for by the
 * trust service that issued it.
 */
export type OcspRequest = {
  /** What is asked for, each with its issuer; DER. */
  answers: readonly OcspEntry[];
  /** The issuer's own key, or that of a responder it appointed (`use: 'ocsp'`), with the certificate it is known by. */
  responder: { key: KeyObject; certificate: Bytes };
  producedAt: Date;
  /** Named by its key's hash unless told otherwise. */
  namedBy?: 'key' | 'name';
  /** Hash of the certificate's id; SHA-1 is what most ask with. */
  idHash?: 'SHA-1' | 'SHA-256';
  /** Added for who does not know the responder yet; none for the issuer itself. */
  certificates?: readonly Bytes[];
  /** As the request had it (RFC 8954). */
  nonce?: Bytes;
};

export type OcspEntry = {
  certificate: Bytes;
  issuer: Bytes;
  status: 'good' | 'unknown' | { revokedAt: Date; reason?: number };
  thisUpdate: Date;
  nextUpdate?: Date;
};

/** The whole OCSPResponse, DER. */
export function issueOcsp(request: OcspRequest): Bytes {
  const { responder, producedAt, answers, nonce, certificates = [], idHash = 'SHA-1', namedBy = 'key' } = request;
  const own = parseCertificate(responder.certificate);
  const body = sequence(
    namedBy === 'name' ? explicit(1, own.subject) : explicit(2, octets(digest('SHA-1', publicKeyBits(own.key)))),
    moment(producedAt),
    sequence(...answers.map((entry) => single(entry, idHash))),
    ...(nonce ? [explicit(1, sequence(extension('1.3.6.1.5.5.7.48.1.2', octets(nonce))))] : []),
  );
  const basic = sequence(
    body,
    algorithmOf(responder.key),
    bitString(new Uint8Array(sign(hashOf(responder.key), body, responder.key)), 0),
    ...(certificates.length > 0 ? [explicit(0, sequence(...certificates))] : []),
  );
  const bytes = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic));
  return sequence(element(enumerated, [Uint8Array.of(0)]), explicit(0, bytes));
}

/** An answer that says nothing but why (RFC 6960 § 2.3); 3 is "try later". */
export const issueOcspRefusal = (code: 1 | 2 | 3 | 5 | 6): Bytes =>
  sequence(element(enumerated, [Uint8Array.of(code)]));

/** The CertID of a certificate (RFC 6960 § 4.1.1), as a request names it, too. */
export function ocspCertId(certificate: Certificate, issuer: Certificate, hash: 'SHA-1' | 'SHA-256'): Bytes {
  return sequence(
    sequence(oid(hash === 'SHA-1' ? '1.3.14.3.2.26' : '2.16.840.1.101.3.4.2.1'), nothing()),
    octets(digest(hash, issuer.subject)),
    octets(digest(hash, publicKeyBits(issuer.key))),
    integer(fromHex(certificate.serialNumber)),
  );
}

function single({ certificate, issuer, status, thisUpdate, nextUpdate }: OcspEntry, hash: 'SHA-1' | 'SHA-256'): Bytes {
  return sequence(
    ocspCertId(parseCertificate(certificate), parseCertificate(issuer), hash),
    statusOf(status),
    moment(thisUpdate),
    ...(nextUpdate ? [explicit(0, moment(nextUpdate))] : []),
  );
}

function statusOf(status: OcspEntry['status']): Bytes {
  if (status === 'good') return element(0x80, []);
  if (status === 'unknown') return element(0x82, []);
  const { revokedAt, reason } = status;
  const why = reason === undefined ? [] : [explicit(0, element(enumerated, [Uint8Array.of(reason)]))];
  return element(0xa1, [moment(revokedAt), ...why]);
}

const enumerated = 0x0a;

/** GeneralizedTime in seconds: OCSP knows no other (RFC 6960 § 4.2.2.1). */
const moment = (at: Date): Bytes =>
  element(0x18, [new TextEncoder().encode(`${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`)]);

/** P-384 as the authorities here, or P-256 as a responder of its own may have. */
function algorithmOf(key: KeyObject): Bytes {
  return sequence(oid(hashOf(key) === 'sha384' ? '1.2.840.10045.4.3.3' : '1.2.840.10045.4.3.2'));
}

function hashOf(key: KeyObject): 'sha256' | 'sha384' {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === 'secp384r1') return 'sha384';
  if (curve === 'prime256v1') return 'sha256';
  throw new Error(`OCSP answers are signed with P-256 or P-384 here, not ${curve ?? key.asymmetricKeyType}.`);
}

const digest = (hash: 'SHA-1' | 'SHA-256', bytes: Bytes): Bytes =>
  new Uint8Array(createHash(hash.replace('-', '').toLowerCase()).update(bytes).digest());
