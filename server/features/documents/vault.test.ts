import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { utf8 } from '../../../shared/base/bytes.ts';
import { bringCase, type Counter, startCounter } from '../../../tests/support/counter.ts';
import { openDb } from '../../db/client.ts';
import { readFile, storeFile } from './vault.ts';

let counter: Counter;
let one: string;
let other: string;
beforeAll(async () => {
  counter = await startCounter();
  one = await bringCase(counter, 'prepared');
  other = await bringCase(counter, 'prepared');
});
afterAll(() => counter.close());

const content = utf8('Wer das liest, hat den Schlüssel.');
const store = (caseId: string) => storeFile(counter.office, counter.office.db, caseId, content);
const read = (caseId: string, blobId: string) => readFile(counter.office, counter.office.db, caseId, blobId);

test('a file comes back as it was, and never lies in the open', async () => {
  const blobId = await store(one);
  expect(await read(one, blobId)).toEqual(content);
  const [row] = await counter.sql<{ bytes: Uint8Array }[]>`select bytes from blobs where blob_id = ${blobId}`;
  expect(Buffer.from(row?.bytes ?? []).includes('Schlüssel')).toBe(false);
});

test('the same file twice is stored in two ways', async () => {
  const [first, second] = [await store(one), await store(one)];
  const rows = await counter.sql<
    { bytes: Uint8Array }[]
  >`select bytes from blobs where blob_id in (${first}, ${second})`;
  expect(Buffer.from(rows[0]?.bytes ?? []).equals(Buffer.from(rows[1]?.bytes ?? []))).toBe(false);
});

test('two that store the first file of a case at once use the same key', async () => {
  const caseId = await bringCase(counter, 'prepared');
  const blobs = await Promise.all([store(caseId), store(caseId), store(caseId)]);
  for (const blobId of blobs) expect(await read(caseId, blobId)).toEqual(content);
});

test('a file that was changed, moved or put into another case does not open', async () => {
  const [mine, moved] = [await store(one), await store(one)];
  // The application's role could not do this.
  const { sql } = openDb(inject('postgres').adminUrl.replace(/postgres$/, counter.url.split('/').at(-1) ?? ''), 1);
  await sql`update blobs set bytes = set_byte(bytes, 20, 255 - get_byte(bytes, 20)) where blob_id = ${mine}`;
  await expect(read(one, mine)).rejects.toThrow();
  const source = await store(one);
  await sql`update blobs set bytes = (select bytes from blobs where blob_id = ${source}) where blob_id = ${moved}`;
  await sql.end();
  await expect(read(one, moved)).rejects.toThrow();
  await expect(read(other, source)).rejects.toThrow();
  await counter.sql`delete from blobs where blob_id = ${source}`;
  await expect(read(one, source)).rejects.toThrow('is gone');
});
