import { type Bytes, toHex } from '../base/bytes.ts';
import { type Hash, parseHash, parseSignatureAlgorithm, type SignatureAlgorithm } from './algorithms.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import {
  childrenOf,
  countOf,
  type Der,
  DerProblem,
  derTags,
  expectTag,
  integerOf,
  isSameBytes,
  oidOf,
  parseDer,
  sequenceOf,
} from './der.ts';
import { Objection } from './notes.ts';

/** CMS SignedData (RFC 5652) with one signer, as seals (EN 319 122-1) and time stamps (RFC 3161) have it. */
export type SignedData = {
  /** What was signed, if it lies inside. */
  content: Bytes | undefined;
  certificates: readonly Certificate[];
  signer: Certificate;
  digestHash: Hash;
  messageDigest: Bytes;
  /** The signed attributes as they were signed: a SET. */
  signedBytes: Bytes;
  algorithm: SignatureAlgorithm;
  signature: Bytes;
  /** A time stamp over the signature, if the signer added one. */
  signatureTimestamp: Bytes | undefined;
};

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  algorithmProtection: '1.2.840.113549.1.9.52',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
} as const;

/** What must and what may be signed along. PAdES forbids signing-time (EN 319 142-1, table 1); time stamps have it. */
const signedAttributes = {
  seal: {
    content: oids.data,
    must: [oids.contentType, oids.messageDigest, oids.signingCertificateV2],
    may: [oids.algorithmProtection],
  },
  timestamp: {
    content: oids.tstInfo,
    must: [oids.contentType, oids.messageDigest],
    may: [oids.signingTime, oids.signingCertificate, oids.signingCertificateV2, oids.algorithmProtection],
  },
} as const;

/** Throws an `Objection` with one of the codes `cms-…` or `algorithm-refused`. */
export async function parseSignedData(bytes: Bytes, use: 'seal' | 'timestamp'): Promise<SignedData> {
  try {
    return await parse(parseDer(bytes), use);
  } catch (error) {
    if (error instanceof DerProblem) throw new Objection('cms-malformed', { part: error.message });
    throw error;
  }
}

async function parse(contentInfo: Der, use: 'seal' | 'timestamp'): Promise<SignedData> {
  const malformed = (what: string): never => {
    throw new Objection('cms-malformed', { part: what });
  };
  const [contentType, wrapper, ...beyond] = sequenceOf(contentInfo);
  if (oidOf(contentType) !== oids.signedData || wrapper?.tag !== 0xa0 || beyond.length > 0) malformed('content type');
  const [version, digests, encapsulated, ...rest] = sequenceOf(parseDer(expectTag(wrapper, 0xa0).body));
  const [certificatePart, signerPart, ...more] = rest;
  // RFC 5652 § 5.1: version 1 for data, 3 for other content. Lists of revocation do not lie here in PAdES.
  if (countOf(version) !== (use === 'seal' ? 1 : 3) || certificatePart?.tag !== 0xa0 || more.length > 0)
    malformed('signed data');
  const [digestPart, ...otherDigests] = childrenOf(expectTag(digests, derTags.set));
  const [innerType, innerContent, ...afterContent] = sequenceOf(encapsulated);
  // A seal speaks of the document around it; one that brings its content along speaks of that.
  if (use === 'seal' && (innerContent || oidOf(innerType) === oids.signedData)) throw new Objection('cms-wrapped');
  if (oidOf(innerType) !== signedAttributes[use].content || otherDigests.length > 0 || afterContent.length > 0)
    malformed('content');
  if ((innerContent !== undefined) !== (use === 'timestamp')) malformed('content');
  const signers = childrenOf(expectTag(signerPart, derTags.set));
  const [signerInfo] = signers;
  if (signers.length !== 1 || !signerInfo) throw new Objection('cms-signers');

  const certificates = childrenOf(expectTag(certificatePart, 0xa0)).map(({ whole }) => parseCertificate(whole));
  const signed = await parseSigner(signerInfo, certificates, use);
  if (parseHash(digestPart) !== signed.digestHash) malformed('digest algorithms');
  return {
    content: innerContent && expectTag(parseDer(expectTag(innerContent, 0xa0).body), derTags.octetString).body,
    certificates,
    ...signed,
  };
}

