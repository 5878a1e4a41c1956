import { beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, utf8 } from '../base/bytes.ts';
import { canonicalBytes } from '../declaration/canonical.ts';
import { digestAlgorithm } from '../../server/sealing/algorithms.ts';
import { assembleCms, type CmsParts, signedAttributes } from '../../server/sealing/cms.ts';
import { element, explicit, integer, nothing, octets, oid, sequence, setOf } from '../../server/sealing/der.ts';
import { type HandSeal, sealByHand } from '../../tests/support/seal-by-hand.ts';
import { caseFiles, meldebestaetigung } from '../../tests/support/sealed-case.ts';
import {
  fieldText,
  objectText,
  smallPdf,
  specificationText,
  type SmallObjects,
} from '../../tests/support/small-pdf.ts';
import { makeCa, makeCrl, makeKey, verifiedAt } from '../../tests/support/test-pki.ts';
import { parseDer, sequenceOf } from './der.ts';
import type { Report } from './report.ts';
import { verify } from './verify.ts';

/** Known ways of cheating verifiers of PDF signatures, each on a file of our own making. */
const ca = makeCa();
const key = makeKey(ca);
const trust = { sealAnchors: [ca.certificate], tsaAnchors: [], revocation: [makeCrl(ca)], at: verifiedAt };

let plain: Bytes;
let sealed: Bytes;
beforeAll(async () => {
  plain = smallPdf(await caseFiles());
  sealed = sealByHand(plain, key);
});

describe('the hole, which no signature covers', () => {
  const content = '/Contents <[0-9A-F]+>';
  test.for<[string, (hole: string) => string]>([
    ['holds another key', (hole) => stuffed(hole, '/Name (Bürgermeister)')],
    ['holds a second Contents', (hole) => stuffed(hole, '/Contents <00>')],
    ['holds another ByteRange', (hole) => stuffed(hole, '/ByteRange [0 9 9 9]')],
    ['ends the object and begins another', (hole) => stuffed(hole, '>> endobj 3 0 obj <<')],
    ['is a text in parentheses', (hole) => `/Contents (${'0'.repeat(hole.length - 12)})`],
    ['is a reference', (hole) => '/Contents 6 0 R'.padEnd(hole.length)],
    ['is blank', (hole) => '/Contents <>'.padEnd(hole.length)],
    ['has blanks in its digits', (hole) => hole.replace('<30', '<3 ').replace('>', '0>').slice(0, hole.length)],
  ])('%s', async ([, change]) => {
    const changed = edited(sealed, new RegExp(content), change);
    expect(changed.length).toBe(sealed.length);
    expect((await verify(changed, trust)).verdict).toBe('TOTAL-FAILED');
  });
});

