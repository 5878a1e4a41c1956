import { and, eq } from 'drizzle-orm';
import type { CaseState } from '../../../shared/wire/cases.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { appendEvidence, type Happening } from '../evidence/actions.ts';
import { acts } from '../signing/tables.ts';
import { stateAfter } from './lifecycle.ts';
import type { CaseChange } from './record.ts';
import type { CaseRow } from './tables.ts';

/**
 * Whatever changes after a confirmation voids it, visibly, and asks again; the voided act stays in the evidence
 * (signing.md 3, step 7). Gives what else changes in the case because of it.
 */
export async function voidActs(
  office: Office,
  tx: Tx,
  row: CaseRow,
  why: { actor: Happening['actor']; because: 'answers' | 'identification' | 'signers' | 'returned' | 'review' },
): Promise<CaseChange> {
  const { caseId } = row;
  if (row.revision === 0) return {};
  const voided = await tx
    .update(acts)
    .set({ state: 'void', voidedBecause: why.because })
    .where(and(eq(acts.caseId, caseId), eq(acts.state, 'valid')))
    .returning({ actId: acts.actId, revision: acts.revision });
  for (const { actId, revision } of voided) {
    const details = { actId, revision: String(revision), because: why.because };
    await appendEvidence(office, tx, { caseId, actor: why.actor, event: 'act-voided', details });
  }
  return row.state === 'confirmed' ? { state: stateBack(row), copyDeliveredAt: null } : {};
}

/** To whoever still has it: the citizen at the tablet, otherwise the clerk. */
export const stateBack = (row: CaseRow): CaseState =>
  stateAfter(row.deskId === null ? 'return-to-desk' : 'return-to-tablet', row.state);
