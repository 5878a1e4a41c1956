import { type Bytes, sha256Hex } from '../base/bytes.ts';
import { toInstant } from '../base/instant.ts';
import type { PdfFile } from '../pdf/file.ts';
import { isSignedBy } from './algorithms.ts';
import { type Certificate, nameOf } from './certificate.ts';
import { findChain, validityAt } from './chain.ts';
import { parseSignedData, type SignedData } from './cms.ts';
import { isSameBytes } from './der.ts';
import { checkStoreIsUsed, dataIn, levelOf } from './level.ts';
import { Objection, type Steps } from './notes.ts';
import { checkPurpose } from './purpose.ts';
import type { RevisionShown, SealShown, TimestampShown } from './report.ts';
import { checkRevocation, clockSkew } from './revocation.ts';
import { readRevocation } from './revocation-sources.ts';
import { checkCoverage, digestAround, readHole, type Seal } from './seal.ts';
import { readStore } from './store.ts';
import { earliest, readStamps, showStamps, trustStamps } from './timestamps.ts';
import type { Trust } from './verify.ts';

/** A file with its seal, and everything to judge it by. */
export type SealQuestion = {
  file: PdfFile;
  seal: Seal;
  trust: Trust;
  anchors: { seal: readonly Certificate[]; time: readonly Certificate[] };
  kinds: readonly RevisionShown['kind'][];
};

/** What of the seal can be shown; less where a step could not be taken. */
export type SealFound = {
  /** Whether the document is the one that was sealed. */
  isIntact: boolean;
  seal?: SealShown;
  timestamps?: readonly TimestampShown[];
};

/** From the hole to the anchor. The digests are compared before any signature is computed. */
export async function verifySeal(question: SealQuestion, steps: Steps): Promise<SealFound> {
  const { file, seal } = question;
  const { signature, timestamps, claimedAt } = seal;
  const { step } = steps;
  await step('coverage', (note) => [signature, ...timestamps].forEach((each) => checkCoverage(file, each, note)));
  const holes = await step('hole', (note) => [signature, ...timestamps].map((each) => readHole(file, each, note)));
  const [hole, ...stampHoles] = holes ?? [];
  const cms = hole && (await step('cms', () => parseSignedData(hole, 'seal')));
  if (!cms) return { isIntact: false };
  const isIntact = await step('integrity', async () => {
    if (!isSameBytes(await digestAround(file, signature, cms.digestHash), cms.messageDigest))
      throw new Objection('digest-mismatch');
    return true;
  });
  if (!isIntact) return { isIntact: false, seal: await showSeal(cms, { claimedAt }) };
  const isSigned = await step('signature', async () => {
    if (!(await isSignedBy(cms.signer.key, cms.algorithm, cms.signature, cms.signedBytes)))
      throw new Objection('signature-invalid');
    return true;
  });
  const shown = await trustSeal(question, { cms, holes: stampHoles, isSigned: isSigned === true }, steps);
  return { isIntact: true, ...shown };
}

/** Who vouches for the seal, and since when: what was appended, the stamps from it, the chain, the revocation. */
async function trustSeal(
  { file, seal, trust, anchors, kinds }: SealQuestion,
  { cms, holes, isSigned }: { cms: SignedData; holes: readonly Bytes[]; isSigned: boolean },
  { step, skip }: Steps,
): Promise<Omit<SealFound, 'isIntact'>> {
  const { timestamps, claimedAt } = seal;
  const at = trust.at.getTime();
  const given = await step('validation-data', async (note) => ({
    store: await readStore(file, file.revisions.length - 1),
    own: readRevocation(trust.revocation, at, note),
  }));
  if (!given) return { seal: await showSeal(cms, { claimedAt }) };
  const { store, own } = given;
  if (timestamps.length === 0 && !cms.signatureTimestamp) skip('timestamps');
  const stamped =
    timestamps.length > 0 || cms.signatureTimestamp
      ? await step('timestamps', async (note) => {
          const stamps = await readStamps(file, { cms, seal: seal.signature, timestamps, holes }, note);
          const kept = dataIn(store, stamps, at);
          const data = { ...kept, crls: [...own.crls, ...kept.crls], ocsps: [...own.ocsps, ...kept.ocsps] };
          const beside = store.certificates;
          return { stamps, trusted: await trustStamps(stamps, { anchors: anchors.time, beside, data, at }, note) };
        })
      : undefined;
  const { stamps = [], trusted = [] } = stamped ?? {};
  const shown = stamps.length > 0 ? { timestamps: showStamps(stamps, trusted) } : {};
  const provenAt = earliest(trusted);

  const chain = await step('chain', async (note) => {
    const found = await findChain(cms.signer, [...cms.certificates, ...store.certificates], anchors.seal);
    checkPurpose(cms.signer, note);
    const validity = validityAt(found, provenAt ?? at);
    if (validity !== 'valid') note(validity === 'expired' ? 'certificate-expired' : 'certificate-not-yet-valid');
    if (claimedAt < cms.signer.notBefore || claimedAt > (provenAt ?? at) + clockSkew) note('seal-time-odd');
    for (const { der } of cms.certificates)
      if (!found.some((used) => isSameBytes(used.der, der))) note('cms-certificate-unused');
    return found;
  });
  if (!chain) return { ...shown, seal: await showSeal(cms, { claimedAt, provenAt }) };
  const times = { provenAt, claimedAt, neededAt: provenAt ?? at, at };
  const level = await step('revocation', async (note) => {
    const kept = dataIn(store, trusted, at);
    const data = { ...kept, crls: [...own.crls, ...kept.crls], ocsps: [...own.ocsps, ...kept.ocsps] };
    const relied = [await checkRevocation(chain, data, times, note), ...trusted.map(({ used }) => used)];
    const certificates = [...chain, ...trusted.flatMap((stamp) => stamp.chain)];
    await checkStoreIsUsed(store, { certificates, relied, anchors: [...anchors.seal, ...anchors.time] }, note);
    return levelOf({ store, chain, times, stamps: trusted, kinds, at });
  });
  return { ...shown, seal: await showSeal(cms, { claimedAt, provenAt, level, isTraced: isSigned }) };
}

type Proven = {
  claimedAt: number;
  provenAt?: number | undefined;
  level?: SealShown['level'] | undefined;
  isTraced?: boolean;
};

async function showSeal(
  { signer, algorithm }: SignedData,
  { claimedAt, provenAt, level = 'B-B', isTraced = false }: Proven,
): Promise<SealShown> {
  const organisation = nameOf(signer.subject, 'organisation');
  const key = signer.key.kind === 'EC' ? signer.key.curve : `RSA ${signer.key.bits}`;
  return {
    isTraced,
    signer: nameOf(signer.subject, 'commonName'),
    ...(organisation && { organisation }),
    issuer: nameOf(signer.issuer, 'commonName'),
    serialNumber: signer.serialNumber,
    certificateHash: await sha256Hex(signer.der),
    notBefore: toInstant(new Date(signer.notBefore)),
    notAfter: toInstant(new Date(signer.notAfter)),
    algorithm: `${algorithm.scheme} ${key} ${algorithm.hash}`,
    level,
    claimedAt: toInstant(new Date(claimedAt)),
    ...(provenAt !== undefined && { provenAt: toInstant(new Date(provenAt)) }),
  };
}