describe('a seal dictionary made odd by who has the key', () => {
  test.for<[string, (text: string) => string]>([
    ['without a ByteRange', (text) => text.replace('/ByteRange', '/ByteRang_')],
    ['with a range that covers nothing', (text) => text.replace(/\/ByteRange \[[^\]]*\]/, '/ByteRange [0 0 0 0]')],
    ['with a range of six numbers', (text) => text.replace('9999999999]', '9999 0 0]')],
    ['with an unknown key', (text) => text.replace('/Type /Sig', '/Type /Sig /Reason (x)')],
    ['without a time', (text) => text.replace('/M (D:20261123090000Z)', '')],
    ['with another filter', (text) => text.replace('Adobe.PPKLite', 'Adobe.PPKMS')],
    ['that names a time stamp', (text) => text.replace('/Type /Sig ', '/Type /DocTimeStamp ')],
    ['with two references', (text) => text.replace('] >>', ' << /TransformMethod /FieldMDP >>] >>')],
    ['that permits filling in', (text) => text.replace('/P 1 ', '/P 3 ')],
    ['that permits nothing by a name', (text) => text.replace('/P 1 ', '/P /1 ')],
  ])('%s', async ([, dictionary]) => {
    expect((await verify(sealByHand(plain, { ...key, dictionary }), trust)).verdict).toBe('TOTAL-FAILED');
  });

  test.for<[string, (pdf: Bytes) => SmallObjects]>([
    ['a page changed along with it', (pdf) => ({ 3: objectText(pdf, 3).replace('842', '800') })],
    [
      'a field that was changed along with it',
      () => ({ 5: `${fieldText('Siegel', `/P 3 0 R /V ${sealNumber()} 0 R /MK << >>`)}` }),
    ],
    ['no permission in the catalogue', (pdf) => ({ 1: objectText(pdf, 1) })],
    [
      'a permission of another kind',
      (pdf) => ({ 1: objectText(pdf, 1).replace(/>>$/, `/Perms << /UR3 ${sealNumber()} 0 R >> >>`) }),
    ],
    [
      'a second filled field',
      (pdf) => ({
        4: objectText(pdf, 4).replace('5 0 R', '5 0 R 90 0 R'),
        90: fieldText('B', `/V ${sealNumber()} 0 R`),
      }),
    ],
  ])('with %s', async ([, more]) => {
    const report = await verify(sealByHand(plain, { ...key, more: more(plain) }), trust);
    expect(report.verdict).toBe('TOTAL-FAILED');
    expect(codesOf(report)).toEqual([expect.stringMatching(/^seal-/)]);
  });
});

describe('a CMS', () => {
  test.for<[string, (parts: CmsParts) => Bytes, string]>([
    ['with a length in the long form', (parts) => withLongLength(assembleCms(parts)), 'cms-malformed'],
    ['of indefinite length', (parts) => indefinite(assembleCms(parts)), 'cms-malformed'],
    ['that carries what it signs', (parts) => cmsOf(parts, { content: explicit(0, octets(utf8('x'))) }), 'cms-wrapped'],
    ['of version 3', (parts) => cmsOf(parts, { version: 3 }), 'cms-malformed'],
    [
      'that names two digests',
      (parts) => cmsOf(parts, { digests: [digestAlgorithm('SHA-256'), digestAlgorithm('SHA-384')] }),
      'cms-malformed',
    ],
    ['that names another digest', (parts) => cmsOf(parts, { digests: [digestAlgorithm('SHA-384')] }), 'cms-malformed'],
    [
      'that names SHA-1',
      (parts) => cmsOf(parts, { digests: [sequence(oid('1.3.14.3.2.26'), nothing())] }),
      'algorithm-refused',
    ],
    [
      'with an unsigned attribute',
      (parts) => cmsOf(parts, { unsigned: sequence(oid('1.2.3'), setOf(integer(1))) }),
      'cms-attributes',
    ],
    ['without its certificate', (parts) => cmsOf(parts, { certificate: ca.certificate }), 'cms-certificate-mismatch'],
  ])('%s is refused', async ([, cms, code]) => {
    const report = await verify(sealByHand(plain, { ...key, cms }), trust);
    expect(report.verdict).toBe('TOTAL-FAILED');
    expect(codesOf(report)).toContain(code);
  });

  const parts = (digest: Bytes): Bytes[] => {
    const set = signedAttributes(digest, key.certificate, 'SHA-256').slice();
    set[0] = 0x30;
    return sequenceOf(parseDer(set)).map(({ whole }) => whole);
  };
  test.for<[string, NonNullable<HandSeal['attributes']>]>([
    ['unsorted', (digest) => element(0x31, parts(digest).toReversed())],
    ['twice the same', (digest) => setOf(...parts(digest), ...parts(digest).slice(0, 1))],
    ['without the certificate', (digest) => setOf(...parts(digest).slice(0, 2))],
    ['unknown', (digest) => setOf(...parts(digest), sequence(oid('1.2.3.4'), setOf(integer(1))))],
  ])('with signed attributes %s is refused', async ([, attributes]) => {
    const report = await verify(sealByHand(plain, { ...key, attributes }), trust);
    expect(codesOf(report)).toEqual(['cms-attributes']);
  });
});

