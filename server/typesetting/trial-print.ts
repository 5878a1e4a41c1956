import { PDF } from '@libpdf/core';
import type { TypesetJob } from '../ports/typesetter.ts';
import type { DeclarationSheet } from './sheet.ts';
import { makeTypst } from './typst.ts';

/** A declaration printed in the test's own thread, and read back. */
export const typst = makeTypst();

export const madeAt = new Date('2026-11-23T09:45:00Z');

export const jobFor = (sheet: DeclarationSheet): TypesetJob => ({
  template: 'declaration',
  data: JSON.stringify(sheet),
  attachments: [],
  madeAt,
});

export const print = (sheet: DeclarationSheet): Promise<PDF> => PDF.load(typst.typeset(jobFor(sheet)));

export async function textOf(sheet: DeclarationSheet): Promise<string> {
  const pages = (await print(sheet)).extractText();
  return pages.map(({ text }) => text).join('\n');
}
