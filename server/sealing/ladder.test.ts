import { sign } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../../shared/base/bytes.ts';
import { makeTestPki, sealKinds } from '../../tests/support/pki.ts';
import { meldebestaetigungJob } from '../../tests/support/sample-documents.ts';
import { makeTypst } from '../typesetting/typst.ts';
import { digestOf } from './algorithms.ts';
import { completePdf } from './complete.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from './document-timestamp.ts';
import { appendDss } from './dss.ts';
import { finishSeal, prepareSeal } from './seal.ts';

/**
 * The shape of what is appended after the seal. What it proves is judged by `tests/conformance`; here the token is
 * only something of its length.
 */
const at = new Date('2026-11-23T09:45:00Z');
const pki = makeTestPki(at, 365);
const token: Bytes = new Uint8Array(3000).fill(0xab);

let sealed: Bytes;
beforeAll(async () => {
  const kind = sealKinds['P-256'];
  if (!kind) throw new Error('no P-256');
  const { privateKey, publicKey } = kind.makeKey();
  const leaf = pki.certify('Siegel', publicKey, 'seal');
  const pdf = await completePdf(makeTypst().typeset(meldebestaetigungJob));
  const prepared = await prepareSeal({ pdf, leaf, chain: [pki.issuing], algorithm: kind.algorithm, at });
  sealed = finishSeal(prepared, new Uint8Array(sign('sha256', prepared.toBeSigned, privateKey)));
});

describe('what comes after the seal', () => {
  test('every version begins with the one before it', async () => {
    const versions = [sealed];
    const add = (next: Bytes) => versions.push(next);
    add(await appendDss(sealed, { certificates: [pki.root, pki.issuing], crls: pki.crls, ocsps: [] }));
    add(await stamp(last(versions)));
    add(await appendDss(last(versions), { certificates: [], crls: [pki.root], ocsps: [] }));
    add(await stamp(last(versions)));
    for (const [index, version] of versions.entries())
      expect(versions.slice(index).every((later) => startsWith(later, version))).toBe(true);
  });

  test('validation data are stored once, and a later store keeps what an earlier one had', async () => {
    const first = await appendDss(sealed, { certificates: [pki.root, pki.root], crls: [], ocsps: [] });
    const second = await appendDss(first, { certificates: [pki.root, pki.issuing], crls: pki.crls, ocsps: [] });
    expect(count(second, pki.root) - count(sealed, pki.root)).toBe(1);
    const dss = textOf(second).slice(first.length);
    expect(dss).toMatch(/\/Certs \[\d+ 0 R \d+ 0 R\]\s+\/CRLs \[\d+ 0 R \d+ 0 R\]\s+>>/);
  });

  test('a time stamp covers everything so far and all of its own increment but the hole', async () => {
    const { pdf, gap, imprint } = await prepareDocumentTimestamp(sealed, 'SHA-256', token.length);
    expect(gap.start).toBeGreaterThan(sealed.length);
    expect(imprint).toEqual(digestOf('SHA-256', pdf.subarray(0, gap.start), pdf.subarray(gap.end)));
    expect(textOf(pdf)).toContain(`/ByteRange [0 ${gap.start} ${gap.end} ${pdf.length - gap.end}]`);
  });

  test('a time stamp touches the form and no page, and its field has no appearance', async () => {
    const increment = textOf(await stamp(sealed)).slice(sealed.length);
    expect(increment).not.toMatch(/\/Type \/Page\b|\/Annots|\/AP\b|\/Type \/Catalog/);
    expect(increment).toMatch(/\/Fields \[\d+ 0 R \d+ 0 R\]/);
    expect(increment).toMatch(/\/T \(Zeitstempel1\)[\s\S]*\/Rect \[0 0 0 0\]\s+\/F 132\s/);
  });

  test('each time stamp has a field of its own name', async () => {
    const twice = textOf(await stamp(await stamp(sealed)));
    expect(twice.match(/\/T \(Zeitstempel\d+\)/g)).toEqual(['/T (Zeitstempel1)', '/T (Zeitstempel2)']);
  });

  test('a token that is longer than its hole is refused', async () => {
    const prepared = await prepareDocumentTimestamp(sealed, 'SHA-256', token.length - 1);
    expect(() => finishDocumentTimestamp(prepared, token)).toThrow('does not fit');
  });
});

async function stamp(pdf: Bytes): Promise<Bytes> {
  return finishDocumentTimestamp(await prepareDocumentTimestamp(pdf, 'SHA-256', token.length), token);
}

const last = (versions: readonly Bytes[]): Bytes => versions.at(-1) ?? sealed;

const startsWith = (later: Bytes, earlier: Bytes): boolean =>
  Buffer.compare(later.subarray(0, earlier.length), earlier) === 0;

const textOf = (pdf: Bytes): string => Buffer.from(pdf).toString('latin1');

const count = (pdf: Bytes, part: Bytes): number => textOf(pdf).split(textOf(part)).length - 1;
