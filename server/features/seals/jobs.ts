import type { Office } from '../../context.ts';
import { refreshSealStatus } from '../documents/seal-status.ts';
import { presentSeals } from './present.ts';
import { listSeals } from './queries.ts';

/**
 * Once a day: are the issuers still standing by the office's seals, and how long do these last? What has to be done is
 * said in the log, by the figures and on the page of who runs the office; what may not seal any more is refused where
 * seals are made, not here.
 */
export async function watchSeals(office: Office): Promise<void> {
  for (const seal of await office.sealer.seals()) await refreshSealStatus(office, seal);
  const { seals, isCovered } = presentSeals(await listSeals(office));
  for (const { place, concern, daysLeft, validTo } of seals)
    if (concern !== 'none' && concern !== 'not-yet')
      office.log.warn({ place, concern, daysLeft, validTo, isCovered }, 'the seal needs somebody to see to it');
  await office.db.transaction((tx) =>
    office.live.publish(tx, { about: 'seals', id: 'office', version: office.now().getTime() }),
  );
}
