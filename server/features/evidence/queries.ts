import { asc, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { type EvidenceRow, evidenceEntries } from './tables.ts';

/** The whole chain of a case, first entry first. */
export const listEvidence = (tx: Tx, caseId: string): Promise<EvidenceRow[]> =>
  tx.select().from(evidenceEntries).where(eq(evidenceEntries.caseId, caseId)).orderBy(asc(evidenceEntries.position));

export async function findLastEntry(tx: Tx, caseId: string): Promise<EvidenceRow | undefined> {
  const of = eq(evidenceEntries.caseId, caseId);
  const [last] = await tx.select().from(evidenceEntries).where(of).orderBy(desc(evidenceEntries.position)).limit(1);
  return last;
}
