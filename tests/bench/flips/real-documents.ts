import { sign } from 'node:crypto';
import type { Bytes } from '../../../shared/base/bytes.ts';
import type { TypesetJob, Typesetter } from '../../../server/ports/typesetter.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../../server/sealing/document-timestamp.ts';
import { appendDss } from '../../../server/sealing/dss.ts';
import { startTypesetter } from '../../../server/typesetting/start-typesetter.ts';
import type { Trust } from '../../../shared/verifying/verify.ts';
import { digestOf } from '../../../server/sealing/algorithms.ts';
import { meldebestaetigungJob } from '../../support/sample-documents.ts';
import { makeCa, makeCrl, makeKey, makeOcsp, makeToken } from '../../support/test-pki.ts';
import { makeFamilyCases } from '../counter/family-cases.ts';

/** A document from the office's own pipeline, with whom its verifier trusts. */
export type RealDocument = {
  name: string;
  pdf: Bytes;
  trust: Trust;
  /** Up to this byte another document of the same run has the same structure; every 16th place is enough there. */
  knownUntil: number;
};

const ca = makeCa();
const tsaCa = makeCa('Test-TSA-CA');
const key = makeKey(ca);
const tsa = makeKey(tsaCa, 'timestamps');
/** The keys above are certified until 2029, so any day of the coming year will do. */
const at = new Date(Math.floor(Date.now() / 1000) * 1000);
const minute = 60_000;
const lists = [ca, tsaCa].map((each) => makeCrl(each, { thisUpdate: new Date(at.getTime() - minute) }));
const trust: Trust = {
  sealAnchors: [ca.certificate],
  tsaAnchors: [tsaCa.certificate],
  revocation: lists,
  at: new Date(at.getTime() + 10 * minute),
};

/** The declaration of a family of four on three pages and a Meldebestätigung, each as sealed and at B-LTA. */
export async function makeRealDocuments(): Promise<readonly RealDocument[]> {
  const typesetter = startTypesetter({ workers: 1 });
  const familyCase = await makeFamilyCases();
  const jobs: readonly [string, TypesetJob][] = [
    ['declaration', (await familyCase(1))()],
    ['meldebestaetigung', meldebestaetigungJob],
  ];
  const made: RealDocument[] = [];
  for (const [name, job] of jobs) {
    const sealed = await seal(typesetter, job, false);
    const archived = await climb(await seal(typesetter, job, true));
    // The seal is an increment of its own, so what comes before it is the same.
    const knownUntil = Buffer.from(sealed).indexOf('%%EOF');
    made.push({ name: `${name}, B-B`, pdf: sealed, trust, knownUntil: 0 });
    made.push({ name: `${name}, B-LTA`, pdf: archived, trust, knownUntil });
  }
  await typesetter.close();
  return made;
}

async function seal(typesetter: Typesetter, job: TypesetJob, isStamped: boolean): Promise<Bytes> {
  const pdf = await typesetter.typeset(job);
  const prepared = await typesetter.prepareSeal({
    pdf,
    leaf: key.certificate,
    chain: [],
    algorithm: { signature: 'ECDSA', hash: 'SHA-256' },
    at,
    timestampBytes: isStamped ? 2000 : 0,
  });
  const signature = new Uint8Array(sign('sha256', prepared.toBeSigned, key.key));
  const token = isStamped ? makeToken(tsa, digestOf('SHA-256', signature), { at }) : undefined;
  return typesetter.finishSeal(prepared, signature, token);
}

/** From B-T to B-LTA: a list for the stamps, an answer for the seal, a stamp over all of it. */
async function climb(pdf: Bytes): Promise<Bytes> {
  const certificates = [ca.certificate, tsaCa.certificate, tsa.certificate];
  const ocsps = [makeOcsp(ca, key.certificate, { thisUpdate: at })];
  const extended = await appendDss(pdf, { certificates, crls: lists.slice(1), ocsps });
  const prepared = await prepareDocumentTimestamp(extended, 'SHA-256', 2000);
  return finishDocumentTimestamp(prepared, makeToken(tsa, prepared.imprint, { at: new Date(at.getTime() + minute) }));
}
