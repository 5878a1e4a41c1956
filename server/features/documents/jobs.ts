import { certificateAttachments } from '../../typesetting/attachments.ts';
import { issuedOn, meldebestaetigungSheet } from '../../typesetting/meldebestaetigung.ts';
import type { Office } from '../../context.ts';
import type { JobData } from '../../jobs.ts';
import { stateAfter } from '../cases/lifecycle.ts';
import { findCase } from '../cases/queries.ts';
import { openTask, saveCase } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { makeCopy } from './copies.ts';
import { findDocumentOf } from './queries.ts';
import { sealOrdered } from './seal-ordered.ts';
import { typesetDeclaration } from './typeset-declaration.ts';

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
  await sealOrdered(office, {
    documentId: ordered.documentId,
    typeset: (row) => typesetMeldebestaetigung(office, row),
    async onSealed(tx, row, { documentId, sha256, level }) {
      const details = { documentId, sha256, level };
      await appendEvidence(office, tx, { caseId, actor: 'system', event: 'certificate-sealed', details });
      const due = serviceOf(row).tasksAfterEntry(issuedOn(office.now()));
      for (const task of due) await openTask(office, tx, { caseId, kind: task.kind, path: task.path, due: task.due });
      await saveCase(office, tx, row, {});
    },
  });
}

async function typesetMeldebestaetigung(office: Office, row: CaseRow) {
  const entry = await office.register.entryOf(row.number);
  if (!entry) throw new Error(`the register has no entry of ${row.number}`);
  const { authority, origin, mode } = office.settings;
  const days = { issuedOn: issuedOn(office.now()), reportedOn: issuedOn(new Date(entry.on)) };
  const content = serviceOf(row).certificate(entry.answers, { authority, ...days });
  const sheet = meldebestaetigungSheet(content, { demo: mode === 'demo', checkAt: `${origin}/citizen/checking` });
  return office.typesetter.typeset({
    template: 'meldebestaetigung',
    data: JSON.stringify(sheet),
    attachments: certificateAttachments(content),
    madeAt: office.now(),
  });
}

/** The citizen's copy, so that it is there when it is asked for, and when nobody asked. */
export const makeCopyOf = (office: Office, { caseId }: JobData): Promise<void> => makeCopy(office, caseId);
