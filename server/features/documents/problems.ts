import { and, eq } from 'drizzle-orm';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { DocumentProblem } from '../../../shared/wire/cases.ts';
import type { Office } from '../../context.ts';
import { RevocationFailure } from '../../ports/revocation.ts';
import { TimestampFailure } from '../../ports/timestamps.ts';
import { lockCase, saveCase } from '../cases/record.ts';
import { NotProven } from './confirmed-level.ts';
import { type DocumentRow, documents } from './tables.ts';

/** What stands in the way of a document, as the desk is told it. What exactly happened is in the log. */

/** An answer that would not help the document. */
export class NoYoungerTimestamp extends Error {}

/** `otherwise` names the step that was being taken. */
export function problemOf(error: unknown, otherwise: DocumentProblem): DocumentProblem {
  if (error instanceof Refusal) return refusals[error.code] ?? otherwise;
  if (error instanceof TimestampFailure) return error.kind === 'no-answer' ? 'no-timestamp' : 'timestamp-refused';
  if (error instanceof RevocationFailure) return revocations[error.kind];
  if (error instanceof NoYoungerTimestamp) return 'no-younger-timestamp';
  return error instanceof NotProven ? 'not-verified' : otherwise;
}

const refusals: Readonly<Partial<Record<string, DocumentProblem>>> = {
  'text-not-printable': 'not-printable',
  'seal-revoked': 'seal-revoked',
  'seal-not-valid': 'seal-not-valid',
  'seal-status-unknown': 'seal-status-unknown',
};

const revocations = {
  'no-answer': 'no-revocation',
  'nowhere-to-ask': 'no-revocation',
  'answer-refused': 'revocation-refused',
  'not-fresh': 'revocation-awaited',
} as const satisfies Record<RevocationFailure['kind'], DocumentProblem>;

/** The desk sees what the last try failed at. Whether this can be written changes nothing for the next try. */
export async function noteProblem(office: Office, document: DocumentRow, problem: DocumentProblem): Promise<void> {
  if (document.problem === problem) return;
  const { caseId, documentId } = document;
  const noting = office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    // Another process may have finished meanwhile; its success is not this failure.
    const isOpen = and(eq(documents.documentId, documentId), eq(documents.state, document.state));
    await tx.update(documents).set({ problem }).where(isOpen);
    await saveCase(office, tx, row, {});
  });
  await noting.catch((error: unknown) => office.log.warn({ err: error, problem }, 'the problem could not be noted'));
}
