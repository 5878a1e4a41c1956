import { type KeyObject, sign } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import { parseHash } from '../../shared/verifying/algorithms.ts';
import { countOf, type Der, derTags, expectTag, oidOf, parseDer, sequenceOf } from '../../shared/verifying/der.ts';
import { digestAlgorithm, digestOf, signatureAlgorithm } from './algorithms.ts';
import { attribute, issuerAndSerial, retagged, signingCertificate } from './cms.ts';
import { bitString, element, explicit, implicitSetOf, integer, octets, oid, sequence, setOf } from './der.ts';

/**
 * Writes time stamps (RFC 3161) for the demo office and for tests. A city's time comes from a trust service.
 */
export type TimestampAuthority = {
  /** P-256. */
  key: KeyObject;
  certificate: Bytes;
  /** Up to, without, the root. */
  chain: readonly Bytes[];
  /** The policy it stamps under, as a dotted OID. */
  policy: string;
};

export type TokenRequest = TimestampAuthority & {
  /** The MessageImprint as it was asked for, DER: algorithm and digest. */
  imprint: Bytes;
  /** The nonce as it was asked for, an INTEGER in DER. */
  nonce?: Bytes | undefined;
  serialNumber: Bytes;
  at: Date;
  /** What is signed along; the certificate names itself unless a test wants otherwise. */
  signedAlong?: readonly Bytes[];
};

/** The token, a CMS ContentInfo, DER. */
export function issueToken(request: TokenRequest): Bytes {
  const { key, certificate, chain, policy, imprint, nonce, serialNumber, at } = request;
  const info = sequence(integer(1), oid(policy), imprint, integer(serialNumber), moment(at), ...(nonce ? [nonce] : []));
  const attributes = setOf(
    attribute(oids.contentType, oid(oids.tstInfo)),
    attribute(oids.messageDigest, octets(digestOf('SHA-256', info))),
    ...(request.signedAlong ?? [attribute(oids.signingCertificateV2, signingCertificate(certificate, 'SHA-256'))]),
  );
  const digest = digestAlgorithm('SHA-256');
  const signer = sequence(
    integer(1),
    issuerAndSerial(certificate),
    digest,
    retagged(attributes, 0xa0),
    signatureAlgorithm({ signature: 'ECDSA', hash: 'SHA-256' }),
    octets(sign('sha256', attributes, key)),
  );
  const signedData = sequence(
    integer(3),
    setOf(digest),
    sequence(oid(oids.tstInfo), explicit(0, octets(info))),
    implicitSetOf(0, certificate, ...chain),
    setOf(signer),
  );
  return sequence(oid(oids.signedData), explicit(0, signedData));
}

/** A TimeStampResp with a token. */
export const grantTimestamp = (token: Bytes): Bytes => sequence(sequence(integer(0)), token);

/** A TimeStampResp that says no: status 2, and the bit of PKIFailureInfo, 0 for a bad algorithm, 2 for a bad request. */
export const rejectTimestamp = (failure: 0 | 2): Bytes =>
  sequence(sequence(integer(2), bitString(Uint8Array.of(0x80 >> failure), 7 - failure)));

/** Answers a TimeStampReq as a service does. */
export function answerTimestampRequest(
  request: Bytes,
  authority: TimestampAuthority,
  { at, serialNumber }: { at: Date; serialNumber: Bytes },
): Bytes {
  const asked = readRequest(request);
  if (asked === 'malformed') return rejectTimestamp(2);
  if (asked === 'algorithm') return rejectTimestamp(0);
  return grantTimestamp(issueToken({ ...authority, ...asked, at, serialNumber }));
}

type Asked = { imprint: Bytes; nonce: Bytes | undefined };

function readRequest(request: Bytes): Asked | 'malformed' | 'algorithm' {
  let imprint: Der;
  let nonce: Der | undefined;
  try {
    const [version, imprintPart, ...rest] = sequenceOf(parseDer(request));
    if (countOf(version) !== 1) return 'malformed';
    imprint = expectTag(imprintPart, derTags.sequence);
    for (const part of rest) if (part.tag === derTags.oid) oidOf(part);
    nonce = rest.find(({ tag }) => tag === derTags.integer);
  } catch {
    return 'malformed';
  }
  try {
    const [algorithm, digest] = sequenceOf(imprint);
    if (parseHash(algorithm) !== 'SHA-256' || digest?.body.length !== 32) return 'algorithm';
  } catch {
    return 'algorithm';
  }
  return { imprint: imprint.whole, nonce: nonce?.whole };
}

/** GeneralizedTime in seconds, which is as exact as RFC 3161 asks for. */
const moment = (at: Date): Bytes =>
  element(derTags.generalizedTime, [
    new TextEncoder().encode(`${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`),
  ]);

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;
