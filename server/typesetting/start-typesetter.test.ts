import { generateKeyPairSync, sign } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { PDF } from '@libpdf/core';
import { afterAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/refusal.ts';
import { makeTestPki } from '../../tests/support/pki.ts';
import type { TypesetJob } from '../ports/typesetter.ts';
import { declarationAttachments } from './attachments.ts';
import { familyOfFour, sheetOfTheFamily } from './family-of-four.ts';
import { declarationSheet } from './sheet.ts';
import { startTypesetter } from './start-typesetter.ts';

const typesetter = startTypesetter({ workers: 2 });
afterAll(() => typesetter.close());

const at = new Date('2026-11-23T09:45:00Z');
const job = (number = familyOfFour.number): TypesetJob => ({
  template: 'declaration',
  data: JSON.stringify(declarationSheet({ ...sheetOfTheFamily, declaration: { ...familyOfFour, number } })),
  attachments: declarationAttachments({ declaration: familyOfFour, acts: [{ jws: 'a.b.c' }], evidence: utf8('[]') }),
  madeAt: at,
});

describe('the office’s typesetter', () => {
  test('makes a complete document: PDF/A-3a, PDF/UA-1, title in the bar, tab order, an empty field for the seal', async () => {
    const pdf = await typesetter.typeset(job());
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw.match(/\/Tabs \/S/g)).toHaveLength(3);
    expect((await PDF.load(pdf)).getAttachments().size).toBe(3);
  });

  test('gives the same bytes for the same job, whichever worker does it', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => typesetter.typeset(job())));
    for (const other of others) expect(Buffer.compare(other, first ?? new Uint8Array())).toBe(0);
  });

  test('leaves the caller’s event loop free', async () => {
    const before = performance.eventLoopUtilization();
    await Promise.all(Array.from({ length: 8 }, (_, i) => typesetter.typeset(job(`26-0007-0005${i}-3`))));
    // Typesetting here would keep it busy all the time.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  test('a text that cannot be printed comes back as the refusal it is', async () => {
    await expect(typesetter.typeset(job('漢'))).rejects.toEqual(
      new Refusal('text-not-printable', { characters: ['U+6F22'] }),
    );
  });

  test('a fault of a template is an error that quotes no data', async () => {
    const broken = { ...job(), data: JSON.stringify({ title: { de: 'Geheimer Name' } }) };
    const fault = await typesetter.typeset(broken).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(fault).not.toBeInstanceOf(Refusal);
    expect(String(fault)).not.toContain('Geheimer');
  });

  test('a template cannot be asked for anything outside its folder', async () => {
    const foreign = { ...job(), template: '../../../package' as 'declaration' };
    await expect(typesetter.typeset(foreign)).rejects.toThrow();
  });
});

describe('sealing in the workers', () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pki = makeTestPki(new Date('2026-01-01T00:00:00Z'), 700);
  const seal = {
    leaf: pki.certify('Siegel der Prüfstadt', keys.publicKey, 'seal'),
    chain: [pki.issuing],
    algorithm: { signature: 'ECDSA', hash: 'SHA-256' },
    at,
  } as const;

  test('two phases with a key that never enters a worker; the unsealed document is a prefix of the sealed one', async () => {
    const pdf = await typesetter.typeset(job());
    const prepared = await typesetter.prepareSeal({ pdf, ...seal });
    const sealed = await typesetter.finishSeal(
      prepared,
      new Uint8Array(sign('sha256', prepared.toBeSigned, keys.privateKey)),
    );
    expect(Buffer.compare(sealed.subarray(0, pdf.length), pdf)).toBe(0);
    expect(Buffer.from(sealed).toString('latin1')).toContain('/ETSI.CAdES.detached');
    expect(sealed.length).toBe(prepared.pdf.length);
  });

  test('a signature by another key is not put into a document', async () => {
    const prepared = await typesetter.prepareSeal({ pdf: await typesetter.typeset(job()), ...seal });
    const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const signature = new Uint8Array(sign('sha256', prepared.toBeSigned, foreign));
    await expect(typesetter.finishSeal(prepared, signature)).rejects.toThrow();
  });
});
