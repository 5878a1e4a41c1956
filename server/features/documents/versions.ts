import { and, desc, eq, max } from 'drizzle-orm';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import type { Level } from './confirmed-level.ts';
import { findDocument } from './queries.ts';
import { type DocumentRow, documents, documentVersions, replacedSeals, type VersionRow } from './tables.ts';
import { readFile, storeFile } from './vault.ts';

/**
 * The versions of a sealed document. Each is the beginning of the next, so only the longest is kept; the others are cut
 * out of it and compared with their hash.
 */

/** The file as it is now, and its hash. A version may take its place in the same moment; then that one is read. */
export async function readDocument(
  office: Office,
  tx: Tx,
  documentId: string,
): Promise<{ pdf: Bytes; document: DocumentRow }> {
  for (let tries = 1; ; tries += 1) {
    const document = await findDocument(tx, documentId);
    if (!document?.blob) throw new Error(`document ${documentId} has no file`);
    try {
      return { pdf: await readFile(office, tx, document.caseId, document.blob), document };
    } catch (error) {
      const now = await findDocument(tx, documentId);
      if (tries === 3 || now?.blob === document.blob) throw error;
    }
  }
}

/** The first version under a seal. Called in the transaction that makes the document real. */
export async function addVersion(
  office: Office,
  tx: Tx,
  { documentId }: DocumentRow,
  version: { sha256: string; bytes: number; level: Level },
): Promise<void> {
  const seal = 1 + (await countReplaced(tx, documentId));
  await tx.insert(documentVersions).values({ documentId, seal, ...version, at: toInstant(office.now()) });
}

/**
 * Puts a longer version into the place of the one it grew from, in the caller's transaction. Throws where it does not
 * begin with every byte of it: whoever has the earlier one must find it in the later.
 */
export async function growDocument(
  office: Office,
  tx: Tx,
  { document, before, after, level }: { document: DocumentRow; before: Bytes; after: Bytes; level: Level },
): Promise<string> {
  if (after.length <= before.length || !isPrefix(before, after))
    throw new Error('a later version of a document does not begin with the earlier one');
  const { caseId, documentId, blob } = document;
  const sha256 = await sha256Hex(after);
  const stored = await storeFile(office, tx, caseId, after);
  await tx.update(documents).set({ sha256, blob: stored }).where(eq(documents.documentId, documentId));
  await addVersion(office, tx, document, { sha256, bytes: after.length, level });
  if (blob !== null) await office.blobs.remove(tx, blob);
  return sha256;
}

/** The latest first. */
export function listVersions(tx: Tx, documentId: string): Promise<Omit<VersionRow, 'documentId'>[]> {
  const { sha256, seal, bytes, level, at } = documentVersions;
  return tx
    .select({ sha256, seal, bytes, level, at })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(seal), desc(bytes));
}

/** One version as it was delivered; `undefined` where the document never had it. */
export async function readVersion(
  office: Office,
  tx: Tx,
  { documentId, sha256 }: { documentId: string; sha256: string },
): Promise<Bytes | undefined> {
  const one = and(eq(documentVersions.documentId, documentId), eq(documentVersions.sha256, sha256));
  const [version] = await tx.select().from(documentVersions).where(one);
  if (!version) return undefined;
  const whole = await readSealed(office, tx, version);
  const pdf = whole.slice(0, version.bytes);
  if ((await sha256Hex(pdf)) !== sha256) throw new Error(`version ${sha256} of ${documentId} is not what it was`);
  return pdf;
}

/** The longest version under the seal of this one. */
async function readSealed(office: Office, tx: Tx, { documentId, seal }: VersionRow): Promise<Bytes> {
  const one = and(eq(replacedSeals.documentId, documentId), eq(replacedSeals.seal, seal));
  const [replaced] = await tx.select().from(replacedSeals).where(one);
  if (!replaced) return (await readDocument(office, tx, documentId)).pdf;
  const document = await findDocument(tx, documentId);
  if (!document) throw new Error(`document ${documentId} vanished`);
  return readFile(office, tx, document.caseId, replaced.blob);
}

/** How many seals of the document were replaced. */
export async function countReplaced(tx: Tx, documentId: string): Promise<number> {
  const [last] = await tx
    .select({ seal: max(replacedSeals.seal) })
    .from(replacedSeals)
    .where(eq(replacedSeals.documentId, documentId));
  return last?.seal ?? 0;
}

function isPrefix(before: Bytes, after: Bytes): boolean {
  return before.every((byte, at) => byte === after[at]);
}
