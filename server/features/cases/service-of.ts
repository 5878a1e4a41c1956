import { services } from '../../../shared/services/catalogue.ts';
import type { Facts, Service } from '../../../shared/services/service.ts';
import type { Office } from '../../context.ts';
import type { CaseRow } from './tables.ts';

/** The service a case is about, and what its rules need to know on this day. */
export const serviceOf = (row: Pick<CaseRow, 'service'>): Service => services[row.service];

export const factsOf = (office: Office, row: Pick<CaseRow, 'entitlementAssuredAt'>): Facts => ({
  today: dayIn('Europe/Berlin', office.now()),
  officeAgs: office.settings.authority.ags,
  entitlementAssured: row.entitlementAssuredAt !== null,
});

/** Deadlines end with the day of the office, not with that of UTC. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
