import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDeletionLog } from '../adapters/deletion-log/file.ts';
import type { Deletion } from './deletion-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-deletions-'));
afterAll(() => rmSync(folder, { recursive: true }));
let file: string;
let files = 0;
beforeEach(() => {
  file = join(folder, `below-${(files += 1)}`, 'deletions.jsonl');
});

const aDeletion = (number: number): Deletion => ({
  what: 'case',
  id: `0193538e-5c60-7c3c-a3f1-${String(number).padStart(12, '0')}`,
  at: '2026-11-23T09:00:00.000Z',
  rule: 'ended',
});

/** `open` opens the same log again, as the next start of the office does. */
describe.for([['file', () => openDeletionLog(file)]] as const)('the deletion log in a %s', ([, open]) => {
  test('is empty before anything was deleted', async () => {
    expect(await open().list()).toEqual([]);
  });

  test('notes that everything of a case went, also where its content had gone before', async () => {
    await open().note([aDeletion(1)]);
    await open().note([
      { ...aDeletion(1), rule: 'retention' },
      { ...aDeletion(1), rule: 'untouched' },
    ]);
    expect((await open().list()).map(({ rule }) => rule)).toEqual(['ended', 'retention']);
  });

  test('still knows after a restart what was deleted, in order', async () => {
    await open().note([aDeletion(1), { ...aDeletion(2), rule: 'untouched' }]);
    await open().note([aDeletion(3)]);
    expect(await open().list()).toEqual([aDeletion(1), { ...aDeletion(2), rule: 'untouched' }, aDeletion(3)]);
  });

  test('keeps one entry of a case, the first', async () => {
    await open().note([aDeletion(1), aDeletion(1)]);
    await open().note([{ ...aDeletion(1), at: '2026-11-24T09:00:00.000Z' }]);
    expect(await open().list()).toEqual([aDeletion(1)]);
  });

  test('loses none of what several write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => open().note([aDeletion(at), aDeletion(at + 1)])));
    const ids = (await open().list()).map(({ id }) => id).toSorted();
    expect(ids).toEqual(Array.from({ length: 21 }, (_, at) => aDeletion(at).id));
  });
});

describe('the file', () => {
  test('is the office’s alone, and says nothing but which case, when and why', async () => {
    await openDeletionLog(file).note([aDeletion(1)]);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(
      `{"schema":"schalter/deletion@1","what":"case","id":"${aDeletion(1).id}","at":"2026-11-23T09:00:00.000Z","rule":"ended"}\n`,
    );
  });

  test('goes on after a fault cut its last line off', async () => {
    await openDeletionLog(file).note([aDeletion(1)]);
    appendFileSync(file, '{"schema":"schalter/deletion@1","what":"ca');
    expect(await openDeletionLog(file).list()).toEqual([aDeletion(1)]);
    await openDeletionLog(file).note([aDeletion(2)]);
    expect(await openDeletionLog(file).list()).toEqual([aDeletion(1), aDeletion(2)]);
  });

  test('in which somebody wrote is not read as if nothing were wrong', async () => {
    await openDeletionLog(file).note([aDeletion(1)]);
    writeFileSync(file, `nothing was deleted\n${readFileSync(file, 'utf8')}`);
    await expect(openDeletionLog(file).list()).rejects.toThrow('line 1');
    await openDeletionLog(file).note([aDeletion(2)]);
    expect(readFileSync(file, 'utf8')).toContain(aDeletion(2).id);
  });
});
