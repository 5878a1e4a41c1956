import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { fromHex, toHex } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Day } from '../../../shared/base/partial-date.ts';
import { canonical } from '../../../shared/declaration/canonical.ts';
import type { EvidenceFile } from '../../../shared/evidence/file.ts';
import type { InclusionProof } from '../../../shared/evidence/inclusion.ts';
import { pathTo } from '../../../shared/evidence/merkle.ts';
import type { Tx } from '../../db/client.ts';
import { presentEvidence } from './present.ts';
import { listEvidence } from './queries.ts';
import { evidenceDays, evidenceHeads, evidenceTimestamps } from './tables.ts';

/**
 * `evidence.json` as it can be exported at this moment: the chain, and the proof of every closed day it grew on. Its
 * keys stand in canonical order, so that written as JSON it begins with the bytes of every earlier export.
 */
export async function exportEvidence(tx: Tx, caseId: string): Promise<EvidenceFile> {
  // Proofs first: what they cover is there when the chain is read.
  const proofs = await listProofs(tx, caseId);
  const chain = presentEvidence(caseId, await listEvidence(tx, caseId));
  // The text was made from exactly this type.
  return JSON.parse(canonical(proofs.length > 0 ? { ...chain, inclusion: proofs } : chain)) as EvidenceFile;
}

async function listProofs(tx: Tx, caseId: string): Promise<InclusionProof[]> {
  const rows = await tx
    .select({ head: evidenceHeads, day: evidenceDays, token: evidenceTimestamps.token })
    .from(evidenceHeads)
    .innerJoin(evidenceDays, eq(evidenceDays.day, evidenceHeads.day))
    .leftJoin(evidenceTimestamps, eq(evidenceTimestamps.day, evidenceHeads.day))
    .where(eq(evidenceHeads.caseId, caseId))
    .orderBy(asc(evidenceHeads.day));
  return Promise.all(
    rows.map(async ({ head: { position, salt, place }, day: { day, root, leaves }, token }) => {
      const path = (await pathTo(place, leaves.map(fromHex))).map(toHex);
      return { day, position, salt, place, size: leaves.length, path, root, timestamp: token };
    }),
  );
}

/** What a receipt prints: whoever holds it can later hold the office to everything up to that day. */
export async function findLastRoot(tx: Tx): Promise<{ day: Day; root: string } | undefined> {
  const [last] = await tx
    .select({ day: evidenceDays.day, root: evidenceDays.root })
    .from(evidenceDays)
    .orderBy(desc(evidenceDays.day))
    .limit(1);
  return last;
}

/** The latest closed days, and whether their roots are timestamped. */
export const listDays = (tx: Tx) =>
  tx
    .select({
      day: evidenceDays.day,
      root: evidenceDays.root,
      chains: sql<number>`cardinality(${evidenceDays.leaves})`,
      closedAt: evidenceDays.closedAt,
      isStamped: isNotNull(evidenceTimestamps.day).mapWith(Boolean),
      problem: evidenceDays.problem,
    })
    .from(evidenceDays)
    .leftJoin(evidenceTimestamps, eq(evidenceTimestamps.day, evidenceDays.day))
    .orderBy(desc(evidenceDays.day))
    .limit(limits.evidenceDaysShown);
