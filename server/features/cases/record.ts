import { eq, sql } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { makeId } from '../../tokens.ts';
import { type CaseRow, cases, tasks } from './tables.ts';

/**
 * The spine of every action on a case: take the row under its lock, change it, tell who shows it. The features
 * `signing` and `documents` stand on it too; nobody writes to `cases` past it.
 */
export async function lockCase(tx: Tx, caseId: string): Promise<CaseRow> {
  const [row] = await tx.select().from(cases).where(eq(cases.caseId, caseId)).for('update');
  if (!row) throw new Refusal('not-found');
  return row;
}

/**
 * The same for a tablet: only the case that lies at its desk, while no other tablet took its place there. A case that lay there and was taken back says so; any
 * other one does not exist for it.
 */
export async function lockCaseAtDesk(tx: Tx, caseId: string, actor: DeviceActor): Promise<CaseRow> {
  const row = await lockCase(tx, caseId);
  expectAtDesk(row, actor);
  return row;
}

export function expectAtDesk(row: CaseRow, actor: DeviceActor): void {
  if (row.deskId === actor.deskId && !actor.isReplaced) return;
  throw new Refusal(
    !actor.isReplaced && row.deskId === null && row.lastDeskId === actor.deskId ? 'case-recalled' : 'not-found',
  );
}

export type CaseChange = Partial<Omit<CaseRow, 'caseId' | 'number' | 'version' | 'changedAt'>>;

/** Writes the change, counts the version up and tells every screen that shows the case or its desk. */
export async function saveCase(
  office: Pick<Office, 'now' | 'live'>,
  tx: Tx,
  before: CaseRow,
  change: CaseChange,
): Promise<CaseRow> {
  const next = { ...before, ...change, version: before.version + 1, changedAt: toInstant(office.now()) };
  // What lies on a desk changed; a field alone is no news for a tablet that waits.
  const isNews = before.deskId !== next.deskId || before.state !== next.state;
  const desks = isNews ? new Set([before.deskId, next.deskId].filter((deskId) => deskId !== null)) : [];
  // Sent together: one journey to the database, and nobody hears of it unless all of it is committed.
  const [[after]] = await Promise.all([
    tx
      .update(cases)
      .set({ ...change, version: next.version, changedAt: next.changedAt })
      .where(eq(cases.caseId, before.caseId))
      .returning(),
    tell(office, tx, next),
    ...[...desks].map((deskId) => tellDesk(office, tx, deskId)),
  ]);
  if (!after) throw new Error(`case ${before.caseId} vanished under its lock`);
  return after;
}

/** The desk that shows the case hears of it; after a recall the desk that showed it last. */
export async function tell(office: Pick<Office, 'live'>, tx: Tx, row: CaseRow): Promise<void> {
  const message = { about: 'case', id: row.caseId, version: row.version } as const;
  await office.live.publish(tx, message, { deskId: row.deskId ?? row.lastDeskId });
}

async function tellDesk(office: Pick<Office, 'live'>, tx: Tx, deskId: string): Promise<void> {
  const [next] = await tx.execute<{ version: string }>(sql`select nextval('desk_versions') as version`);
  await office.live.publish(tx, { about: 'desk', id: deskId, version: Number(next?.version) });
}

/** Something for somebody in the office to do; while it is open, the same reason adds nothing. */
export async function openTask(
  office: Office,
  tx: Tx,
  task: { caseId: string; kind: string; path?: string; due?: string },
): Promise<void> {
  const { caseId, kind, path = '', due = null } = task;
  const row = { taskId: makeId(office), caseId, kind, path, due, openedAt: toInstant(office.now()) };
  await tx.insert(tasks).values(row).onConflictDoNothing();
}
