import { and, eq } from 'drizzle-orm';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Declaration } from '../../../shared/declaration/declaration.ts';
import type { Tx } from '../../db/client.ts';
import { type ActRow, acts, type RevisionRow, revisions } from '../signing/tables.ts';
import type { CaseRow } from './tables.ts';

/** Who has confirmed the frozen revision, and who still has to. */

export async function findRevision(tx: Tx, caseId: string, revision: number): Promise<RevisionRow | undefined> {
  const own = and(eq(revisions.caseId, caseId), eq(revisions.revision, revision));
  const [row] = await tx.select().from(revisions).where(own);
  return row;
}

/** The declaration of a revision. What is stored was made by `buildDeclaration` and is never changed. */
export const declarationOf = (row: RevisionRow): Declaration => JSON.parse(row.declaration) as Declaration;

export const listValidActs = (tx: Tx, caseId: string, revision: number): Promise<ActRow[]> =>
  tx
    .select()
    .from(acts)
    .where(and(eq(acts.caseId, caseId), eq(acts.revision, revision), eq(acts.state, 'valid')))
    .orderBy(acts.at, acts.actId);

/** Signers of the revision whose confirmation is not there, in the order they are asked. */
export async function missingSigners(tx: Tx, revision: RevisionRow): Promise<readonly string[]> {
  const confirmed = new Set((await listValidActs(tx, revision.caseId, revision.revision)).map(({ signer }) => signer));
  return declarationOf(revision)
    .signers.map(({ id }) => id)
    .filter((id) => !confirmed.has(id));
}

/** Refuses with `mark-note-missing` where a Handzeichen stands without the clerk's word (signing.md 3, step 5). */
export async function expectMarksNoted(tx: Tx, { caseId, revision }: CaseRow): Promise<void> {
  const given = await listValidActs(tx, caseId, revision);
  const signers = given
    .filter(({ method, note }) => method === 'mark' && (note ?? '').trim() === '')
    .map(({ signer }) => signer);
  if (signers.length > 0) throw new Refusal('mark-note-missing', { signers });
}

/** Refuses with `confirmation-missing` unless everybody has confirmed the revision of the case. */
export async function expectAllConfirmed(tx: Tx, row: CaseRow): Promise<RevisionRow> {
  const revision = await findRevision(tx, row.caseId, row.revision);
  if (!revision) throw new Refusal('confirmation-missing');
  const signers = await missingSigners(tx, revision);
  if (signers.length > 0) throw new Refusal('confirmation-missing', { signers });
  return revision;
}
