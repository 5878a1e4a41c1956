import { type Bytes, toHex } from '../base/bytes.ts';
import { parsePublicKey, parseSignatureAlgorithm, type PublicKey, type SignatureAlgorithm } from './algorithms.ts';
import {
  bitsOf,
  booleanOf,
  childrenOf,
  countOf,
  type Der,
  DerProblem,
  derTags,
  expectTag,
  integerOf,
  isSameBytes,
  namedBitsOf,
  oidOf,
  parseDer,
  sequenceOf,
  timeOf,
} from './der.ts';

/** An X.509 certificate (RFC 5280), as far as a seal's chain needs it. */
export type Certificate = {
  der: Bytes;
  tbs: Bytes;
  /** Hex, without a leading zero byte's meaning lost: as the integer is written. */
  serialNumber: string;
  /** Names as DER: equal names have equal bytes. */
  issuer: Bytes;
  subject: Bytes;
  notBefore: number;
  notAfter: number;
  key: PublicKey;
  algorithm: SignatureAlgorithm;
  signature: Bytes;
  isCa: boolean;
  pathLength?: number;
  /** `undefined` where the certificate does not say. */
  keyUsage?: ReadonlySet<number>;
  extendedKeyUsage?: { isCritical: boolean; purposes: readonly string[] };
  subjectKeyId?: string;
  authorityKeyId?: string;
  /** Its issuer answers for it without being asked (id-pkix-ocsp-nocheck, RFC 6960 § 4.2.2.2.1). */
  isStatusUnchecked?: true;
  /** A critical extension this verification does not know: the certificate must not be relied on. */
  hasUnknownCondition: boolean;
};

/** Bits of keyUsage (RFC 5280 § 4.2.1.3). */
export const keyUsages = { digitalSignature: 0, contentCommitment: 1, keyCertSign: 5, crlSign: 6 } as const;

const extensions = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  policies: '2.5.29.32',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const;

/** Throws `DerProblem`, or `algorithm-refused`. */
export function parseCertificate(bytes: Bytes): Certificate {
  const [tbsPart, algorithmPart, signaturePart, ...more] = sequenceOf(parseDer(bytes));
  const tbs = expectTag(tbsPart, derTags.sequence);
  const [version, serial, innerAlgorithm, issuer, validity, subject, spki, ...rest] = childrenOf(tbs);
  if (more.length > 0 || version?.tag !== 0xa0 || countOf(parseDer(version.body)) !== 2)
    throw new DerProblem('not an X.509 version 3 certificate');
  if (!isSameBytes(expectTag(innerAlgorithm, derTags.sequence).whole, expectTag(algorithmPart, derTags.sequence).whole))
    throw new DerProblem('two algorithms');
  const [notBefore, notAfter] = sequenceOf(validity);
  return {
    der: bytes,
    tbs: tbs.whole,
    serialNumber: toHex(integerOf(serial)),
    issuer: expectTag(issuer, derTags.sequence).whole,
    subject: expectTag(subject, derTags.sequence).whole,
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    key: parsePublicKey(spki),
    algorithm: parseSignatureAlgorithm(algorithmPart),
    signature: bitsOf(signaturePart),
    ...parseExtensions(rest.find((part) => part.tag === 0xa3)),
  };
}

export type Extension = { isCritical: boolean; value: Bytes };

/** The SEQUENCE OF Extension in certificates and lists; one that comes twice is refused (RFC 5280 § 4.2). */
export function extensionsOf(der: Der | undefined): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>();
  for (const part of der ? sequenceOf(der) : []) {
    const [oidPart, ...rest] = sequenceOf(part);
    const isCritical = rest[0]?.tag === derTags.boolean && booleanOf(rest[0]);
    const oid = oidOf(oidPart);
    if (found.has(oid)) throw new DerProblem('extension twice');
    found.set(oid, { isCritical, value: expectTag(rest.at(-1), derTags.octetString).body });
  }
  return found;
}

function parseExtensions(wrapper: Der | undefined) {
  const found = extensionsOf(wrapper && parseDer(wrapper.body));
  const valueOf = (oid: string): Der | undefined => {
    const extension = found.get(oid);
    return extension && parseDer(extension.value);
  };
  const basic = childrenOf(valueOf(extensions.basicConstraints) ?? empty);
  const isCa = basic[0]?.tag === derTags.boolean && booleanOf(basic[0]);
  const pathLength = basic.find((part) => part.tag === derTags.integer);
  const usage = valueOf(extensions.keyUsage);
  const purposes = valueOf(extensions.extendedKeyUsage);
  const subjectKeyId = valueOf(extensions.subjectKeyId);
  const authorityKeyId = authorityKeyIdOf(found);
  const known: readonly string[] = Object.values(extensions);
  return {
    isCa,
    ...(pathLength && { pathLength: countOf(pathLength) }),
    ...(usage && { keyUsage: namedBitsOf(usage) }),
    ...(purposes && {
      extendedKeyUsage: {
        isCritical: found.get(extensions.extendedKeyUsage)?.isCritical === true,
        purposes: sequenceOf(purposes).map(oidOf),
      },
    }),
    ...(subjectKeyId && { subjectKeyId: toHex(expectTag(subjectKeyId, derTags.octetString).body) }),
    ...(authorityKeyId && { authorityKeyId }),
    ...(found.has(extensions.ocspNoCheck) && { isStatusUnchecked: true as const }),
    hasUnknownCondition: [...found].some(([oid, { isCritical }]) => isCritical && !known.includes(oid)),
  };
}

/** Which of the issuer's keys signed, hex; authorities that change their key keep their name (RFC 5280 § 4.2.1.1). */
export function authorityKeyIdOf(found: ReturnType<typeof extensionsOf>): string | undefined {
  const extension = found.get(extensions.authorityKeyId);
  const id = extension && sequenceOf(parseDer(extension.value)).find((part) => part.tag === 0x80);
  return id && toHex(id.body);
}

const empty: Der = { tag: derTags.sequence, body: new Uint8Array(), whole: new Uint8Array([0x30, 0]) };

/** What a certificate calls its subject or issuer, for people; '' where it has no such attribute, or an unreadable name. */
export function nameOf(name: Bytes, attribute: 'commonName' | 'organisation'): string {
  const wanted = attribute === 'commonName' ? '2.5.4.3' : '2.5.4.10';
  try {
    const pairs = sequenceOf(parseDer(name)).flatMap(childrenOf).map(sequenceOf);
    const [, value] = pairs.find(([kind]) => oidOf(kind) === wanted) ?? [];
    return new TextDecoder().decode(value?.body);
  } catch (error) {
    if (error instanceof DerProblem) return '';
    throw error;
  }
}
