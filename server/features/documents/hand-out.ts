import { eq, sql } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { HandOut } from '../../../shared/wire/cases.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { findCase } from '../cases/queries.ts';
import { lockCase, saveCase } from '../cases/record.ts';
import type { CaseRow } from '../cases/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { noteDelivery } from './copies.ts';
import { printAt } from './print.ts';
import { findDocument, notThere } from './queries.ts';
import { type DocumentRow, documents } from './tables.ts';
import { readDocument } from './versions.ts';

/**
 * The clerk hands a document out. `printed` goes to the printer of the desk the case lay at last; the declaration and
 * its copy also count as the citizen's copy. Refuses with `document-pending`, `document-withdrawn` and `printer-failed`.
 */
export async function handOut(
  office: Office,
  actor: StaffActor,
  caseId: string,
  { documentId, how }: InferOutput<typeof HandOut>,
): Promise<CaseRow> {
  const before = await findCase(office.db, caseId);
  stateAfter('hand-out', before.state);
  const { kind } = await findReady(office.db, { caseId, documentId });
  if (how === 'printed' && before.lastDeskId !== null) {
    const { pdf } = await readDocument(office, office.db, documentId);
    await printAt(office, { deskId: before.lastDeskId, name: fileNameOf(kind, before.number), pdf });
  }
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    // While it was printed somebody may have withdrawn it; then the paper stays at the desk.
    const document = await findReady(tx, { caseId, documentId });
    await appendEvidence(office, tx, { caseId, actor, event: 'handed-out', details: { documentId, how } });
    // What was confirmed before a change is no copy of what is confirmed now.
    const isCopy = copyKinds.includes(document.kind) && document.revision === row.revision;
    if (isCopy) return noteDelivery(office, tx, { row, copy: document }, { actor, how });
    await tx
      .update(documents)
      .set({ copies: sql`${documents.copies} + 1` })
      .where(eq(documents.documentId, documentId));
    return saveCase(office, tx, row, {});
  });
}

async function findReady(tx: Tx, { caseId, documentId }: { caseId: string; documentId: string }): Promise<DocumentRow> {
  const document = await findDocument(tx, documentId);
  if (document?.caseId !== caseId) throw new Refusal('not-found');
  if (document.withdrawnAt !== null) throw new Refusal('document-withdrawn');
  if (document.blob === null) throw new Refusal(notThere(document));
  return document;
}

const copyKinds: readonly string[] = ['copy', 'declaration'];

/** What a file is called outside: what it is, and the Vorgangsnummer; no name of a person. */
export const fileNameOf = (kind: keyof typeof fileWords, number: string): string => `${fileWords[kind]}-${number}`;

const fileWords = {
  declaration: 'Erklaerung',
  copy: 'Kopie',
  meldebestaetigung: 'Meldebestaetigung',
  'paper-scan': 'Scan',
  'evidence-report': 'Nachweisbericht',
} as const;
