import type { Bytes } from '../../../shared/base/bytes.ts';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../../server/sealing/document-timestamp.ts';
import { appendDss } from '../../../server/sealing/dss.ts';
import { attacks } from '../../support/attack-documents.ts';
import { ca, key, sealed, stamped, tsa, tsaCa } from '../../support/sealed-subject.ts';
import { sealByHand } from '../../support/seal-by-hand.ts';
import { caseFiles, meldebestaetigung } from '../../support/sealed-case.ts';
import { objectText, smallPdf, type SmallObject, type SmallObjects } from '../../support/small-pdf.ts';
import { makeCrl, makeOcsp, makeToken } from '../../support/test-pki.ts';
import { mutateBytes, mutateObjects } from './mutations.ts';
import { makeRandom, type Random } from './random.ts';

/** What mutated files are made of: sealed documents of every level, attacks, and documents before they are sealed. */
export type Seeds = { sealed: readonly Bytes[]; plain: readonly Plain[] };
type Plain = { files: Record<string, Bytes>; objects: SmallObjects };

export async function makeSeeds(): Promise<Seeds> {
  const { pdf: once } = await sealed();
  const { pdf: withStamp } = await stamped();
  const data = {
    certificates: [ca.certificate, tsaCa.certificate],
    crls: [makeCrl(ca), makeCrl(tsaCa)],
    ocsps: [makeOcsp(ca, key.certificate)],
  };
  const extended = await appendDss(withStamp, data);
  const prepared = await prepareDocumentTimestamp(extended, 'SHA-256', 2000);
  const archived = finishDocumentTimestamp(prepared, makeToken(tsa, prepared.imprint));
  const attacked = await Promise.all(attacks.map(({ make }) => make()));
  const certificate = { 'certificate.json': canonicalBytes(meldebestaetigung) };
  return {
    // The honest ones in front: whoever picks takes one of them most of the time.
    sealed: [once, withStamp, extended, archived, sealByHand(smallPdf(certificate), key), ...attacked],
    plain: [plainOf(await caseFiles()), plainOf(certificate)],
  };
}

const honest = 5;

/** The file of this number: sealed first, then changed. */
export function changedAfterSealing({ sealed: seeds }: Seeds, number: number): { seed: Bytes; file: Bytes } {
  const random = makeRandom(number);
  const seed = pickSeed(seeds, random);
  return { seed, file: mutateBytes(seed, pickSeed(seeds, random), random) };
}

/** The file of this number: changed first, then sealed by the office's key, so that its digest is right. */
export function changedBeforeSealing({ plain }: Seeds, number: number): Bytes {
  const random = makeRandom(number);
  const { files, objects } = random.pick(plain);
  if (random.chance(0.7)) return sealByHand(smallPdf(files, mutateObjects(objects, random)), key);
  const bytes = mutateBytes(smallPdf(files), smallPdf(files), random);
  return sealByHand(bytes, { ...key, more: { 1: objectText(bytes, 1) || '<< /Type /Catalog >>' } });
}

const pickSeed = (seeds: readonly Bytes[], random: Random): Bytes =>
  random.pick(random.chance(0.8) ? seeds.slice(0, honest) : seeds);

/** The objects of a document that can be changed one by one, its attachments among them. */
function plainOf(files: Record<string, Bytes>): Plain {
  const pdf = smallPdf(files);
  const objects: Record<number, SmallObject> = {};
  for (const number of [1, 2, 3, 4, 5, 7]) objects[number] = objectText(pdf, number);
  objects[6] = { dict: '', data: '0 0 m 100 100 l S' };
  for (const [at, name] of Object.keys(files).toSorted().entries()) {
    objects[10 + 2 * at] = objectText(pdf, 10 + 2 * at);
    objects[11 + 2 * at] = { dict: '/Type /EmbeddedFile', data: files[name] ?? '' };
  }
  return { files, objects };
}
