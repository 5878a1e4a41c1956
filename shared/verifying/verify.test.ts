import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, utf8 } from '../base/bytes.ts';
import { canonicalBytes } from '../declaration/canonical.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../server/sealing/document-timestamp.ts';
import { appendDss } from '../../server/sealing/dss.ts';
import { finishSeal, prepareSeal } from '../../server/sealing/seal.ts';
import type { SealAlgorithm } from '../../server/ports/sealer.ts';
import { sealByHand } from '../../tests/support/seal-by-hand.ts';
import { caseFiles, meldebestaetigung } from '../../tests/support/sealed-case.ts';
import {
  appendObjects,
  fieldText,
  nextNumber,
  objectText,
  smallPdf,
  type SmallObjects,
} from '../../tests/support/small-pdf.ts';
import {
  makeCa,
  makeCrl,
  makeKey,
  makeSubCa,
  makeToken,
  sealedAt,
  type TestKey,
  verifiedAt,
} from '../../tests/support/test-pki.ts';
import { type Trust, verify } from './verify.ts';

const ca = makeCa();
const tsaCa = makeCa('Test-TSA-CA');
const key = makeKey(ca);
const tsa = makeKey(tsaCa, 'timestamps');
const crls = [makeCrl(ca), makeCrl(tsaCa)];
const trust: Trust = {
  sealAnchors: [ca.certificate],
  tsaAnchors: [tsaCa.certificate],
  revocation: crls,
  at: verifiedAt,
};
const ecdsa: SealAlgorithm = { signature: 'ECDSA', hash: 'SHA-256' };

let plain: Bytes;
let sealed: Bytes;
beforeAll(async () => {
  plain = smallPdf(await caseFiles());
  sealed = await sealAsOffice(plain, key, ecdsa);
});

