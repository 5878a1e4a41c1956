import { eq } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import type { Locale } from '../../../shared/base/locale.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { isPossible, stateAfter } from '../cases/lifecycle.ts';
import { lockCaseAtDesk, saveCase } from '../cases/record.ts';
import { serviceOf } from '../cases/service-of.ts';
import type { CaseRow } from '../cases/tables.ts';
import { joinDevice } from '../cases/tablets.ts';
import { withoutSensitive } from '../cases/answer-tree.ts';
import { devices } from '../devices/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';

/** The citizen sits down: begins, assures, chooses how to read and what the clerk sees when. All can be repeated. */

export async function beginCase(office: Office, actor: DeviceActor, caseId: string, locale: Locale): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    if (isPossible('fill', row.state) || isPossible('leave-review', row.state)) return row;
    const state = stateAfter('begin', row.state);
    await joinTablet(office, tx, caseId, actor);
    await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'begun', details: { locale } });
    return saveCase(office, tx, row, { state, locale });
  });
}

/** § 23 Abs. 4 BMG: the assurance to be entitled, after the instruction on § 202a StGB. */
export async function assureEntitlement(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  said: { statement: string; instruction: string },
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    if (row.entitlementAssuredAt !== null) return row;
    stateAfter('fill', row.state);
    await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'entitlement-assured', details: said });
    return saveCase(office, tx, row, { entitlementAssuredAt: toInstant(office.now()) });
  });
}

export async function chooseLocale(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  locale: Locale,
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    stateAfter('fill', row.state);
    return row.locale === locale ? row : saveCase(office, tx, row, { locale });
  });
}

/** „Erst am Ende zeigen“: from now on the clerk sees what is typed at review only. Taking it back shows it at once. */
export async function showAtEnd(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  showsAtEnd: boolean,
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    stateAfter('fill', row.state);
    if (row.showsAtEnd === showsAtEnd) return row;
    const details = { value: String(showsAtEnd) };
    await appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'shown-at-end', details });
    const seen = showsAtEnd
      ? row.answersForClerk
      : withoutSensitive(serviceOf(row).definition, row.answersForClerk, row.answers);
    return saveCase(office, tx, row, { showsAtEnd, answersForClerk: seen });
  });
}

/** A tablet that was paired after the hand-over joins the case's evidence when it begins or reviews. */
export async function joinTablet(office: Office, tx: Tx, caseId: string, actor: DeviceActor): Promise<void> {
  const [device] = await tx.select().from(devices).where(eq(devices.deviceId, actor.deviceId));
  if (device) await joinDevice(office, tx, caseId, device);
}
