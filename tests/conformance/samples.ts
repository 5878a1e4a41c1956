import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { Bytes } from '../../shared/base/bytes.ts';
import { openDemoSealer } from '../../server/adapters/sealer/demo.ts';
import { sealWith } from '../../server/adapters/sealer/key-in-memory.ts';
import type { SealAnchors, Sealer } from '../../server/ports/sealer.ts';
import type { TypesetJob, Typesetter } from '../../server/ports/typesetter.ts';
import { appendDss } from '../../server/sealing/dss.ts';
import { familyOfFour } from '../../server/typesetting/family-of-four.ts';
import { makeTestPki, sealKinds, type TestPki } from '../support/pki.ts';
import { meldebestaetigungJob } from '../support/sample-documents.ts';
import { awkwardJobs } from './awkward.ts';
import { jobOf, reportJob } from './declared.ts';
import { withByteFlipped, withoutPrintFlag, withoutTitleShown, withPageChanged } from './forgeries.ts';
import { climb, type Ladder, seal, stampedBy } from './ladder.ts';
import { foreignTimeStamps } from './time-stamps.ts';

/** A document, whom its verifier trusts, and what each judge has to say of it; who is not named is not asked. */
export type Sample = { name: string; pdf: Bytes; anchors: SealAnchors; expected: Expected };

export type Judge = 'veraPDF' | 'pyHanko' | 'pdfsig' | 'qpdf' | 'OpenSSL' | 'Schalter';
export type Expected = Readonly<Partial<Record<Judge, string>>>;

/**
 * Every template at every level with every kind of key, made by the office's own pipeline; content that is hard to
 * print; then forgeries that somebody must notice. `folder` is for keys and for what OpenSSL wants in files.
 */
export async function makeSamples(typesetter: Typesetter, folder: string): Promise<readonly Sample[]> {
  const yesterday = new Date(Date.now() - 86_400_000);
  const pki = makeTestPki(yesterday, 365, '', new Date());
  const anchors = { seal: [pki.root], timestamps: [pki.root], crls: pki.crls };
  const stamps = foreignTimeStamps(pki, folder);
  const family = await jobOf(familyOfFour);
  const templates: Record<string, TypesetJob> = {
    declaration: family,
    Meldebestätigung: meldebestaetigungJob,
    Nachweisbericht: await reportJob(),
  };

  const demo = await openDemoSealer({ file: join(folder, 'demo-seal.json'), mode: 'demo', authority: 'Stadt', now });
  const demoAnchors = await demo.anchors();
  const byDemo = Object.entries(templates).map(async ([template, job]) =>
    sample(`${template}, demo seal`, await seal(typesetter, demo, job), demoAnchors, expectedAt['B-B']),
  );

  const dataOf = async (sealer: Sealer) => {
    const { leaf } = await sealer.certificates();
    return { certificates: [leaf, pki.issuing, pki.root, stamps.certificate], crls: pki.crls, ocsps: [] };
  };
  const samplesOf = async (kind: string, sealer: Sealer, name: string, job: TypesetJob) => {
    const named = (level: Level, pdf: Bytes) => sample(`${name}, ${kind}, ${level}`, pdf, anchors, expectedAt[level]);
    const ladder = await climb(typesetter, { sealer, stamps, data: await dataOf(sealer) }, job);
    return [
      named('B-B', await seal(typesetter, sealer, job)),
      named('B-T', ladder['B-T']),
      named('B-LT', ladder['B-LT']),
      named('B-LTA', ladder['B-LTA']),
    ];
  };
  const sealers = Object.keys(sealKinds).map((kind) => [kind, sealerOf(kind, pki, anchors)] as const);
  const matrix = sealers.flatMap(([kind, sealer]) =>
    Object.entries(templates).map(([template, job]) => samplesOf(kind, sealer, template, job)),
  );

  const [[, p256] = fail()] = sealers;
  const data = await dataOf(p256);
  const by = { sealer: p256, stamps, data };
  const awkward = Object.entries(awkwardJobs()).map(async ([name, makeJob]) =>
    sample(name, (await climb(typesetter, by, await makeJob()))['B-LTA'], anchors, expectedAt['B-LTA']),
  );

  const bb = await seal(typesetter, p256, meldebestaetigungJob);
  const lateStamped = await stampedBy(stamps, await appendDss(bb, data));
  const { 'B-T': bt, 'B-LTA': lta } = await climb(typesetter, by, meldebestaetigungJob);
  const newer = { ...data, crls: pki.crlsRevoking(pki.issuing, now()) };
  const renewed = await stampedBy(stamps, await appendDss(lta, newer));
  const unsealed = await typesetter.typeset(family);
  const { leaf } = await p256.certificates();
  const revoked = { ...anchors, crls: pki.crlsRevoking(leaf, yesterday) };

  return [
    ...(await Promise.all(byDemo)),
    ...(await Promise.all(matrix)).flat(),
    ...(await Promise.all(awkward)),
    sample(
      'B-B, then DSS and time stamp',
      lateStamped,
      anchors,
      passed('B-LTA', later('trusted, extended, 1 time stamp')),
    ),
    sample(
      'B-LTA, renewed',
      renewed,
      anchors,
      passed('B-LTA', later('trusted and stamped, extended, 2 time stamps, AdES passed')),
    ),
    sample('forged: a letter differs', withByteFlipped(bt), anchors, {
      pyHanko: 'broken',
      pdfsig: 'digest mismatch',
      OpenSSL: 'refused',
      Schalter: 'TOTAL-FAILED digest-mismatch',
    }),
    // pdfsig and OpenSSL see nothing here: why a verifier must look into every increment.
    sample('forged: a page changed later', await withPageChanged(bt), anchors, {
      pyHanko: 'trusted and stamped, changed',
      pdfsig: 'valid, not total document',
      OpenSSL: 'verified',
      Schalter: 'TOTAL-FAILED increment-page',
    }),
    sample('forged: the seal was revoked', bb, revoked, {
      pyHanko: 'revoked',
      OpenSSL: 'refused',
      Schalter: 'TOTAL-FAILED certificate-revoked',
    }),
    sample('forged: another root', bb, demoAnchors, {
      pyHanko: 'untrusted',
      OpenSSL: 'refused',
      Schalter: 'INDETERMINATE anchor-unknown',
    }),
    sample('not PDF/A: field not printed', withoutPrintFlag(unsealed), anchors, {
      veraPDF: 'PDF/A-3A failed 6.3.2-2, PDF/UA-1 passed',
    }),
    sample('not PDF/UA: title not shown', withoutTitleShown(unsealed), anchors, {
      veraPDF: 'PDF/A-3A passed, PDF/UA-1 failed 7.1-10',
    }),
  ];
}

