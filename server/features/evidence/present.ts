import type { EvidenceAtSeal } from '../../../shared/evidence/file.ts';
import type { EvidenceRow } from './tables.ts';

/** `evidence.json`: the chain as it leaves the office. `evidence-at-seal.json` is the same with fewer entries. */
export const presentEvidence = (caseId: string, rows: readonly EvidenceRow[]): EvidenceAtSeal => ({
  schema: 'schalter/evidence@1',
  caseId,
  entries: rows.map(({ position, at, actor, event, details, previousHash, hash }) => ({
    position,
    at,
    actor,
    event,
    details,
    previousHash,
    hash,
  })),
  inclusion: 'pending',
});
