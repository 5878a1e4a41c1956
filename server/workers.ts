import type { Office } from './context.ts';
import { logDeletion, logRecentDeletions } from './features/cases/deletions.ts';
import { deleteDueCases } from './features/cases/erase-due.ts';
import { eraseAbandoned } from './features/cases/jobs.ts';
import { purgeLookUps } from './features/cases/register-log.ts';
import { closeDays } from './features/evidence/days.ts';
import { sealEvidenceReport } from './features/documents/evidence-report.ts';
import { giveUp, makeCopyOf, sealDeclaration, sealMeldebestaetigung } from './features/documents/jobs.ts';
import { raiseLevel } from './features/documents/raise-level.ts';
import { orderRenewals } from './features/documents/renewals.ts';
import { watchSeals } from './features/seals/jobs.ts';
import { type JobData, jobNames, type OpenJobs, type QueueName } from './jobs.ts';

/** Which action carries out which job. A job may come twice; every action here leaves the same state both times. */
export const workers: Record<QueueName, (office: Office, data: JobData) => Promise<void>> = {
  'seal-document': sealDeclaration,
  'make-copy': makeCopyOf,
  'make-meldebestaetigung': sealMeldebestaetigung,
  'make-evidence-report': sealEvidenceReport,
  'raise-level': raiseLevel,
  'given-up': giveUp,
  'log-deletion': logDeletion,
  'erase-abandoned': async (office) => {
    await eraseAbandoned(office);
    await logRecentDeletions(office);
  },
  'purge-look-ups': purgeLookUps,
  'close-days': closeDays,
  'watch-seals': watchSeals,
  'delete-due': deleteDueCases,
  'order-renewals': orderRenewals,
};

/** Begins to take jobs in this process. */
export async function startWorkers(office: Office, queue: OpenJobs): Promise<void> {
  for (const name of jobNames) {
    const work = workers[name];
    if (work) await queue.work(name, (data) => work(office, data));
  }
}
