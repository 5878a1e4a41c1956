import type { Certificate } from './certificate.ts';
import type { Chain } from './chain.ts';
import { isCrlOf } from './crl.ts';
import { isSameBytes } from './der.ts';
import type { Note } from './notes.ts';
import type { RevisionShown, SealShown } from './report.ts';
import { checkRevocation, type RevocationTimes, type UsedRevocation } from './revocation.ts';
import type { Store } from './store.ts';
import type { ProvenTime } from './timestamp.ts';
import { earliest, knownSince, type Stamp } from './timestamps.ts';

/** What the seal and its stamps were found to rest on. */
export type Findings = {
  store: Store;
  chain: Chain;
  times: RevocationTimes;
  stamps: readonly (ProvenTime & Stamp)[];
  kinds: readonly RevisionShown['kind'][];
  at: number;
};

/**
 * The level of EN 319 142-1, 6, that was verified, each on top of the one before: B-T with a trusted time, B-LT where the
 * document itself holds what its seal and the stamps before the last are validated with, B-LTA where a stamp covers that.
 * So a file that is said to be B-LT needs nothing from outside but the anchors.
 */
export async function levelOf(found: Findings): Promise<SealShown['level']> {
  const { stamps, store, kinds } = found;
  if (stamps.length === 0) return 'B-B';
  if (!kinds.includes('validation-data') || !(await isSelfContained(found, store))) return 'B-T';
  const isCovered = ({ revision }: { revision: number }) => knownSince(revision, stamps) !== undefined;
  const covered = { ...store, crls: store.crls.filter(isCovered), ocsps: store.ocsps.filter(isCovered) };
  return (await isSelfContained(found, covered)) ? 'B-LTA' : 'B-LT';
}

/** Whether the store alone clears the seal and every stamp but the last; a single stamp has to be cleared, too. */
async function isSelfContained({ chain, times, stamps, at }: Findings, store: Store): Promise<boolean> {
  const data = dataIn(store, stamps, at);
  let isClear = true;
  const note: Note = () => void (isClear = false);
  await checkRevocation(chain, data, times, note);
  for (const [place, stamp] of (stamps.length > 1 ? stamps.slice(0, -1) : stamps).entries()) {
    const provenAt = earliest(stamps.slice(place + 1));
    if (stamp.chain.length === 1) continue;
    await checkRevocation(stamp.chain, data, { provenAt, claimedAt: stamp.time, neededAt: stamp.time, at }, note);
  }
  return isClear;
}

/** What lies in the document, each with the time since when it is shown to exist, or else the time of verification. */
export const dataIn = (store: Store, stamps: readonly Stamp[], at: number) => ({
  crls: store.crls.map((crl) => ({ ...crl, knownAt: knownSince(crl.revision, stamps) ?? at })),
  ocsps: store.ocsps.map((ocsp) => ({ ...ocsp, knownAt: knownSince(ocsp.revision, stamps) ?? at })),
  beside: store.certificates,
});

/**
 * What was appended for validation must serve it: data nobody needs could be anything. Certificates and lists of the
 * given anchors serve it too, since every byte of them is checked.
 */
export async function checkStoreIsUsed(
  store: Store,
  used: { certificates: readonly Certificate[]; relied: readonly UsedRevocation[]; anchors: readonly Certificate[] },
  note: Note,
): Promise<void> {
  const known = [...used.certificates, ...used.anchors, ...used.relied.flatMap(({ responders }) => responders)];
  const isKnown = (certificate: Certificate) => known.some(({ der }) => isSameBytes(der, certificate.der));
  for (const certificate of store.certificates) if (!isKnown(certificate)) note('validation-data-unused');
  for (const crl of store.crls) {
    if (used.relied.some(({ crls }) => crls.some(({ der }) => isSameBytes(der, crl.der)))) continue;
    const issued = await Promise.all(used.anchors.map((anchor) => isCrlOf(crl, anchor)));
    if (!issued.includes(true)) note('validation-data-unused');
  }
  for (const ocsp of store.ocsps) {
    const isRelied = used.relied.some(({ ocsps }) => ocsps.some(({ der }) => isSameBytes(der, ocsp.der)));
    // Nobody signs the certificates an answer brings, so each must be one that counts.
    if (!isRelied || ocsp.refusedCertificates > 0 || !ocsp.certificates.every(isKnown)) note('validation-data-unused');
  }
  for (let unread = 0; unread < store.unread; unread += 1) note('validation-data-unused');
}