async function parseSigner(der: Der, certificates: readonly Certificate[], use: 'seal' | 'timestamp') {
  const [version, identifier, digestPart, attributesPart, algorithmPart, signaturePart, unsignedPart, ...more] =
    sequenceOf(der);
  const [issuer, serial] = sequenceOf(identifier);
  if (countOf(version) !== 1 || more.length > 0) throw new Objection('cms-malformed', { part: 'signer' });
  const attributes = parseAttributes(expectTag(attributesPart, 0xa0));
  const { must, may, content } = signedAttributes[use];
  const allowed: readonly string[] = [...must, ...may];
  if (!must.every((oid) => attributes.has(oid)) || ![...attributes.keys()].every((oid) => allowed.includes(oid)))
    throw new Objection('cms-attributes');
  if (oidOf(attributes.get(oids.contentType)) !== content) throw new Objection('cms-attributes');
  const named = certificates.filter(
    (certificate) =>
      isSameBytes(certificate.issuer, expectTag(issuer, derTags.sequence).whole) &&
      certificate.serialNumber === toHex(integerOf(serial)),
  );
  const [signer] = named;
  if (!signer || named.length !== 1) throw new Objection('cms-certificate-mismatch');
  await checkSigningCertificate(attributes, signer);
  const digestHash = parseHash(digestPart);
  const signedBytes = expectTag(attributesPart, 0xa0).whole.slice();
  // What is signed is the explicit SET, not the implicit tag it is kept under (RFC 5652 § 5.4).
  signedBytes[0] = derTags.set;
  return {
    signer,
    digestHash,
    messageDigest: expectTag(attributes.get(oids.messageDigest), derTags.octetString).body,
    signedBytes,
    algorithm: parseSignatureAlgorithm(algorithmPart, digestHash),
    signature: expectTag(signaturePart, derTags.octetString).body,
    signatureTimestamp: parseUnsigned(unsignedPart, use),
  };
}

/** Attributes with one value each, sorted as DER sorts a SET (X.690 § 11.6), none twice. */
function parseAttributes(der: Der): ReadonlyMap<string, Der> {
  const parts = childrenOf(der);
  const attributes = new Map<string, Der>();
  parts.forEach((part, place) => {
    const [oidPart, values, ...more] = sequenceOf(part);
    const [value, ...others] = childrenOf(expectTag(values, derTags.set));
    const oid = oidOf(oidPart);
    const before = parts[place - 1];
    if (!value || others.length > 0 || more.length > 0 || attributes.has(oid) || (before && !isSorted(before, part)))
      throw new Objection('cms-attributes');
    attributes.set(oid, value);
  });
  return attributes;
}

function isSorted(a: Der, b: Der): boolean {
  for (let at = 0; at < Math.min(a.whole.length, b.whole.length); at += 1)
    if (a.whole[at] !== b.whole[at]) return (a.whole[at] ?? 0) < (b.whole[at] ?? 0);
  return a.whole.length <= b.whole.length;
}

function parseUnsigned(der: Der | undefined, use: 'seal' | 'timestamp'): Bytes | undefined {
  if (!der) return undefined;
  const attributes = parseAttributes(expectTag(der, 0xa1));
  const token = attributes.get(oids.signatureTimestamp);
  if (use === 'timestamp' || !token || attributes.size !== 1) throw new Objection('cms-attributes');
  return token.whole;
}

/**
 * The certificate the signer meant is part of what he signed (RFC 5035), so nobody can put another one with the same
 * key in its place. Old time stamps name it by SHA-1; that form is not relied on, the certificate is found by name.
 */
async function checkSigningCertificate(attributes: ReadonlyMap<string, Der>, signer: Certificate): Promise<void> {
  const attribute = attributes.get(oids.signingCertificateV2);
  if (!attribute) return;
  const [first] = sequenceOf(sequenceOf(attribute)[0]);
  const parts = sequenceOf(first);
  const [algorithm, hashPart] = parts[0]?.tag === derTags.sequence ? parts : [undefined, ...parts];
  const hash = algorithm ? parseHash(algorithm) : 'SHA-256';
  const digest = new Uint8Array(await crypto.subtle.digest(hash, signer.der));
  if (!isSameBytes(digest, expectTag(hashPart, derTags.octetString).body))
    throw new Objection('cms-certificate-mismatch');
}
