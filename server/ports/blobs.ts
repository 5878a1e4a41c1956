import type { Bytes } from '../../shared/base/bytes.ts';
import type { Tx } from '../db/client.ts';

/**
 * Where files lie. The port stores bytes that are already encrypted with the key of their case and knows nothing of
 * them. PostgreSQL is the default, so that one backup holds everything and a file commits with its row.
 */
export type Blobs = {
  put(tx: Tx, blobId: string, bytes: Bytes): Promise<void>;
  /** `undefined` where nothing lies under the id. */
  get(tx: Tx, blobId: string): Promise<Bytes | undefined>;
  remove(tx: Tx, blobId: string): Promise<void>;
};
