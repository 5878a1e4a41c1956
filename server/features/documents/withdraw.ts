import { and, eq, isNotNull } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { makeId } from '../../tokens.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { lockCase, saveCase } from '../cases/record.ts';
import type { CaseRow } from '../cases/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { findDocument, findDocumentOf, notThere } from './queries.ts';
import { type DocumentRow, documents } from './tables.ts';
import { settleTasks } from './try-again.ts';

/**
 * A certificate that was wrong. Nobody can call a file back, so its Echtheitscode says from then on that it was
 * withdrawn because of a mistake; a certificate that was right when it was issued is never withdrawn.
 */
type Which = { caseId: string; documentId: string };

/**
 * Withdraws a certificate, with the reason that stays at the case and in no answer to a code. The first reason and
 * moment stand: repeating it changes nothing. Refuses with `not-a-certificate`, `document-pending`, `document-failed`.
 */
export async function withdrawCertificate(
  office: Office,
  actor: StaffActor,
  { caseId, documentId, reason }: Which & { reason: string },
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const document = await findCertificate(tx, { caseId, documentId });
    if (document.withdrawnAt !== null) return row;
    stateAfter('withdraw', row.state);
    if (document.state === 'pending' || document.state === 'failed') throw new Refusal(notThere(document));
    const withdrawn = { withdrawnAt: toInstant(office.now()), withdrawnBecause: reason };
    await tx.update(documents).set(withdrawn).where(eq(documents.documentId, documentId));
    const details = { documentId, reasonHash: await saltedHash(row.salt, reason) };
    await appendEvidence(office, tx, { caseId, actor, event: 'certificate-withdrawn', details });
    await settleTasks(office, tx, document, actor.staffId);
    return saveCase(office, tx, row, {});
  });
}

/**
 * Orders a certificate in the place of a withdrawn one, from what the register says by then, with a code of its own.
 * Where one that counts is there or being made, it changes nothing. Refuses with `not-a-certificate`.
 */
export async function reissueCertificate(
  office: Office,
  actor: StaffActor,
  { caseId, documentId }: Which,
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    stateAfter('reissue', row.state);
    const { kind, revision } = await findCertificate(tx, { caseId, documentId });
    if (await findDocumentOf(tx, { caseId, kind, revision })) return row;
    const next = { documentId: makeId(office), caseId, kind, revision };
    await tx.insert(documents).values({ ...next, state: 'pending', copies: 0, at: toInstant(office.now()) });
    const details = { documentId: next.documentId };
    await appendEvidence(office, tx, { caseId, actor, event: 'certificate-reissued', details });
    await office.jobs.send(tx, 'make-meldebestaetigung', { caseId, documentId: next.documentId });
    return saveCase(office, tx, row, {});
  });
}

/** Whether an earlier certificate of the case was withdrawn: what follows an entry then was begun already. */
export async function hasWithdrawn(tx: Tx, caseId: string): Promise<boolean> {
  const [found] = await tx
    .select({ documentId: documents.documentId })
    .from(documents)
    .where(and(eq(documents.caseId, caseId), isNotNull(documents.withdrawnAt)))
    .limit(1);
  return found !== undefined;
}

async function findCertificate(tx: Tx, { caseId, documentId }: Which): Promise<DocumentRow> {
  const document = await findDocument(tx, documentId);
  if (document?.caseId !== caseId) throw new Refusal('not-found');
  if (document.kind !== 'meldebestaetigung') throw new Refusal('not-a-certificate');
  return document;
}
