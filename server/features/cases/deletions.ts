import { and, eq, gt, type SQL } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import type { Deletion } from '../../ports/deletion-log.ts';
import { evidenceEntries } from '../evidence/tables.ts';
import { cases } from './tables.ts';

/**
 * Carries into the deletion log what was erased: a job commits with the erasing and writes afterwards, so no entry
 * stands for a case that is still there, and none is missing for longer than the job needs. Every hour all erased cases
 * that a backup could still hold are looked at again; so a log that was lost, or lies on another machine, fills up.
 */
export const logDeletion = (office: Office, { caseId }: { caseId: string }): Promise<void> =>
  log(office, eq(cases.caseId, caseId));

export function logRecentDeletions(office: Office): Promise<void> {
  const since = new Date(office.now().getTime() - limits.backupDays * 86_400_000);
  return log(office, gt(cases.erasedAt, toInstant(since)));
}

async function log(office: Office, which: SQL): Promise<void> {
  const erased = and(eq(evidenceEntries.caseId, cases.caseId), eq(evidenceEntries.event, 'erased'));
  const rows = await office.db
    .select({ id: cases.caseId, at: evidenceEntries.at, details: evidenceEntries.details })
    .from(cases)
    .innerJoin(evidenceEntries, erased)
    .where(which)
    .orderBy(evidenceEntries.at);
  const deletions = rows.map(({ id, at, details }): Deletion => {
    return { what: 'case', id, at, rule: details['because'] === 'untouched' ? 'untouched' : 'ended' };
  });
  if (deletions.length > 0) await office.deletionLog.note(deletions);
}