describe('attachments', () => {
  const certificate = { 'certificate.json': canonicalBytes(meldebestaetigung) };
  const pdf = smallPdf(certificate);
  test.for<[string, SmallObjects]>([
    ['a file nobody lists', { 90: specificationText('x.txt', 91), 91: { dict: '/Type /EmbeddedFile', data: 'x' } }],
    ['more in it than any document has', { 11: { dict: '/Type /EmbeddedFile', data: ' '.repeat(5_000_000) } }],
    ['a stream nobody lists', { 91: { dict: '/Type /EmbeddedFile', data: 'x' } }],
    [
      'another name for people than for programs',
      { 10: objectText(pdf, 10).replace('/UF (certificate.json)', '/UF (other.json)') },
    ],
    [
      'another file for other systems',
      { 10: objectText(pdf, 10).replace('<< /F 11 0 R >>', '<< /F 11 0 R /UF 91 0 R >>'), 91: { dict: '', data: 'x' } },
    ],
    [
      'a file in a field of the page',
      { 3: objectText(pdf, 3).replace('[5 0 R]', '[5 0 R 90 0 R]'), 90: '<< /Subtype /FileAttachment /FS 10 0 R >>' },
    ],
  ])('with %s are refused', async ([, more]) => {
    expect((await verify(sealByHand(pdf, key), trust)).verdict).toBe('TOTAL-PASSED');
    expect((await verify(sealByHand(smallPdf(certificate, more), key), trust)).verdict).toBe('TOTAL-FAILED');
  });
});

const codesOf = (report: Report): readonly string[] => report.reasons.map(({ code }) => code);
const sealNumber = (): number => Number(/\/Size (\d+)/.exec(Buffer.from(plain).toString('latin1'))?.[1]);

function edited(pdf: Bytes, what: RegExp, change: (found: string) => string): Bytes {
  return new Uint8Array(Buffer.from(Buffer.from(pdf).toString('latin1').replace(what, change), 'latin1'));
}

/** The CMS stays in front, something else takes the place of the padding. */
function stuffed(hole: string, more: string): string {
  const text = Buffer.from(more, 'utf8').toString('latin1');
  return `${hole.slice(0, 6000)}>${text} /Pad <`.padEnd(hole.length - 1, '0').concat('>');
}

type Odd = { version?: number; digests?: Bytes[]; content?: Bytes; certificate?: Bytes; unsigned?: Bytes };

/** As `assembleCms`, with one thing odd. */
function cmsOf(parts: CmsParts, odd: Odd): Bytes {
  const proper = sequenceOf(parseDer(sequenceOf(parseDer(assembleCms(parts)))[1]?.body ?? new Uint8Array()));
  const signer = sequenceOf(parseDer(proper[4]?.body ?? new Uint8Array())).map(({ whole }) => whole);
  const signedData = sequence(
    integer(odd.version ?? 1),
    setOf(...(odd.digests ?? [digestAlgorithm('SHA-256')])),
    sequence(oid('1.2.840.113549.1.7.1'), ...(odd.content ? [odd.content] : [])),
    element(0xa0, [odd.certificate ?? parts.leaf]),
    setOf(sequence(...signer, ...(odd.unsigned ? [element(0xa1, [odd.unsigned])] : []))),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, signedData));
}

function withLongLength(cms: Bytes): Bytes {
  return Uint8Array.from([0x30, 0x83, 0x00, ...cms.subarray(2)]);
}

function indefinite(cms: Bytes): Bytes {
  return Uint8Array.from([0x30, 0x80, ...cms.subarray(4), 0, 0]);
}

test('the parts these attacks are made of are right in themselves', async () => {
  expect((await verify(sealed, trust)).verdict).toBe('TOTAL-PASSED');
  const rebuilt = sealByHand(plain, { ...key, cms: (parts) => cmsOf(parts, {}) });
  expect((await verify(rebuilt, trust)).verdict).toBe('TOTAL-PASSED');
});
