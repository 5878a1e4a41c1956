import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import { sealEvidenceReport } from './evidence-report.ts';
import { sealDeclaration, sealMeldebestaetigung } from './jobs.ts';

/**
 * Seals right away what a job was ordered for, and waits for it three seconds at most. Whatever goes wrong here is the
 * job's to repeat: the case is accepted either way, and the screen hears when the document is there.
 */
export async function sealNow(
  office: Office,
  caseId: string,
  what: 'declaration' | 'meldebestaetigung' | { documentId: string },
): Promise<void> {
  const sealing =
    typeof what === 'object'
      ? sealEvidenceReport(office, { caseId, ...what })
      : (what === 'declaration' ? sealDeclaration : sealMeldebestaetigung)(office, { caseId });
  const work = sealing.catch((error: unknown) => {
    office.log.warn({ err: error, what }, 'not sealed at once, the job goes on');
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((wake) => (timer = setTimeout(wake, limits.sealWaitSeconds * 1000)));
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
