import { type Bytes, toHex } from '../base/bytes.ts';
import { parseSignatureAlgorithm, publicKeyBits, type SignatureAlgorithm } from './algorithms.ts';
import { type Certificate, extensionsOf, parseCertificate } from './certificate.ts';
import {
  bitsOf,
  childrenOf,
  type Der,
  DerProblem,
  derTags,
  expectTag,
  integerOf,
  isSameBytes,
  oidOf,
  parseDer,
  sequenceOf,
  timeOf,
} from './der.ts';
import { Objection } from './notes.ts';

/** An answer of an OCSP responder (RFC 6960 § 4.2.1), read but not yet believed: `ocsp-check.ts` does that. */
export type OcspAnswer = {
  der: Bytes;
  tbs: Bytes;
  /** Who says so: a name as DER, or the SHA-1 of a public key. */
  responder: { name: Bytes } | { keyHash: Bytes };
  producedAt: number;
  answers: readonly OcspSingle[];
  /** Whatever certificates the responder added; those this verification refuses are only counted. */
  certificates: readonly Certificate[];
  refusedCertificates: number;
  /** What the asker sent along, if the responder repeats it (RFC 8954). */
  nonce?: Bytes;
  algorithm: SignatureAlgorithm;
  signature: Bytes;
};

/** What is said of one certificate; times in milliseconds since 1970. */
export type OcspSingle = {
  id: { hash: 'SHA-1' | 'SHA-256'; issuerNameHash: Bytes; issuerKeyHash: Bytes; serialNumber: string };
  status: { is: 'good' } | { is: 'unknown' } | { is: 'revoked'; at: number; reason?: number };
  thisUpdate: number;
  nextUpdate?: number;
};

/** The responder had nothing to say, and says why; nobody signs that (RFC 6960 § 2.3). */
export type OcspRefusal = 'malformedRequest' | 'internalError' | 'tryLater' | 'sigRequired' | 'unauthorized';

const refusals: Readonly<Record<number, OcspRefusal>> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
};
const basicResponse = '1.3.6.1.5.5.7.48.1.1';
const nonceExtension = '1.3.6.1.5.5.7.48.1.2';
/** SHA-1 names a certificate here and protects nothing: the answer's own signature does. */
const idHashes: Readonly<Record<string, OcspSingle['id']['hash']>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
};
const mostAnswers = 20;
const mostCertificates = 10;
const enumerated = 0x0a;

/** Reads an OCSPResponse. Throws `DerProblem`, or an `Objection` `algorithm-refused`. */
export function parseOcsp(bytes: Bytes): OcspAnswer | { refused: OcspRefusal } {
  const [status, wrapper, ...more] = sequenceOf(parseDer(bytes));
  const code = expectTag(status, enumerated).body;
  if (code.length !== 1 || more.length > 0) throw new DerProblem('odd response');
  const refused = refusals[code[0] ?? 0];
  if (refused) return { refused };
  if (code[0] !== 0 || wrapper?.tag !== 0xa0) throw new DerProblem('odd response');
  const [kind, content, ...beyond] = sequenceOf(parseDer(wrapper.body));
  if (oidOf(kind) !== basicResponse || beyond.length > 0) throw new DerProblem('not a basic response');
  return { der: bytes, ...parseBasic(parseDer(expectTag(content, derTags.octetString).body)) };
}

function parseBasic(der: Der): Omit<OcspAnswer, 'der'> {
  const [tbsPart, algorithmPart, signaturePart, certificatePart, ...more] = sequenceOf(der);
  const tbs = expectTag(tbsPart, derTags.sequence);
  // A version other than the default, which DER leaves out, would come first.
  const [responder, producedAt, answerPart, extensionPart, ...rest] = childrenOf(tbs);
  if (more.length > 0 || rest.length > 0) throw new DerProblem('unknown part');
  if (extensionPart && extensionPart.tag !== 0xa1) throw new DerProblem('unknown part');
  const answers = sequenceOf(answerPart);
  if (answers.length > mostAnswers) throw new DerProblem('too many answers');
  const nonce = conditionsOf(extensionPart).get(nonceExtension);
  return {
    tbs: tbs.whole,
    responder: parseResponder(responder),
    producedAt: momentOf(producedAt),
    answers: answers.map(parseSingle),
    ...parseCertificates(certificatePart),
    ...(nonce && { nonce: expectTag(parseDer(nonce.value), derTags.octetString).body }),
    algorithm: parseSignatureAlgorithm(algorithmPart),
    signature: bitsOf(signaturePart),
  };
}

