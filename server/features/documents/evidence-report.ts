import { and, eq } from 'drizzle-orm';
import { type Bytes, fromBase64, fromHex } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import { verifyChain } from '../../../shared/evidence/chain.ts';
import type { InclusionProof } from '../../../shared/evidence/inclusion.ts';
import { readTimestamp } from '../../../shared/verifying/timestamp.ts';
import { reportAttachments } from '../../typesetting/attachments.ts';
import { evidenceReportSheet } from '../../typesetting/evidence-report.ts';
import type { Actor, Office } from '../../context.ts';
import type { JobData } from '../../jobs.ts';
import { makeId } from '../../tokens.ts';
import { lockCase, saveCase } from '../cases/record.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { exportEvidence } from '../evidence/proofs.ts';
import { sealOrdered } from './seal-ordered.ts';
import { documents } from './tables.ts';

/**
 * The Nachweisbericht: the chain of a case as a sealed document for a court, ordered by a lead and drawn from the chain
 * alone. There may be several, each telling what had happened when it was made; one that is being made is not ordered
 * a second time.
 */
export async function orderEvidenceReport(
  office: Office,
  actor: Actor,
  caseId: string,
): Promise<{ caseId: string; documentId: string }> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const { kind, state } = documents;
    const beingMade = and(eq(documents.caseId, caseId), eq(kind, 'evidence-report'), eq(state, 'pending'));
    const [pending] = await tx.select({ documentId: documents.documentId }).from(documents).where(beingMade);
    if (pending) return { caseId, ...pending };
    const documentId = makeId(office);
    const what = { documentId, caseId, kind: 'evidence-report', revision: row.revision } as const;
    const at = toInstant(office.now());
    await tx.insert(documents).values({ ...what, state: 'pending', copies: 0, at });
    await appendEvidence(office, tx, { caseId, actor, event: 'report-ordered', details: { documentId } });
    await office.jobs.send(tx, 'make-evidence-report', { caseId, documentId });
    await saveCase(office, tx, row, {});
    return { caseId, documentId };
  });
}

/** Makes and seals an ordered report. May come twice and then changes nothing. */
export const sealEvidenceReport = (office: Office, { caseId, documentId = '' }: JobData): Promise<void> =>
  sealOrdered(office, {
    documentId,
    typeset: () => typesetReport(office, caseId),
    async onSealed(tx, row, { sha256, level }) {
      const details = { documentId, sha256, level };
      await appendEvidence(office, tx, { caseId, actor: 'system', event: 'report-made', details });
      await saveCase(office, tx, row, {});
    },
  });

/** Throws where the chain is not whole: then there is nothing a report could honestly say. */
async function typesetReport(office: Office, caseId: string): Promise<Bytes> {
  const { db, settings } = office;
  const file = await exportEvidence(db, caseId);
  const chain = await verifyChain(file.entries);
  if (!chain.intact) throw new Error(`the evidence of case ${caseId} is broken at entry ${chain.brokenAt}`);
  const proofs = file.inclusion === 'pending' ? [] : file.inclusion;
  const madeAt = office.now();
  const sheet = evidenceReportSheet({
    entries: file.entries,
    days: await Promise.all(proofs.map(withTime)),
    authority: settings.authority,
    madeAt,
    checkAt: `${settings.origin}/citizen/checking`,
    demo: settings.mode === 'demo',
  });
  const attachments = reportAttachments(canonicalBytes(file));
  return office.typesetter.typeset({ template: 'evidence-report', data: JSON.stringify(sheet), attachments, madeAt });
}

async function withTime(proof: InclusionProof) {
  if (proof.timestamp === null) return proof;
  const { time } = await readTimestamp(fromBase64(proof.timestamp), async () => fromHex(proof.root));
  return { ...proof, stampedAt: toInstant(new Date(time)) };
}
