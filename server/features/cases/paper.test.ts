import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bringCase,
  type Counter,
  eventsOf,
  must,
  refusal,
  startCounter,
  withDocuments,
} from '../../../tests/support/counter.ts';

/** The third way to confirm: on paper, printed at the desk, signed by hand, scanned and filed. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const scan = (name: string, content = '%PDF-1.7\nsigned sheet') => {
  const tray = join(counter.folder, 'scanner', 'echterdingen-1');
  mkdirSync(tray, { recursive: true });
  writeFileSync(join(tray, name), content);
};
const print = (caseId: string) => counter.tablet.browser.api.api.counter[':caseId'].paper.$post({ param: { caseId } });
const file = (caseId: string, scanId: string) =>
  counter.clerk.cases[':caseId'].paper.$post({ param: { caseId }, json: { scanId } });
const scansOf = async (caseId: string) =>
  (await must(counter.clerk.cases[':caseId'].scans.$get({ param: { caseId } }))).scans.map(({ name }) => name);

test('the signed sheet confirms for everybody and goes on like any other confirmation', async () => {
  const caseId = await bringCase(counter, 'reviewing');
  expect(await must(print(caseId))).toMatchObject({ state: 'on-paper' });
  expect(readdirSync(join(counter.folder, 'printer', 'echterdingen-1')).join()).toContain('Erklaerung-26-0000');
  scan('blatt.pdf');
  expect(await scansOf(caseId)).toEqual(['blatt.pdf']);
  const filed = await must(file(caseId, 'blatt.pdf'));
  expect(filed).toMatchObject({ state: 'confirmed', acts: [{ method: 'paper', state: 'valid', signer: 'p1' }] });
  expect(filed.documents).toMatchObject([{ kind: 'paper-scan', state: 'plain' }]);
  expect(await scansOf(caseId)).toEqual([]);
  expect(await eventsOf(counter, caseId)).toEqual(expect.arrayContaining(['paper-printed', 'paper-confirmed']));

  await must(counter.clerk.cases[':caseId'].accept.$post({ param: { caseId } }));
  expect((await withDocuments(counter, caseId)).state).toBe('sealed');
  await counter.work();
  const { documents } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
  expect(documents.map(({ kind }) => kind)).toEqual(['copy', 'declaration', 'paper-scan']);
});

test('printing again while the sheet is awaited is possible', async () => {
  const caseId = await bringCase(counter, 'reviewing');
  await must(print(caseId));
  await must(print(caseId));
  expect((await eventsOf(counter, caseId)).filter((event) => event === 'paper-printed')).toHaveLength(2);
});

test.for([
  ['is gone', 'weg.pdf', undefined],
  ['is no PDF', 'bild.pdf', 'GIF89a'],
  ['is named like a way out of the folder', '../keys.json', undefined],
] as const)('a sheet that %s is not filed', async ([, scanId, content]) => {
  const caseId = await bringCase(counter, 'reviewing');
  await must(print(caseId));
  if (content !== undefined) scan(scanId, content);
  expect(await refusal(file(caseId, scanId))).toEqual([409, 'scan-unusable']);
  expect(await eventsOf(counter, caseId)).not.toContain('paper-confirmed');
});

test('a sheet is filed only where one is awaited', async () => {
  const caseId = await bringCase(counter, 'reviewing');
  scan('zu-frueh.pdf');
  expect(await refusal(file(caseId, 'zu-frueh.pdf'))).toEqual([409, 'case-not-in-state']);
});

test('a note belongs to a mark and to nothing else', async () => {
  const caseId = await bringCase(counter, 'confirmed');
  const { acts } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
  const json = { actId: acts[0]?.actId ?? '', note: 'Handzeichen' };
  const noted = counter.clerk.cases[':caseId']['mark-note'].$post({ param: { caseId }, json });
  expect(await refusal(noted)).toEqual([409, 'note-misplaced']);
});
