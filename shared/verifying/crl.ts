import { type Bytes, toHex } from '../base/bytes.ts';
import { isSignedBy, parseSignatureAlgorithm, type SignatureAlgorithm } from './algorithms.ts';
import { authorityKeyIdOf, type Certificate, extensionsOf, keyUsages } from './certificate.ts';
import {
  bitsOf,
  childrenOf,
  countOf,
  type Der,
  DerProblem,
  derTags,
  expectTag,
  integerOf,
  isSameBytes,
  parseDer,
  sequenceOf,
  timeOf,
} from './der.ts';

/** A Sperrliste (RFC 5280 § 5): complete and from the issuer itself; delta and indirect lists are not understood. */
export type Crl = {
  der: Bytes;
  tbs: Bytes;
  issuer: Bytes;
  /** Which of the issuer's keys made it, hex. */
  authorityKeyId?: string;
  thisUpdate: number;
  nextUpdate: number;
  /** Serial numbers as in `Certificate`, with the time of their revocation. */
  revoked: ReadonlyMap<string, number>;
  algorithm: SignatureAlgorithm;
  signature: Bytes;
};

/** Throws `DerProblem`, or `algorithm-refused`. */
export function parseCrl(bytes: Bytes): Crl {
  const [tbsPart, algorithmPart, signaturePart, ...more] = sequenceOf(parseDer(bytes));
  const tbs = expectTag(tbsPart, derTags.sequence);
  const [version, innerAlgorithm, issuer, thisUpdate, nextUpdate, ...rest] = childrenOf(tbs);
  if (more.length > 0 || countOf(version) !== 1) throw new DerProblem('not a version 2 list');
  if (!isSameBytes(expectTag(innerAlgorithm, derTags.sequence).whole, expectTag(algorithmPart, derTags.sequence).whole))
    throw new DerProblem('two algorithms');
  const entries = rest[0]?.tag === derTags.sequence ? rest[0] : undefined;
  const wrapper = rest[entries ? 1 : 0];
  if (rest.length > (entries ? 2 : 1) || (wrapper && wrapper.tag !== 0xa0)) throw new DerProblem('unknown part');
  const extensions = wrapper && parseDer(wrapper.body);
  refuseConditions(extensions);
  const authorityKeyId = authorityKeyIdOf(extensionsOf(extensions));
  return {
    der: bytes,
    tbs: tbs.whole,
    issuer: expectTag(issuer, derTags.sequence).whole,
    ...(authorityKeyId && { authorityKeyId }),
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: timeOf(nextUpdate),
    revoked: new Map(entries ? childrenOf(entries).map(parseEntry) : []),
    algorithm: parseSignatureAlgorithm(algorithmPart),
    signature: bitsOf(signaturePart),
  };
}

function parseEntry(der: Der): [serialNumber: string, revokedAt: number] {
  const [serial, revokedAt, entryExtensions] = sequenceOf(der);
  refuseConditions(entryExtensions);
  return [toHex(integerOf(serial)), timeOf(revokedAt)];
}

/** A critical extension changes what the list means: an indirect list, a delta, another scope. */
function refuseConditions(der: Der | undefined): void {
  for (const { isCritical } of extensionsOf(der).values()) if (isCritical) throw new DerProblem('unknown condition');
}

/** An authority that changed its key keeps its name: the list is about certificates of its other key. */
export const isOfOtherKey = (crl: Crl, { subjectKeyId }: Certificate): boolean =>
  crl.authorityKeyId !== undefined && subjectKeyId !== undefined && crl.authorityKeyId !== subjectKeyId;

/** Whether the list was made by this issuer, who may make lists. */
export async function isCrlOf(crl: Crl, issuer: Certificate): Promise<boolean> {
  return (
    isSameBytes(crl.issuer, issuer.subject) &&
    issuer.keyUsage?.has(keyUsages.crlSign) !== false &&
    (await isSignedBy(issuer.key, crl.algorithm, crl.signature, crl.tbs))
  );
}
