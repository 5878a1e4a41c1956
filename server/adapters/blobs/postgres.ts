import { eq } from 'drizzle-orm';
import { blobs } from '../../db/tables.ts';
import type { Blobs } from '../../ports/blobs.ts';

/** Files beside their rows in PostgreSQL: they commit together, and one backup holds both. */
export const postgresBlobs: Blobs = {
  async put(tx, blobId, bytes) {
    await tx.insert(blobs).values({ blobId, bytes });
  },
  async get(tx, blobId) {
    const [found] = await tx.select({ bytes: blobs.bytes }).from(blobs).where(eq(blobs.blobId, blobId));
    return found?.bytes;
  },
  async remove(tx, blobId) {
    await tx.delete(blobs).where(eq(blobs.blobId, blobId));
  },
};
