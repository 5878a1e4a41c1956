import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { Bytes } from '../../shared/base/bytes.ts';
import { openDemoSealer } from '../../server/adapters/sealer/demo.ts';
import { sealWith } from '../../server/adapters/sealer/key-in-memory.ts';
import type { SealAnchors, Sealer } from '../../server/ports/sealer.ts';
import type { TypesetJob, Typesetter } from '../../server/ports/typesetter.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../server/sealing/document-timestamp.ts';
import { appendDss } from '../../server/sealing/dss.ts';
import { makeTestPki, sealKinds, type TestPki } from '../support/pki.ts';
import { declarationJob, meldebestaetigungJob } from '../support/sample-documents.ts';
import { withByteFlipped, withoutPrintFlag, withoutTitleShown, withPageChanged } from './forgeries.ts';
import { foreignTimeStamps, type TimeStamps } from './time-stamps.ts';

/** A document, whom its verifier trusts, and what each judge has to say of it; who is not named is not asked. */
export type Sample = { name: string; pdf: Bytes; anchors: SealAnchors; expected: Expected };

export type Judge = 'veraPDF' | 'pyHanko' | 'pdfsig' | 'qpdf' | 'OpenSSL' | 'Schalter';
export type Expected = Readonly<Partial<Record<Judge, string>>>;

/**
 * Both kinds of document, every kind of key, every step of the ladder, made by the office's own pipeline; then
 * forgeries that somebody must notice. `folder` is for keys and for what OpenSSL wants in files.
 */
export async function makeSamples(typesetter: Typesetter, folder: string): Promise<readonly Sample[]> {
  const yesterday = new Date(Date.now() - 86_400_000);
  const pki = makeTestPki(yesterday, 365);
  const anchors = { seal: [pki.root], timestamps: [pki.root], crls: pki.crls };
  const stamps = foreignTimeStamps(pki, folder);
  const seal = sealerIn(typesetter);

  const demo = await openDemoSealer({ file: join(folder, 'demo-seal.json'), mode: 'demo', authority: 'Stadt', now });
  const declaration = await seal(demo, declarationJob);
  const confirmation = await seal(demo, meldebestaetigungJob);
  const demoAnchors = await demo.anchors();

  const kinds = Object.keys(sealKinds).map((kind) => ({ kind, sealer: sealerOf(kind, pki, anchors) }));
  const byKind = kinds.map(async ({ kind, sealer }) =>
    sample(`${kind}, sealed`, await seal(sealer, meldebestaetigungJob), anchors, passed('B-B', sealedOnce)),
  );
  const [{ sealer: p256 } = fail()] = kinds;
  const { leaf } = await p256.certificates();
  const data = { certificates: [leaf, pki.issuing, pki.root, stamps.certificate], crls: pki.crls, ocsps: [] };

  const bb = await seal(p256, meldebestaetigungJob);
  const bbStamped = await stampedBy(stamps, await appendDss(bb, data));
  const bt = await seal(p256, meldebestaetigungJob, stamps);
  const lt = await appendDss(bt, data);
  const lta = await stampedBy(stamps, lt);
  const renewed = await stampedBy(
    stamps,
    await appendDss(lta, { ...data, crls: pki.crlsRevoking(pki.issuing, now()) }),
  );
  const unsealed = await typesetter.typeset(declarationJob);
  const revoked = { ...anchors, crls: pki.crlsRevoking(leaf, yesterday) };

  return [
    sample('declaration, demo seal', declaration, demoAnchors, sealedOnce),
    sample('Meldebestätigung, demo seal', confirmation, demoAnchors, passed('B-B', sealedOnce)),
    ...(await Promise.all(byKind)),
    sample(
      'B-B, then DSS and time stamp',
      bbStamped,
      anchors,
      passed('B-LTA', later('trusted, extended, 1 time stamp')),
    ),
    sample('B-T', bt, anchors, passed('B-T', { ...sealedOnce, pyHanko: 'trusted and stamped, untouched' })),
    sample('B-LT', lt, anchors, passed('B-LT', later('trusted and stamped, extended'))),
    sample('B-LTA', lta, anchors, passed('B-LTA', later('trusted and stamped, extended, 1 time stamp, AdES passed'))),
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
      Schalter: 'TOTAL-FAILED increment-forbidden',
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

/** Our own verification judges too, where the attachments are real. */
const passed = (level: string, expected: Expected): Expected => ({ ...expected, Schalter: `TOTAL-PASSED ${level}` });

const later = (pyHanko: string): Expected => ({ ...sealedOnce, pyHanko, pdfsig: 'valid, not total document' });

const sample = (name: string, pdf: Bytes, anchors: SealAnchors, expected: Expected): Sample => ({
  name,
  pdf,
  anchors,
  expected,
});

const now = (): Date => new Date();

function sealerOf(kind: string, pki: TestPki, anchors: SealAnchors): Sealer {
  const { makeKey, rsaPadding } = sealKinds[kind] ?? fail();
  const { privateKey, publicKey } = makeKey();
  const chain = [pki.certify(`Siegel ${kind}`, publicKey, 'seal'), pki.issuing, pki.root];
  const certificates = chain.map((der) => new X509Certificate(der));
  return sealWith({ key: privateKey, certificates, ...(rsaPadding ? { rsaPadding } : {}) }, now, async () => anchors);
}

/** Typesets and seals as the office does, in its worker threads. */
const sealerIn =
  (typesetter: Typesetter) =>
  async (sealer: Sealer, job: TypesetJob, stamps?: TimeStamps): Promise<Bytes> => {
    const pdf = await typesetter.typeset(job);
    const certificates = await sealer.certificates();
    const timestampBytes = stamps?.tokenBytes ?? 0;
    const prepared = await typesetter.prepareSeal({ pdf, ...certificates, at: now(), timestampBytes });
    const signature = await sealer.sign(prepared);
    return typesetter.finishSeal(prepared, signature, stamps?.tokenFor(digestOf('SHA-256', signature)));
  };

async function stampedBy(stamps: TimeStamps, pdf: Bytes): Promise<Bytes> {
  const prepared = await prepareDocumentTimestamp(pdf, 'SHA-256', stamps.tokenBytes);
  return finishDocumentTimestamp(prepared, stamps.tokenFor(prepared.imprint));
}

function fail(): never {
  throw new Error('the table of key kinds is empty');
}
