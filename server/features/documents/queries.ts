import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { type DocumentRow, documents } from './tables.ts';

export async function findDocument(tx: Tx, documentId: string): Promise<DocumentRow | undefined> {
  const [row] = await tx.select().from(documents).where(eq(documents.documentId, documentId));
  return row;
}

/** The one document of a kind for a revision that counts: none that was withdrawn. */
export async function findDocumentOf(
  tx: Tx,
  of: Pick<DocumentRow, 'caseId' | 'kind' | 'revision'>,
): Promise<DocumentRow | undefined> {
  const { caseId, kind, revision, withdrawnAt } = documents;
  const one = and(eq(caseId, of.caseId), eq(kind, of.kind), eq(revision, of.revision), isNull(withdrawnAt));
  const [row] = await tx.select().from(documents).where(one);
  return row;
}

/** Why a document without bytes cannot be had: somebody is making it, or nobody is any more. */
export const notThere = ({ state }: DocumentRow) => (state === 'failed' ? 'document-failed' : 'document-pending');
