import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { limits } from '../../../shared/base/limits.ts';
import type { LadderView } from '../../../shared/wire/documents.ts';
import type { Tx } from '../../db/client.ts';
import { cases } from '../cases/tables.ts';
import { countGrowing } from './figures.ts';
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

/** What is on its way, and what nobody works at until somebody asks for it; the longest given up first. */
export async function readLadder(tx: Tx): Promise<InferOutput<typeof LadderView>> {
  const { documentId, kind, state, level, problem, givenUpAt } = documents;
  const [{ waiting, waitingSince }, rows] = await Promise.all([
    countGrowing(tx),
    tx
      .select({ documentId, number: cases.number, kind, state, level, problem, givenUpAt })
      .from(documents)
      .innerJoin(cases, eq(cases.caseId, documents.caseId))
      .where(isNotNull(givenUpAt))
      .orderBy(asc(givenUpAt))
      .limit(limits.caseListRows),
  ]);
  return { waiting, waitingSince, givenUp: rows.map((row) => ({ ...row, givenUpAt: row.givenUpAt ?? '' })) };
}
