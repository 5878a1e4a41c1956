import { and, eq } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import type { Locale } from '../../../shared/base/locale.ts';
import type { Assistance } from '../../../shared/declaration/declaration.ts';
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
import { sittings } from './tables.ts';

/** The citizen sits down: begins, assures, chooses how to read and what the clerk sees when. All can be repeated. */

export async function beginCase(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  { locale, assistance = [] }: { locale: Locale; assistance?: readonly Assistance[] | undefined },
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    if (isPossible('fill', row.state) || isPossible('leave-review', row.state)) return row;
    const state = stateAfter('begin', row.state);
    await joinTablet(office, tx, caseId, actor);
    await sitDown(tx, caseId, assistance);
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

/** Who helps the citizen, as he says; the declaration will say so too. */
export async function chooseAssistance(
  office: Office,
  actor: DeviceActor,
  caseId: string,
  assistance: readonly Assistance[],
): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    stateAfter('fill', row.state);
    const chosen = [...new Set(assistance)].toSorted();
    await tx.update(sittings).set({ assistance: chosen }).where(eq(sittings.caseId, caseId));
    return saveCase(office, tx, row, {});
  });
}

/** What is missing only the office can enter: the clerk reads it at once. The review ends it, and a recall does. */
export async function awaitOffice(office: Office, actor: DeviceActor, caseId: string): Promise<CaseRow> {
  return office.db.transaction(async (tx) => {
    const row = await lockCaseAtDesk(tx, caseId, actor);
    stateAfter('fill', row.state);
    const waiting = and(eq(sittings.caseId, caseId), eq(sittings.awaitsOffice, false));
    const begun = await tx.update(sittings).set({ awaitsOffice: true }).where(waiting).returning();
    return begun.length === 0 ? row : saveCase(office, tx, row, {});
  });
}

/** Somebody sits down: nothing of whoever sat there before counts for him. */
async function sitDown(tx: Tx, caseId: string, assistance: readonly Assistance[]): Promise<void> {
  const fresh = {
    assistance: [...new Set(assistance)].toSorted(),
    awaitsOffice: false,
    recalledAt: null,
    recalledFrom: null,
    officeChanged: [],
  };
  await tx
    .insert(sittings)
    .values({ caseId, ...fresh })
    .onConflictDoUpdate({ target: sittings.caseId, set: fresh });
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
