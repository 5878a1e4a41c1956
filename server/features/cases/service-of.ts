import { hashDefinition } from '../../../shared/declaration/hash.ts';
import type { ServiceDefinition } from '../../../shared/forms/definition.ts';
import { services } from '../../../shared/services/catalogue.ts';
import type { Facts, Service } from '../../../shared/services/service.ts';
import type { Office } from '../../context.ts';
import type { CaseRow } from './tables.ts';

/** The service a case is about, and what its rules need to know on this day. */
export const serviceOf = (row: Pick<CaseRow, 'service'>): Service => services[row.service];

export const factsOf = (office: Office, row: Pick<CaseRow, 'entitlementAssuredAt'>): Facts => ({
  today: dayInBerlin.format(office.now()),
  officeAgs: office.settings.authority.ags,
  entitlementAssured: row.entitlementAssuredAt !== null,
});

/** The hash of a definition; it is frozen, so it is worked out once. */
export function definitionHashOf({ definition }: Service): Promise<string> {
  const known = hashes.get(definition) ?? hashDefinition(definition);
  hashes.set(definition, known);
  return known;
}
const hashes = new WeakMap<ServiceDefinition, Promise<string>>();

/** Deadlines end with the day of the office, not with that of UTC. The Swedish format is the one that writes `YYYY-MM-DD`. */
const dayInBerlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
