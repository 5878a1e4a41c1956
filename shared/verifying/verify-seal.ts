import { type Bytes, sha256Hex } from '../base/bytes.ts';
import { toInstant } from '../base/instant.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { PdfSignature } from '../pdf/signatures.ts';
import { isSignedBy } from './algorithms.ts';
import { type Certificate, nameOf } from './certificate.ts';
import { findChain, validityAt } from './chain.ts';
import { parseSignedData, type SignedData } from './cms.ts';
import { isCrlOf } from './crl.ts';
import { isSameBytes } from './der.ts';
import { type Note, Objection, type Steps } from './notes.ts';
import { checkPurpose } from './purpose.ts';
import type { RevisionShown, SealShown } from './report.ts';
import { checkRevocation, clockSkew, type KnownCrl, parseCrls } from './revocation.ts';
import { checkCoverage, digestAround, readHole, type Seal } from './seal.ts';
import { readStore, type Store } from './store.ts';
import { type ProvenTime, verifyTimestamp } from './timestamp.ts';
import type { Trust } from './verify.ts';

/** A file with its seal, and everything to judge it by. */
export type SealQuestion = {
  file: PdfFile;
  seal: Seal;
  trust: Trust;
  anchors: { seal: readonly Certificate[]; time: readonly Certificate[] };
  kinds: readonly RevisionShown['kind'][];
};

/** From the hole to the anchor. The digests are compared before any signature is computed. */
export async function verifySeal(question: SealQuestion, { step, skip }: Steps): Promise<SealShown | undefined> {
  const { file, seal, trust, anchors } = question;
  const { signature, timestamps, claimedAt } = seal;
  const at = trust.at.getTime();
  await step('coverage', (note) => [signature, ...timestamps].forEach((each) => checkCoverage(file, each, note)));
  const holes = await step('hole', (note) => [signature, ...timestamps].map((each) => readHole(file, each, note)));
  const hole = holes?.[0];
  const cms = hole && (await step('cms', () => parseSignedData(hole, 'seal')));
  if (!holes || !cms) return undefined;
  const isIntact = await step('integrity', async () => {
    if (!isSameBytes(await digestAround(file, signature, cms.digestHash), cms.messageDigest))
      throw new Objection('digest-mismatch');
    return true;
  });
  if (!isIntact) return showSeal(cms, { claimedAt });
  const isSigned = await step('signature', async () => {
    if (!(await isSignedBy(cms.signer.key, cms.algorithm, cms.signature, cms.signedBytes)))
      throw new Objection('signature-invalid');
    return true;
  });

  const data = await step('validation-data', async (note) => {
    const store = await readStore(file, file.revisions.length - 1);
    const lists = store.lists.map((list) => ({ ...list, knownAt: at }));
    return { store, crls: [...parseCrls(trust.revocation, at, note), ...lists] };
  });
  if (!data) return showSeal(cms, { claimedAt });
  const { store, crls } = data;
  const times: ProvenTime[] = [];
  if (timestamps.length === 0 && !cms.signatureTimestamp) skip('timestamps');
  else
    await step('timestamps', async (note) => {
      const timeTrust = { anchors: anchors.time, beside: store.certificates, crls, at };
      for (const { token, digest } of tokensOf(file, cms, timestamps, holes)) {
        try {
          times.push(await verifyTimestamp(token, digest, timeTrust));
        } catch (error) {
          if (!(error instanceof Objection)) throw error;
          note(error.code, error.where);
        }
      }
    });
  const provenAt = times.length > 0 ? Math.min(...times.map(({ time }) => time)) : undefined;

  const chain = await step('chain', async (note) => {
    const found = await findChain(cms.signer, [...cms.certificates, ...store.certificates], anchors.seal);
    checkPurpose(cms.signer, note);
    const validity = validityAt(found, provenAt ?? at);
    if (validity !== 'valid') note(validity === 'expired' ? 'certificate-expired' : 'certificate-not-yet-valid');
    if (claimedAt < cms.signer.notBefore || claimedAt > at + clockSkew) note('seal-time-odd');
    for (const { der } of cms.certificates)
      if (!found.some((used) => isSameBytes(used.der, der))) note('cms-certificate-unused');
    return found;
  });
  if (!chain) return showSeal(cms, { claimedAt, provenAt });
  const isGood = await step('revocation', async (note) => {
    let isClean = true;
    const used = await checkRevocation(chain, crls, { provenAt, claimedAt }, (code, where) => {
      isClean = false;
      note(code, where);
    });
    const certificates = [...chain, ...times.flatMap((time) => time.chain)];
    const lists = [...used, ...times.flatMap((time) => time.crls)];
    await checkStoreIsUsed(store, { certificates, crls: lists, anchors: [...anchors.seal, ...anchors.time] }, note);
    return isClean;
  });
  const level = levelOf(question, { store, isGood: isGood === true, provenAt });
  return showSeal(cms, { claimedAt, provenAt, level, isTraced: isSigned === true });
}

/** Each token with the digest it must be about: the signature's value, or everything its time stamp covers. */
function tokensOf(file: PdfFile, cms: SignedData, timestamps: readonly PdfSignature[], holes: readonly Bytes[]) {
  const documentTokens = timestamps.map((timestamp, place) => ({
    token: holes[place + 1] ?? new Uint8Array(),
    digest: (hash: Parameters<typeof digestAround>[2]) => digestAround(file, timestamp, hash),
  }));
  if (!cms.signatureTimestamp) return documentTokens;
  const digest = async (hash: Parameters<typeof digestAround>[2]) =>
    new Uint8Array(await crypto.subtle.digest(hash, cms.signature));
  return [{ token: cms.signatureTimestamp, digest }, ...documentTokens];
}

/**
 * What was appended for validation must serve it: data nobody needs could be anything. Certificates and lists of the
 * given anchors serve it too, since every byte of them is checked.
 */
async function checkStoreIsUsed(
  store: Store,
  used: { certificates: readonly Certificate[]; crls: readonly KnownCrl[]; anchors: readonly Certificate[] },
  note: Note,
): Promise<void> {
  const known = [...used.certificates, ...used.anchors];
  for (const { der } of store.certificates)
    if (!known.some((certificate) => isSameBytes(certificate.der, der))) note('validation-data-unused');
  for (const crl of store.lists) {
    if (used.crls.some(({ der }) => isSameBytes(der, crl.der))) continue;
    const issued = await Promise.all(used.anchors.map((anchor) => isCrlOf(crl, anchor)));
    if (!issued.includes(true)) note('validation-data-unused');
  }
  for (let unread = 0; unread < store.unread; unread += 1) note('validation-data-unused');
}

/** EN 319 142-1, 6: each level on top of the one before, and only what was verified counts. */
function levelOf(
  { kinds }: SealQuestion,
  { store, isGood, provenAt }: { store: Store; isGood: boolean; provenAt: number | undefined },
): SealShown['level'] {
  if (provenAt === undefined) return 'B-B';
  const lastData = kinds.lastIndexOf('validation-data');
  if (!isGood || store.lists.length === 0 || lastData < 0) return 'B-T';
  return kinds.lastIndexOf('timestamp') > lastData ? 'B-LTA' : 'B-LT';
}

type Proven = { claimedAt: number; provenAt?: number | undefined; level?: SealShown['level']; isTraced?: boolean };

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
