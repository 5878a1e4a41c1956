import { and, eq } from 'drizzle-orm';
import { sha256Hex } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { Office, StaffActor } from '../../context.ts';
import { makeId } from '../../tokens.ts';
import { documents } from '../documents/tables.ts';
import { storeFile } from '../documents/vault.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { acts } from '../signing/tables.ts';
import { findRevision, missingSigners } from './confirmations.ts';
import { stateAfter } from './lifecycle.ts';
import { findCase } from './queries.ts';
import { lockCase, saveCase } from './record.ts';
import type { CaseRow } from './tables.ts';

/** The way by paper: the signed sheet comes back through the desk's scanner. And the clerk's word beside a mark. */

/** The sheets in the scanner of the desk the case lay at last. */
export const listScans = (office: Office, row: CaseRow) =>
  row.lastDeskId === null ? Promise.resolve([]) : office.scanner.list(row.lastDeskId);

/**
 * Files the scan as the confirmation of everybody who still has to confirm. Refuses with `scan-unusable`. The sheet
 * leaves the scanner only after it is stored.
 */
export async function filePaper(office: Office, actor: StaffActor, caseId: string, scanId: string): Promise<CaseRow> {
  const { state: before, lastDeskId: deskId } = await findCase(office.db, caseId);
  stateAfter('file-paper', before);
  // Outside the transaction: the scanner is another system.
  const scan = deskId === null ? undefined : await office.scanner.fetch(deskId, scanId);
  if (deskId === null || !scan || !isPdf(scan)) throw new Refusal('scan-unusable');
  const filed = await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const state = stateAfter('file-paper', row.state);
    const revision = await findRevision(tx, caseId, row.revision);
    if (!revision) throw new Error(`case ${caseId} has no revision ${row.revision}`);
    const sha256 = await sha256Hex(scan);
    const paper = { caseId, revision: row.revision, at: toInstant(office.now()) } as const;
    const file = { blob: await storeFile(office, tx, caseId, scan), sha256 };
    const document = { documentId: makeId(office), kind: 'paper-scan', state: 'plain', copies: 0 } as const;
    await tx.insert(documents).values({ ...paper, ...document, ...file });
    const { declarationHash } = revision;
    for (const signer of await missingSigners(tx, revision)) {
      const act = { actId: makeId(office), signer, method: 'paper', state: 'valid', payloadHash: sha256 } as const;
      await tx.insert(acts).values({ ...paper, ...act });
      const details = { revision: String(row.revision), declarationHash, signer, sha256 };
      await appendEvidence(office, tx, { caseId, actor, event: 'paper-confirmed', details });
    }
    await office.jobs.send(tx, 'make-copy', { caseId });
    return saveCase(office, tx, row, { state });
  });
  await office.scanner.remove(deskId, scanId);
  return filed;
}

/** The clerk's note to a Handzeichen: who made it, and how he knew. It is no part of the declaration. */
export async function noteMark(
  office: Office,
  actor: StaffActor,
  caseId: string,
  { actId, note }: { actId: string; note: string },
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    stateAfter('note-mark', row.state);
    const own = and(eq(acts.caseId, caseId), eq(acts.actId, actId));
    const [act] = await tx.select().from(acts).where(own);
    if (!act) throw new Refusal('not-found');
    if (act.method !== 'mark') throw new Refusal('note-misplaced');
    if (act.note === note) return row;
    await tx.update(acts).set({ note }).where(own);
    const details = { actId, noteHash: await saltedHash(row.salt, note) };
    await appendEvidence(office, tx, { caseId, actor, event: 'mark-noted', details });
    return saveCase(office, tx, row, {});
  });
}

/** A scan is a PDF of at most `scanBytes`; what is inside is looked at by people, in a viewer. */
const isPdf = (bytes: Uint8Array): boolean =>
  bytes.length <= limits.scanBytes && new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