const sealedOnce: Expected = {
  veraPDF: 'PDF/A-3A passed, PDF/UA-1 passed',
  pyHanko: 'trusted, untouched',
  pdfsig: 'valid, total document',
  qpdf: 'clean',
  OpenSSL: 'verified',
};

function passed(level: string, expected: Expected): Expected {
  return { ...expected, Schalter: `TOTAL-PASSED ${level}` };
}

function later(pyHanko: string): Expected {
  return { ...sealedOnce, pyHanko, pdfsig: 'valid, not total document' };
}

const sample = (name: string, pdf: Bytes, anchors: SealAnchors, expected: Expected): Sample => ({
  name,
  pdf,
  anchors,
  expected,
});

type Level = 'B-B' | keyof Ladder;

/** What all judges say of a good document at a level. */
const expectedAt: Readonly<Record<Level, Expected>> = {
  'B-B': passed('B-B', sealedOnce),
  'B-T': passed('B-T', { ...sealedOnce, pyHanko: 'trusted and stamped, untouched' }),
  'B-LT': passed('B-LT', later('trusted and stamped, extended')),
  'B-LTA': passed('B-LTA', later('trusted and stamped, extended, 1 time stamp, AdES passed')),
};

const now = (): Date => new Date();

function sealerOf(kind: string, pki: TestPki, anchors: SealAnchors): Sealer {
  const { makeKey, rsaPadding } = sealKinds[kind] ?? fail();
  const { privateKey, publicKey } = makeKey();
  const chain = [pki.certify(`Siegel ${kind}`, publicKey, 'seal'), pki.issuing, pki.root];
  const certificates = chain.map((der) => new X509Certificate(der));
  return sealWith({ key: privateKey, certificates, ...(rsaPadding ? { rsaPadding } : {}) }, now, async () => anchors);
}

function fail(): never {
  throw new Error('the table of key kinds is empty');
}
