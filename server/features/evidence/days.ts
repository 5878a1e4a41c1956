import { and, asc, desc, eq, gte, isNull, lt, notExists, sql } from 'drizzle-orm';
import { fromHex, toBase64, toBase64Url, toHex } from '../../../shared/base/bytes.ts';
import { addDays } from '../../../shared/base/calendar.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Day } from '../../../shared/base/partial-date.ts';
import { leafOf } from '../../../shared/evidence/inclusion.ts';
import { rootOf } from '../../../shared/evidence/merkle.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { TimestampFailure } from '../../ports/timestamps.ts';
import { dayOf, startOf } from './office-day.ts';
import { evidenceDays, evidenceEntries, evidenceHeads, evidenceTimestamps } from './tables.ts';

/**
 * Every hour: closes the days that are over and have the roots of closed days timestamped. Several processes may do it
 * at once, a night that was missed is made up for, and doing it again changes nothing. A root waits for its time stamp
 * as long as it takes; what the last try failed at stands at the day.
 */
export async function closeDays(office: Office): Promise<void> {
  for (let isMore = true; isMore;) isMore = await office.db.transaction((tx) => closeNextDay(office, tx));
  await stampRoots(office);
}

/** Closes the oldest day that is over and open; says whether there was one. */
async function closeNextDay(office: Office, tx: Tx): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('evidence-days', 0))`);
  const day = await findOpenDay(tx, dayOf(office.now()));
  // Whoever began to write before midnight has long ended by then.
  const settled = new Date(office.now().getTime() - limits.dayClosesAfterMinutes * 60_000);
  if (day === undefined || day >= dayOf(settled)) return false;
  const heads = await listHeads(tx, day);
  const leaves = await Promise.all(
    heads.map(async ({ caseId, position, hash }) => {
      const salt = toBase64Url(office.randomBytes(16));
      return { caseId, position, salt, leaf: toHex(await leafOf({ salt, head: hash })) };
    }),
  );
  leaves.sort((one, other) => (one.leaf < other.leaf ? -1 : 1));
  const hashed = leaves.map(({ leaf }) => leaf);
  const root = toHex(await rootOf(hashed.map(fromHex)));
  await tx.insert(evidenceDays).values({ day, root, leaves: hashed, closedAt: toInstant(office.now()) });
  const rows = leaves.map(({ caseId, position, salt }, place) => ({ caseId, day, place, position, salt }));
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx.insert(evidenceHeads).values(rows.slice(at, at + rowsAtOnce));
  return true;
}

/** An entry that no closed day covers. */
const isOpen = (tx: Tx) =>
  notExists(
    tx
      .select({ one: sql`1` })
      .from(evidenceHeads)
      .where(
        and(eq(evidenceHeads.caseId, evidenceEntries.caseId), gte(evidenceHeads.position, evidenceEntries.position)),
      ),
  );

/**
 * The day of the oldest open entry after the last closed day; one that came later than that is found with its day. A day
 * that a clock which was fast closed before its time has come keeps no other from being closed.
 */
async function findOpenDay(tx: Tx, today: Day): Promise<Day | undefined> {
  const [last] = await tx
    .select({ day: evidenceDays.day })
    .from(evidenceDays)
    .where(lt(evidenceDays.day, today))
    .orderBy(desc(evidenceDays.day))
    .limit(1);
  const after = last ? gte(evidenceEntries.at, startOf(addDays(last.day, 1))) : undefined;
  const [entry] = await tx
    .select({ at: evidenceEntries.at })
    .from(evidenceEntries)
    .where(and(after, isOpen(tx)))
    .orderBy(asc(evidenceEntries.at))
    .limit(1);
  return entry && dayOf(entry.at);
}

/** The chains that grew and the last entry of each; also what a clock that was wrong dated into a day closed before. */
const listHeads = (tx: Tx, day: Day) =>
  tx
    .selectDistinctOn([evidenceEntries.caseId], {
      caseId: evidenceEntries.caseId,
      position: evidenceEntries.position,
      hash: evidenceEntries.hash,
    })
    .from(evidenceEntries)
    .where(
      and(
        gte(evidenceEntries.at, startOf(addDays(day, -limits.lateEvidenceDays))),
        lt(evidenceEntries.at, startOf(addDays(day, 1))),
        isOpen(tx),
      ),
    )
    .orderBy(asc(evidenceEntries.caseId), desc(evidenceEntries.position));

/** The oldest root first. Where nobody answers the others are not tried: the next hour comes. */
async function stampRoots(office: Office): Promise<void> {
  for (const { day, root } of await listUnstamped(office.db)) {
    try {
      const token = await office.timestamps.stamp(fromHex(root), AbortSignal.timeout(limits.rootStampSeconds * 1000));
      await office.db
        .insert(evidenceTimestamps)
        .values({ day, token: toBase64(token) })
        .onConflictDoNothing();
    } catch (error) {
      const problem = error instanceof TimestampFailure ? error.kind : 'no-answer';
      office.log.warn({ err: error, day, problem }, 'the root of a day has no time stamp yet');
      await office.db.update(evidenceDays).set({ problem }).where(eq(evidenceDays.day, day));
      return;
    }
    await office.db.update(evidenceDays).set({ problem: null }).where(eq(evidenceDays.day, day));
  }
}

const listUnstamped = (tx: Tx) =>
  tx
    .select({ day: evidenceDays.day, root: evidenceDays.root })
    .from(evidenceDays)
    .leftJoin(evidenceTimestamps, eq(evidenceTimestamps.day, evidenceDays.day))
    .where(isNull(evidenceTimestamps.day))
    .orderBy(asc(evidenceDays.day));

const rowsAtOnce = 500;