describe('a document the office sealed', () => {
  test('passes with the anchors and the list', async () => {
    const report = await verify(sealed, trust);
    expect(report).toMatchObject({
      verdict: 'TOTAL-PASSED',
      reasons: [],
      seal: { isTraced: true, signer: 'Siegel Bürgeramt', issuer: 'Test-CA', level: 'B-B' },
      revisions: [{ kind: 'document' }, { kind: 'sealed' }],
      document: {
        kind: 'declaration',
        number: '26-0001-00001-5',
        acts: [{ method: 'drawn' }, { method: 'confirmed' }],
      },
    });
  });

  test('is undecided for one who knows no anchor, and says of whom it claims to be', async () => {
    const report = await verify(sealed, { ...trust, sealAnchors: [] });
    expect(report).toMatchObject({ verdict: 'INDETERMINATE', seal: { isTraced: false, signer: 'Siegel Bürgeramt' } });
  });

  test('carries a certificate alone, or it is a declaration', async () => {
    const content = { 'certificate.json': canonicalBytes(meldebestaetigung) };
    const alone = await verify(await sealAsOffice(smallPdf(content), key, ecdsa), trust);
    expect(alone).toMatchObject({ verdict: 'TOTAL-PASSED', document: { kind: 'certificate' } });
    const both = smallPdf({ ...content, ...(await caseFiles()) });
    expect((await verify(await sealAsOffice(both, key, ecdsa), trust)).verdict).toBe('TOTAL-FAILED');
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  test.for<[string, TestKey, SealAlgorithm]>([
    ['P-384', makeKey(ca, 'seal', { key: p384 }), { signature: 'ECDSA', hash: 'SHA-384' }],
    ['RSA-PKCS1', makeKey(ca, 'seal', { key: rsa }), { signature: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
    ['RSA-PSS', makeKey(ca, 'seal', { key: rsa }), { signature: 'RSA-PSS', hash: 'SHA-512' }],
  ])('passes with a key of the kind %s', async ([, other, algorithm]) => {
    const report = await verify(await sealAsOffice(plain, other, algorithm), trust);
    expect(report).toMatchObject({
      verdict: 'TOTAL-PASSED',
      seal: { algorithm: expect.stringContaining(algorithm.hash) },
    });
  });

  test('passes through an intermediate issuer that has its own list', async () => {
    const sub = makeSubCa(ca);
    const leaf = makeKey(sub);
    const pdf = await sealAsOffice(plain, leaf, ecdsa, [sub.certificate]);
    const report = await verify(pdf, { ...trust, revocation: [...crls, makeCrl(sub)] });
    expect(report.verdict).toBe('TOTAL-PASSED');
    expect((await verify(pdf, trust)).reasons).toMatchObject([{ code: 'revocation-missing' }]);
    const revoked = makeCrl(sub, {
      revoked: [{ serialNumber: leaf.serialNumber, at: new Date('2026-11-22T00:00:00Z') }],
    });
    expect((await verify(pdf, { ...trust, revocation: [...crls, revoked] })).verdict).toBe('TOTAL-FAILED');
  });
});

describe('the ladder', () => {
  test('each level is named as far as it was verified', async () => {
    const levels = [];
    for (const pdf of await ladder()) {
      const { verdict, seal, reasons } = await verify(pdf, trust);
      levels.push([verdict, seal?.level, ...reasons]);
    }
    expect(levels).toEqual([
      ['TOTAL-PASSED', 'B-B'],
      ['TOTAL-PASSED', 'B-B'],
      ['TOTAL-PASSED', 'B-LTA'],
      ['TOTAL-PASSED', 'B-LTA'],
    ]);
  });

  test('a revocation after the proven time does not take the seal away', async () => {
    const [, , archived = sealed] = await ladder();
    const late = makeCrl(ca, { revoked: [{ serialNumber: key.serialNumber, at: new Date('2026-11-23T18:00:00Z') }] });
    const now = { ...trust, revocation: [late, ...crls] };
    expect((await verify(archived, now)).verdict).toBe('TOTAL-PASSED');
    expect((await verify(sealed, now)).verdict).toBe('INDETERMINATE');
  });

  test('a time stamp copied from another document is refused', async () => {
    const prepared = await prepareDocumentTimestamp(sealed, 'SHA-256', 3000);
    const foreign = finishDocumentTimestamp(prepared, makeToken(tsa, digestOf('SHA-256', plain)));
    expect((await verify(foreign, trust)).reasons).toMatchObject([{ code: 'timestamp-mismatch' }]);
  });

  test('a time stamp by a key that is not made for it is refused', async () => {
    const prepared = await prepareDocumentTimestamp(sealed, 'SHA-256', 3000);
    const foreign = finishDocumentTimestamp(prepared, makeToken(makeKey(tsaCa, 'seal'), prepared.imprint));
    expect((await verify(foreign, trust)).reasons).toMatchObject([{ code: 'timestamp-purpose' }]);
  });
});

describe('whatever is appended', () => {
  const stream = { dict: '', data: '0 0 595 842 re f' };
  test.for<[string, (pdf: Bytes) => SmallObjects]>([
    ['a page drawn over', (pdf) => ({ 3: objectText(pdf, 3).replace('6 0 R', '40 0 R'), 40: stream })],
    ['other content under the same number', () => ({ 6: stream })],
    ['an annotation on the page', (pdf) => ({ 3: objectText(pdf, 3).replace('[5 0 R]', '[5 0 R 40 0 R]'), 40: note })],
    ['a second page', (pdf) => ({ 2: objectText(pdf, 2).replace('[3 0 R]', '[3 0 R 3 0 R]') })],
    ['another attachment', () => ({ 11: { dict: '/Type /EmbeddedFile', data: '{}' } })],
    ['other metadata', () => ({ 7: '<< /Title (Abmeldung) >>' })],
    ['a new object nobody refers to', () => ({ 40: '<< /Type /Font >>' })],
    ['nothing at all', () => ({})],
    ['a field of another kind', (pdf) => ({ 4: form(pdf, 40), 40: '<< /FT /Tx /T (Name) /V (x) /Rect [0 0 0 0] >>' })],
    ['a visible field', (pdf) => ({ 4: form(pdf, 40), 40: fieldText('Z').replace('[0 0 0 0]', '[0 0 99 99]') })],
    ['an empty field', (pdf) => ({ 4: form(pdf, 40), 40: fieldText('Z') })],
    ['a form flag', (pdf) => ({ 4: objectText(pdf, 4).replace('>>', '/NeedAppearances true >>') })],
    ['permissions taken away', (pdf) => ({ 1: objectText(pdf, 1).replace(/\/Perms << [^>]*>>/, '') })],
    ['a store with more than validation data', (pdf) => ({ 1: withStore(pdf), 40: '<< /Type /DSS /Fonts [] >>' })],
    ['a store over an old object', (pdf) => ({ 1: withStore(pdf, 6), 6: '<< /Type /DSS >>' })],
    [
      'a store that brings a page along',
      (pdf) => ({ 1: withStore(pdf), 3: objectText(pdf, 3), 40: '<< /Type /DSS >>' }),
    ],
  ])('%s fails', async ([, objects]) => {
    const report = await verify(appendObjects(sealed, objects(sealed)), trust);
    expect(report.verdict).toBe('TOTAL-FAILED');
    expect(report.reasons.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^increment-/));
  });

  test.for<[string, (pdf: Bytes) => Bytes]>([
    ['a line end', (pdf) => joined(pdf, '\n')],
    [
      'the seal once more',
      (pdf) => appendObjects(pdf, { [nextNumber(pdf) - 1]: objectText(pdf, nextNumber(pdf) - 1) }),
    ],
    ['blanks', (pdf) => joined(pdf, '     ')],
    ['a comment', (pdf) => joined(pdf, '% x\n')],
    ['the same file once more', (pdf) => joined(pdf, Buffer.from(pdf).toString('latin1'))],
    ['a trailer that is encrypted', (pdf) => appendObjects(pdf, {}, '/Encrypt 4 0 R')],
    [
      'a trailer with another root',
      (pdf) => joined(pdf, `xref\n0 0\ntrailer\n<< /Root 3 0 R /Size 99 /Prev 0 >>\nstartxref\n${pdf.length}\n%%EOF\n`),
    ],
  ])('%s fails', async ([, change]) => {
    expect((await verify(change(sealed), trust)).verdict).toBe('TOTAL-FAILED');
  });
});

describe('a byte flipped once', () => {
  // Every byte at the edges of header, hole, CMS and ByteRange, others by steps.
  test.for([0x01, 0x20, 0x80])('by %i never leaves a file that passes', { timeout: 60_000 }, async (mask) => {
    const passed: number[] = [];
    for (const at of placesToFlip(sealed)) {
      const flipped = sealed.slice();
      flipped[at] = (flipped[at] ?? 0) ^ mask;
      const { verdict, reasons } = await verify(flipped, trust);
      if (verdict === 'TOTAL-PASSED' || reasons.some(({ code }) => code === 'check-broke')) passed.push(at);
    }
    expect(passed).toEqual([]);
  });
});

describe('any bytes', () => {
  test('get an answer, and never a pass', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { verdict } = await verify(new Uint8Array(bytes), trust);
        return verdict === 'TOTAL-FAILED';
      }),
    );
  });

  test('sealed by who has the key still get an answer', { timeout: 60_000 }, async () => {
    const mutations = fc.array(fc.tuple(fc.nat({ max: plain.length - 1 }), fc.integer({ min: 32, max: 126 })), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const mutated = plain.slice();
        for (const [at, byte] of changes) mutated[at] = byte;
        const { reasons } = await verify(sealByHand(mutated, key), trust);
        return !reasons.some(({ code }) => code === 'check-broke');
      }),
      { numRuns: 150 },
    );
  });
});

