import { and, asc, eq, inArray, isNull, lt, notExists, or, type SQL, sql } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { documents } from '../documents/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { abandonedBefore, eraseCase, unclear } from './erase.ts';
import { lifecycle, stateAfter } from './lifecycle.ts';
import { lockCase, saveCase } from './record.ts';
import { cases, tasks } from './tables.ts';

/**
 * Every hour: what ended without a confirmation and could not be erased at once, and what nobody touched for
 * `draftLifetimeDays`. It needs no right that the application lacks, because the evidence stays.
 */
export async function eraseAbandoned(office: Office): Promise<void> {
  const due = await office.db
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(isAbandoned(office, office.db))
    .orderBy(asc(cases.changedAt))
    .limit(limits.erasedAtOnce);
  for (const { caseId } of due) {
    // One case that resists keeps no other from being erased.
    await office.db
      .transaction((tx) => eraseIfAbandoned(office, tx, caseId))
      .catch((error: unknown) => office.log.error({ err: error, caseId }, 'an abandoned case was not erased'));
  }
}

async function eraseIfAbandoned(office: Office, tx: Tx, caseId: string): Promise<void> {
  const row = await lockCase(tx, caseId);
  const still = and(eq(cases.caseId, caseId), isAbandoned(office, tx));
  // Somebody may have gone on with it since the list was read.
  if ((await tx.select({ caseId: cases.caseId }).from(cases).where(still)).length === 0) return;
  const isOver = row.state === 'finished';
  const because = isOver ? 'ended' : 'untouched';
  if (!isOver) await appendEvidence(office, tx, { caseId, actor: 'system', event: 'ended', details: { how: because } });
  const erased = await eraseCase(office, tx, row, { actor: 'system', because });
  await saveCase(office, tx, row, {
    ...erased,
    state: isOver ? row.state : stateAfter('abandon', row.state),
    deskId: null,
  });
}

/** Whatever was accepted has its declaration; it is kept as long as the law says. */
function isAbandoned(office: Office, tx: Tx): SQL | undefined {
  const sealed = and(eq(documents.caseId, cases.caseId), eq(documents.kind, 'declaration'));
  const over = [
    eq(cases.state, 'finished'),
    lt(cases.changedAt, toInstant(abandonedBefore(office))),
    notExists(
      tx
        .select({ one: sql`1` })
        .from(documents)
        .where(sealed),
    ),
  ];
  const untouchedSince = new Date(office.now().getTime() - limits.draftLifetimeDays * 86_400_000);
  const drafts = [inArray(cases.state, lifecycle.abandon.from), lt(cases.changedAt, toInstant(untouchedSince))];
  const clear = notExists(
    tx
      .select({ one: sql`1` })
      .from(tasks)
      .where(and(eq(tasks.caseId, cases.caseId), unclear)),
  );
  return and(isNull(cases.erasedAt), clear, or(and(...over), and(...drafts)));
}