function parseResponder(der: Der | undefined): OcspAnswer['responder'] {
  if (der?.tag === 0xa1) return { name: expectTag(parseDer(der.body), derTags.sequence).whole };
  const keyHash = expectTag(parseDer(expectTag(der, 0xa2).body), derTags.octetString).body;
  if (keyHash.length !== 20) throw new DerProblem('odd responder');
  return { keyHash };
}

function parseCertificates(der: Der | undefined): Pick<OcspAnswer, 'certificates' | 'refusedCertificates'> {
  const parts = der ? sequenceOf(parseDer(expectTag(der, 0xa0).body)) : [];
  if (parts.length > mostCertificates) throw new DerProblem('too many certificates');
  const certificates = parts.flatMap(({ whole }) => {
    try {
      return [parseCertificate(whole)];
    } catch (error) {
      if (error instanceof DerProblem || error instanceof Objection) return [];
      throw error;
    }
  });
  return { certificates, refusedCertificates: parts.length - certificates.length };
}

function parseSingle(der: Der): OcspSingle {
  const [idPart, status, thisUpdate, ...rest] = sequenceOf(der);
  const next = rest[0]?.tag === 0xa0 ? rest[0] : undefined;
  const extensions = rest[next ? 1 : 0];
  if (rest.length > (next ? 2 : 1) || (extensions && extensions.tag !== 0xa1)) throw new DerProblem('unknown part');
  conditionsOf(extensions);
  const [algorithm, nameHash, keyHash, serial, ...more] = sequenceOf(idPart);
  const [oid, parameters] = sequenceOf(algorithm);
  const hash = idHashes[oidOf(oid)];
  if (!hash || more.length > 0 || (parameters && parameters.whole.length !== 2)) throw new DerProblem('odd id');
  return {
    id: {
      hash,
      issuerNameHash: expectTag(nameHash, derTags.octetString).body,
      issuerKeyHash: expectTag(keyHash, derTags.octetString).body,
      serialNumber: toHex(integerOf(serial)),
    },
    status: parseStatus(status),
    thisUpdate: momentOf(thisUpdate),
    ...(next && { nextUpdate: momentOf(parseDer(next.body)) }),
  };
}

function parseStatus(der: Der | undefined): OcspSingle['status'] {
  if (der?.tag === 0x80 && der.body.length === 0) return { is: 'good' };
  if (der?.tag === 0x82 && der.body.length === 0) return { is: 'unknown' };
  const [at, reasonPart, ...more] = childrenOf(expectTag(der, 0xa1));
  if (more.length > 0 || (reasonPart && reasonPart.tag !== 0xa0)) throw new DerProblem('odd status');
  const reason = reasonPart && expectTag(parseDer(reasonPart.body), enumerated).body[0];
  return { is: 'revoked', at: momentOf(at), ...(reason !== undefined && { reason }) };
}

/** A critical extension changes what the answer means, so one that is not known here is refused. */
function conditionsOf(der: Der | undefined): ReturnType<typeof extensionsOf> {
  const found = extensionsOf(der && parseDer(der.body));
  for (const [oid, { isCritical }] of found)
    if (isCritical && oid !== nonceExtension) throw new DerProblem('unknown condition');
  return found;
}

const momentOf = (der: Der | undefined): number => timeOf(expectTag(der, derTags.generalizedTime));

/** Whether an answer means this certificate of this issuer (RFC 6960 § 4.1.1). */
export async function isAboutCertificate(
  { id }: OcspSingle,
  certificate: Certificate,
  issuer: Certificate,
): Promise<boolean> {
  if (id.serialNumber !== certificate.serialNumber) return false;
  const { name, key } = await hashesOf(issuer, id.hash);
  return isSameBytes(id.issuerNameHash, name) && isSameBytes(id.issuerKeyHash, key);
}

/** What an issuer is called in ids; computed once for all that ask. */
function hashesOf(issuer: Certificate, hash: OcspSingle['id']['hash']): Promise<IssuerHashes> {
  const known = hashesByIssuer.get(issuer.der) ?? new Map<string, Promise<IssuerHashes>>();
  hashesByIssuer.set(issuer.der, known);
  const digest = async (bytes: Bytes) => new Uint8Array(await crypto.subtle.digest(hash, bytes));
  const compute = async () => ({ name: await digest(issuer.subject), key: await digest(publicKeyBits(issuer.key)) });
  const found = known.get(hash) ?? compute();
  known.set(hash, found);
  return found;
}
type IssuerHashes = { name: Bytes; key: Bytes };
const hashesByIssuer = new WeakMap<Bytes, Map<string, Promise<IssuerHashes>>>();