async function sealAsOffice(
  pdf: Bytes,
  { certificate, key: signer }: TestKey,
  algorithm: SealAlgorithm,
  chain: readonly Bytes[] = [],
) {
  const prepared = await prepareSeal({ pdf, leaf: certificate, chain, algorithm, at: sealedAt });
  const hash = algorithm.hash.replace('-', '').toLowerCase();
  const padding = algorithm.signature === 'RSA-PSS' ? { padding: 6, saltLength: -1 } : {};
  return finishSeal(prepared, new Uint8Array(sign(hash, prepared.toBeSigned, { key: signer, ...padding })));
}

/** Sealed; with validation data; with a time stamp; with another. */
async function ladder(): Promise<readonly Bytes[]> {
  const certificates = [ca.certificate, tsaCa.certificate];
  const withData = await appendDss(sealed, { certificates, crls, ocsps: [] });
  const archived = await stamp(withData);
  return [sealed, withData, archived, await stamp(archived)];
}

async function stamp(pdf: Bytes): Promise<Bytes> {
  const prepared = await prepareDocumentTimestamp(pdf, 'SHA-256', 3000);
  return finishDocumentTimestamp(prepared, makeToken(tsa, prepared.imprint));
}

const note = '<< /Type /Annot /Subtype /FreeText /Rect [0 0 100 100] /Contents (x) >>';
const form = (pdf: Bytes, field: number): string => objectText(pdf, 4).replace('5 0 R]', `5 0 R ${field} 0 R]`);
const withStore = (pdf: Bytes, number = 40): string => objectText(pdf, 1).replace(/>>$/, `/DSS ${number} 0 R >>`);
const joined = (pdf: Bytes, text: string): Bytes => {
  const more = new Uint8Array(Buffer.from(text, 'latin1'));
  return new Uint8Array(Buffer.concat([pdf, more]));
};

function placesToFlip(pdf: Bytes): readonly number[] {
  const text = Buffer.from(pdf).toString('latin1');
  const [hole, range] = [text.lastIndexOf('/Contents <') + 10, text.lastIndexOf('/ByteRange')];
  const end = text.indexOf('>', hole);
  const cmsEnd = hole + (/^<[0-9A-F]*?(?=0{20,}>|>)/.exec(text.slice(hole))?.[0].length ?? 0);
  const edges = [0, 8, hole, hole + 20, cmsEnd, end, range, range + 60, pdf.length - 60];
  const near = edges.flatMap((edge) => Array.from({ length: 12 }, (_, by) => edge + by - 4));
  const steps = Array.from({ length: Math.ceil(pdf.length / 61) }, (_, step) => step * 61);
  return [...new Set([...near, ...steps])].filter((at) => at >= 0 && at < pdf.length);
}

test('an anchor that is no certificate is the mistake of whoever asks', async () => {
  await expect(verify(sealed, { ...trust, sealAnchors: [utf8('x')] })).rejects.toThrow(
    'An anchor is not a certificate',
  );
});
