import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PdfNumber, PdfString } from '@libpdf/core';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { verify } from '../../../shared/verifying/verify.ts';
import { readAnchors } from '../../../server/sealing/anchors-folder.ts';
import { appendIncrement } from '../../../server/sealing/increment.ts';
import { type Figure, figure, type Scale } from '../figure.ts';
import type { FlipOrder, FlipResult } from './flip-worker.ts';
import { makeRealDocuments, type RealDocument } from './real-documents.ts';

/**
 * Each byte of a sealed document changed once: none of these files may pass, and each must fail where a signature covers
 * the byte. Then the same documents with something appended. Files named on the command line are judged by the folder
 * `anchors` beside them, as the demo writes it; without names the bench makes both kinds of document itself.
 */
export async function measure({ isQuick, files = [] }: Scale): Promise<readonly Figure[]> {
  const documents = files.length > 0 ? await Promise.all(files.map(readDocument)) : await makeRealDocuments();
  const figures: Figure[] = [];
  const begun = performance.now();
  for (const [at, document] of documents.entries()) {
    const { verdict } = await verify(document.pdf, document.trust);
    const results = await flipAll(document, isQuick ? 97 : 1);
    const appended = await verdictsOfAppended(document);
    const flipped = results.reduce((sum, result) => sum + result.flipped, 0);
    const found = (key: Exclude<keyof FlipResult, 'flipped'>) => results.flatMap((result) => result[key]);
    const name = `document-${at + 1}`;
    console.error(`${name}: ${document.name}, ${document.pdf.length} bytes, ${verdict} as it is`);
    for (const key of ['passed', 'undecidedThoughCovered', 'broke'] as const)
      if (found(key).length > 0) console.error(`${name}: ${key} at bytes ${found(key).slice(0, 20).join(', ')}`);
    figures.push(
      figure({ id: `${name}-passes-unchanged`, value: verdict === 'TOTAL-PASSED' ? 0 : 1, unit: 'failures', limit: 0 }),
      figure({ id: `${name}-flipped`, value: flipped, unit: 'files' }),
      figure({ id: `${name}-flipped-and-passed`, value: found('passed').length, unit: 'files', limit: 0 }),
      figure({
        id: `${name}-covered-and-not-failed`,
        value: found('undecidedThoughCovered').length,
        unit: 'files',
        limit: 0,
      }),
      figure({ id: `${name}-steps-broken`, value: found('broke').length, unit: 'files', limit: 0 }),
      figure({
        id: `${name}-appended-and-not-failed`,
        value: appended.filter((other) => other !== 'TOTAL-FAILED').length,
        unit: `of ${appended.length} files`,
        limit: 0,
      }),
    );
  }
  figures.push(figure({ id: 'time', value: (performance.now() - begun) / 60_000, unit: 'minutes' }));
  return figures;
}

async function readDocument(file: string): Promise<RealDocument> {
  const { seal, timestamps, crls } = await readAnchors(join(dirname(file), 'anchors'));
  const trust = { sealAnchors: seal, tsaAnchors: timestamps, revocation: crls, at: new Date() };
  return { name: basename(file), pdf: new Uint8Array(await readFile(file)), trust, knownUntil: 0 };
}

/** Two workers, each every second place, so that both have the same to do. */
function flipAll({ pdf, trust, knownUntil }: RealDocument, step: number): Promise<readonly FlipResult[]> {
  const workers = 2;
  return Promise.all(
    Array.from({ length: workers }, (_, worker) => {
      const order: FlipOrder = { pdf, trust, knownUntil, from: worker * step, step: workers * step };
      return new Promise<FlipResult>((resolve, reject) => {
        const thread = new Worker(new URL('./flip-worker.ts', import.meta.url), { workerData: order });
        thread.once('message', resolve);
        thread.once('error', reject);
      });
    }),
  );
}

const appendices: readonly ((pdf: Bytes) => Promise<Bytes>)[] = [
  async (pdf) => joined(pdf, '\n'),
  async (pdf) => joined(pdf, ' '.repeat(20)),
  async (pdf) => joined(pdf, '%%EOF\n'),
  async (pdf) => new Uint8Array(Buffer.concat([pdf, pdf])),
  (pdf) => appendIncrement(pdf, ({ firstPage }) => firstPage.dict.set('Rotate', PdfNumber.of(180))),
  (pdf) => appendIncrement(pdf, ({ catalog }) => catalog.set('Lang', PdfString.fromString('en'))),
  (pdf) => appendIncrement(pdf, ({ catalog }) => catalog.delete('Perms')),
  (pdf) => appendIncrement(pdf, ({ form }) => form.set('SigFlags', PdfNumber.of(1))),
  (pdf) => appendIncrement(pdf, (draft) => void draft.add(PdfString.fromString('x'))),
];

async function verdictsOfAppended({ pdf, trust }: RealDocument): Promise<readonly string[]> {
  const verdicts: string[] = [];
  for (const append of appendices) verdicts.push((await verify(await append(pdf), trust)).verdict);
  return verdicts;
}

const joined = (pdf: Bytes, text: string): Bytes => new Uint8Array(Buffer.concat([pdf, Buffer.from(text, 'latin1')]));
