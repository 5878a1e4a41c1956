import { eq } from 'drizzle-orm';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import type { Office } from '../../context.ts';
import { lockCase, openTask, saveCase } from '../cases/record.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { makers } from './makers.ts';
import { findDocument } from './queries.ts';
import { noteSealStatus } from './seal-status.ts';
import { type DocumentRow, documents, replacedSeals } from './tables.ts';
import { countReplaced } from './versions.ts';

/**
 * The seal's certificate was revoked, and nobody can prove that the seal is older. The bytes from before sealing, which
 * were kept, are sealed anew with whatever certificate seals by then; the old seal stays, marked as replaced. A paper
 * that was handed out already becomes a task: whoever has it needs the new one.
 */
export async function replaceSeal(
  office: Office,
  document: DocumentRow,
  { leaf, revokedAt }: { leaf: Bytes; revokedAt: Date },
): Promise<void> {
  const { caseId, documentId } = document;
  await noteSealStatus(office, await sha256Hex(leaf), { revokedAt: toInstant(revokedAt) });
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const now = await findDocument(tx, documentId);
    if (now?.state !== 'sealed' || now.sha256 !== document.sha256 || now.blob === null || now.sha256 === null) return;
    const { blob, sha256 } = now;
    const seal = 1 + (await countReplaced(tx, documentId));
    await tx.insert(replacedSeals).values({ documentId, seal, blob, sha256, replacedAt: toInstant(office.now()) });
    const ordered = { state: 'pending', blob: null, sha256: null, level: null, problem: null, renewBy: null } as const;
    await tx.update(documents).set(ordered).where(eq(documents.documentId, documentId));
    const details = { documentId, sha256, because: 'revoked' };
    await appendEvidence(office, tx, { caseId, actor: 'system', event: 'seal-replaced', details });
    if (now.copies > 0) await openTask(office, tx, { caseId, kind: 'seal-replaced', path: documentId });
    await office.jobs.send(tx, makers[now.kind], { caseId, documentId });
    await saveCase(office, tx, row, {});
  });
}
