import { PDF } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../../shared/base/bytes.ts';
import { declarationJob, meldebestaetigungJob } from '../../tests/support/sample-documents.ts';
import { makeTypst } from '../typesetting/typst.ts';
import { completePdf } from './complete.ts';
import { withPdfUa } from './ua-metadata.ts';

const typst = makeTypst();

describe.for([
  ['declaration', declarationJob],
  ['Meldebestätigung', meldebestaetigungJob],
] as const)('a completed %s', ([, job]) => {
  let typeset: Bytes;
  let completed: Bytes;
  beforeAll(async () => {
    typeset = typst.typeset(job);
    completed = await completePdf(typeset);
  });

  test('is the same bytes each time', async () => {
    expect(Buffer.compare(await completePdf(typeset), completed)).toBe(0);
  });

  test('shows its title, orders its tabs by structure, has one empty field for the seal', async () => {
    const text = Buffer.from(completed).toString('latin1');
    const pages = (await PDF.load(completed)).getPageCount();
    expect(text.match(/\/DisplayDocTitle true/g)).toHaveLength(1);
    expect(text.match(/\/Tabs \/S\b/g)).toHaveLength(pages);
    expect(text.match(/\/FT \/Sig\b/g)).toHaveLength(1);
    expect(text).not.toMatch(/\/ByteRange/);
  });

  test('keeps text, attachments and title of what Typst made', async () => {
    const [before, after] = [await PDF.load(typeset), await PDF.load(completed)];
    expect(after.extractText().map(({ text }) => text)).toEqual(before.extractText().map(({ text }) => text));
    expect([...after.getAttachments().keys()]).toEqual([...before.getAttachments().keys()]);
    expect(after.getTitle()).toBe(before.getTitle());
  });

  test('is one revision with a classic xref table, whose metadata say PDF/A-3a and PDF/UA-1', async () => {
    const text = Buffer.from(completed).toString('utf8');
    expect(text.match(/^startxref$/gm)).toHaveLength(1);
    expect(text).not.toContain('/XRef');
    expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
    expect(text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(text).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  });

  test('is not completed twice', async () => {
    await expect(completePdf(completed)).rejects.toThrow('already has a form');
  });
});

describe('metadata', () => {
  test.for([
    ['without a description of schemas', '<rdf:RDF></rdf:RDF>', 'not those of a PDF/A-3'],
    ['that already speak of PDF/UA', '<pdfuaid:part>1</pdfuaid:part>', 'already speak'],
  ])('%s are refused', ([, xmp, reason]) => {
    expect(() => withPdfUa(xmp ?? '')).toThrow(reason);
  });
});
