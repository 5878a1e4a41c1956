import { Refusal } from '../../../shared/base/refusal.ts';
import { saltedHash } from '../../../shared/evidence/chain.ts';
import type { DeviceActor, Office } from '../../context.ts';
import { findRevision } from '../cases/confirmations.ts';
import { expectCopy } from '../cases/copy-owed.ts';
import { endLease, findOpenLease } from '../cases/leases.ts';
import { isPossible, stateAfter } from '../cases/lifecycle.ts';
import { expectAtDesk, lockCase, lockCaseAtDesk, saveCase } from '../cases/record.ts';
import type { CaseRow } from '../cases/tables.ts';
import { printAt } from '../documents/print.ts';
import { typesetDeclaration } from '../documents/typeset-declaration.ts';
import { appendEvidence } from '../evidence/actions.ts';

/** The other ways out of the ceremony: declining, paper, and "Fertig". */

/** The citizen does not confirm. What he says about it is for the clerk; nobody has to give a reason. */
export async function declineCase(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  note: string | null,
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    if (row.state === 'declined') return row;
    const state = stateAfter('decline', row.state);
    const lease = await findOpenLease(tx, caseId);
    if (lease) await endLease(office, tx, lease, 'declined');
    // What he says about it is personal; the evidence holds only that something was said.
    const said: Record<string, string> = note === null ? {} : { noteHash: await saltedHash(row.salt, note) };
    const details = { revision: String(row.revision), ...said };
    await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'declined', details });
    return saveCase(office, tx, row, { state, declinedNote: note });
  });
}

/**
 * Prints the frozen revision with lines to sign on, at the desk's printer. Nothing is recorded unless the printer took
 * the sheet (`printer-failed`). Printing again is possible while the sheet is awaited.
 */
export async function printPaper(office: Office, actor: DeviceActor, caseId: string): Promise<CaseRow> {
  const before = await office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    if (row.state !== 'on-paper') stateAfter('print-paper', row.state);
    return row;
  });
  // No lock is held while paper runs through a printer.
  const pdf = await typesetDeclaration(office, office.db, before, 'paper');
  await printAt(office, { deskId: actor.deskId, name: `Erklaerung-${before.number}`, pdf });
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    if (row.revision !== before.revision) throw new Refusal('case-not-in-state', { state: row.state });
    const state = row.state === 'on-paper' ? row.state : stateAfter('print-paper', row.state);
    const lease = await findOpenLease(tx, caseId);
    if (lease) await endLease(office, tx, lease, 'on-paper');
    const declarationHash = (await findRevision(tx, caseId, row.revision))?.declarationHash ?? '';
    const details = { revision: String(row.revision), declarationHash };
    await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'paper-printed', details });
    return saveCase(office, tx, row, { state });
  });
}

/** "Fertig": the case leaves the tablet. Whoever has no copy yet leaves a task. Repeating it changes nothing. */
export async function endAtDesk(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  handedOver: readonly string[],
): Promise<void> {
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const isHere = !actor.isReplaced && row.lastDeskId === actor.deskId;
    if (row.deskId === null && isHere && isPossible('end', row.state)) return;
    expectAtDesk(row, actor);
    stateAfter('end', row.state);
    const details = { how: 'by-citizen', handedOver: handedOver.join(',') };
    await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'ended', details });
    await expectCopy(office, tx, row);
    await saveCase(office, tx, row, { deskId: null });
  });
}
