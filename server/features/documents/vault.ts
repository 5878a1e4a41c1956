import { eq } from 'drizzle-orm';
import { type Bytes, utf8 } from '../../../shared/base/bytes.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { makeId } from '../../tokens.ts';
import { caseKeys } from './tables.ts';

/**
 * Files of a case, encrypted from the first stored byte with the case's own AES-256-GCM key, which the office's key
 * wraps. Form: 12 bytes of nonce, then ciphertext with tag; case and file are bound in as additional data, so that a
 * file moved to another id does not open. Destroying the key row destroys the files.
 */
export async function storeFile(office: Office, tx: Tx, caseId: string, bytes: Bytes): Promise<string> {
  const blobId = makeId(office);
  const iv = office.randomBytes(12);
  const key = await keyOf(office, tx, caseId);
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how(iv, caseId, blobId), key, bytes));
  const stored = new Uint8Array(iv.length + sealed.length);
  stored.set(iv);
  stored.set(sealed, iv.length);
  await office.blobs.put(tx, blobId, stored);
  return blobId;
}

type Safe = Pick<Office, 'blobs' | 'keys' | 'randomBytes'>;

/** Throws a plain Error where the file is gone or was changed. */
export async function readFile(office: Safe, tx: Tx, caseId: string, blobId: string): Promise<Bytes> {
  const stored = await office.blobs.get(tx, blobId);
  if (!stored) throw new Error(`file ${blobId} is gone`);
  const key = await keyOf(office, tx, caseId);
  const opened = await crypto.subtle.decrypt(how(stored.slice(0, 12), caseId, blobId), key, stored.slice(12));
  return new Uint8Array(opened);
}

const how = (iv: Bytes, caseId: string, blobId: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(`${caseId}/${blobId}`),
});

async function keyOf(office: Safe, tx: Tx, caseId: string): Promise<CryptoKey> {
  const known = await findWrapped(tx, caseId);
  const wrapped = known ?? (await makeWrapped(office, tx, caseId));
  return crypto.subtle.importKey('raw', await office.keys.unwrap(wrapped), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function findWrapped(tx: Tx, caseId: string): Promise<string | undefined> {
  const [row] = await tx.select().from(caseKeys).where(eq(caseKeys.caseId, caseId));
  return row?.wrapped;
}

/** Of two that make the key at once, one wins and both use it. */
async function makeWrapped(office: Safe, tx: Tx, caseId: string): Promise<string> {
  const wrapped = await office.keys.wrap(office.randomBytes(32));
  await tx.insert(caseKeys).values({ caseId, wrapped }).onConflictDoNothing();
  const stored = await findWrapped(tx, caseId);
  if (stored === undefined) throw new Error(`case ${caseId} has no key`);
  return stored;
}
