import { makeAuthenticityCode } from '../../../shared/base/authenticity-code.ts';
import type { Day } from '../../../shared/base/partial-date.ts';
import { certificateAttachments } from '../../typesetting/attachments.ts';
import { codeBarcode, issuedOn, meldebestaetigungSheet } from '../../typesetting/meldebestaetigung.ts';
import type { Office } from '../../context.ts';
import type { JobData } from '../../jobs.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { findCase } from '../cases/queries.ts';
import { lockCase, openTask, saveCase } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { keepCode } from '../checking/codes.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { isConfirmed, makeCopy } from './copies.ts';
import { printedSeals } from './printed-seals.ts';
import { findDocumentOf } from './queries.ts';
import { sealOrdered } from './seal-ordered.ts';
import { giveUpDocument } from './try-again.ts';
import { typesetDeclaration } from './typeset-declaration.ts';
import { hasWithdrawn } from './withdraw.ts';

/** What happens to documents after the request is over. Every job may come twice and then changes nothing. */

/** The declaration document of an accepted case. */
export async function sealDeclaration(office: Office, { caseId }: JobData): Promise<void> {
  const { revision } = await findCase(office.db, caseId);
  const ordered = await findDocumentOf(office.db, { caseId, kind: 'declaration', revision });
  if (!ordered) return;
  await sealOrdered(office, {
    documentId: ordered.documentId,
    typeset: (row) => typesetDeclaration(office, office.db, row, 'office'),
    async onSealed(tx, row, sealed) {
      await appendEvidence(office, tx, { caseId, actor: 'system', event: 'sealed', details: sealed });
      await saveCase(office, tx, row, { state: stateAfter('seal', row.state) });
    },
  });
}

/** The amtliche Meldebestätigung, from what the register says after the entry (§ 24 Abs. 2 BMG). */
export async function sealMeldebestaetigung(office: Office, { caseId }: JobData): Promise<void> {
  const { revision } = await findCase(office.db, caseId);
  const ordered = await findDocumentOf(office.db, { caseId, kind: 'meldebestaetigung', revision });
  if (!ordered) return;
  const { documentId } = ordered;
  const code = makeAuthenticityCode(office.randomBytes(16));
  const today = issuedOn(office.now());
  await sealOrdered(office, {
    documentId,
    typeset: (row) => typesetMeldebestaetigung(office, row, { code, today }),
    onKept: (tx) => keepCode(office, tx, { documentId, code, issuedOn: today }),
    async onSealed(tx, row, { sha256, level }) {
      const details = { documentId, sha256, level };
      await appendEvidence(office, tx, { caseId, actor: 'system', event: 'certificate-sealed', details });
      const due = (await hasWithdrawn(tx, caseId)) ? [] : serviceOf(row).tasksAfterEntry(issuedOn(office.now()));
      for (const task of due) await openTask(office, tx, { caseId, kind: task.kind, path: task.path, due: task.due });
      await saveCase(office, tx, row, {});
    },
  });
}

async function typesetMeldebestaetigung(office: Office, row: CaseRow, { code, today }: { code: string; today: Day }) {
  const entry = await office.register.entryOf(row.number);
  if (!entry) throw new Error(`the register has no entry of ${row.number}`);
  const { authority, origin, mode } = office.settings;
  const days = { issuedOn: today, reportedOn: issuedOn(new Date(entry.on)) };
  const content = serviceOf(row).certificate(entry.answers, { authority, ...days });
  const seals = await printedSeals(office, serviceOf(row).registrations(entry.answers, { authority, ...days }), today);
  const face = { demo: mode === 'demo', origin, code, sealed: seals.map(({ person }) => person) };
  return office.typesetter.typeset({
    template: 'meldebestaetigung',
    data: JSON.stringify(meldebestaetigungSheet(content, face)),
    attachments: certificateAttachments(content),
    barcodes: [codeBarcode(face), ...seals.map(({ barcode }) => barcode)],
    madeAt: office.now(),
  });
}

/** The citizen's copy, so that it is there when it is asked for, and when nobody asked. */
export const makeCopyOf = (office: Office, { caseId }: JobData): Promise<void> => makeCopy(office, caseId);

/** A job was given up after its last try. Without its copy a citizen is owed one. */
export async function giveUp(office: Office, { caseId, documentId }: JobData): Promise<void> {
  if (documentId !== undefined) return giveUpDocument(office, { caseId, documentId });
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (!isConfirmed(row) || row.copyDeliveredAt !== null) return;
    await openTask(office, tx, { caseId, kind: 'copy-not-delivered' });
    await saveCase(office, tx, row, {});
  });
}
