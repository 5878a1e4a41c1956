import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOffice, type TestOffice } from '../../tests/support/office.ts';
import { postgresBlobs } from '../adapters/blobs/postgres.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

describe.for([['postgres', postgresBlobs]] as const)('files in %s', ([, blobs]) => {
  test('come back byte for byte', async () => {
    const { db } = office.office;
    const [blobId, bytes] = [randomUUID(), Uint8Array.from({ length: 70_000 }, (_, at) => at % 256)];
    await blobs.put(db, blobId, bytes);
    expect(await blobs.get(db, blobId)).toEqual(bytes);
  });

  test('lie there only if the transaction that put them commits', async () => {
    const { db } = office.office;
    const blobId = randomUUID();
    const failed = db.transaction(async (tx) => {
      await blobs.put(tx, blobId, new Uint8Array([1]));
      throw new Error('not this time');
    });
    await expect(failed).rejects.toThrow('not this time');
    expect(await blobs.get(db, blobId)).toBeUndefined();
  });

  test('are never overwritten', async () => {
    const { db } = office.office;
    const blobId = randomUUID();
    await blobs.put(db, blobId, new Uint8Array([1]));
    await expect(blobs.put(db, blobId, new Uint8Array([2]))).rejects.toThrow();
    expect(await blobs.get(db, blobId)).toEqual(new Uint8Array([1]));
  });

  test('are gone when removed, and removing them again changes nothing', async () => {
    const { db } = office.office;
    const blobId = randomUUID();
    await blobs.put(db, blobId, new Uint8Array([1]));
    await blobs.remove(db, blobId);
    await blobs.remove(db, blobId);
    expect(await blobs.get(db, blobId)).toBeUndefined();
  });
});
