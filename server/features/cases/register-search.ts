import type { InferOutput } from 'valibot';
import { services } from '../../../shared/services/catalogue.ts';
import type { RegisterMatches, RegisterSearch } from '../../../shared/wire/cases.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Office, StaffActor } from '../../context.ts';
import { countTry } from '../../rate-limit.ts';

/**
 * Asks the register for the record to start from (§ 23 Abs. 3 BMG). None and several look the same from outside
 * (§ 4 Abs. 3 1. BMeldDÜV, R-128): the Meldeschein is then filled in by hand. Nobody asks so often that a date of birth
 * could be tried out.
 */
export async function searchRegister(
  office: Office,
  actor: StaffActor,
  search: InferOutput<typeof RegisterSearch>,
): Promise<InferOutput<typeof RegisterMatches>> {
  const limit = { what: 'register-search', tries: limits.registerSearches, seconds: limits.registerSearchesSeconds };
  await countTry(office, limit, actor.staffId);
  const found = await office.register.lookUp(search);
  if (!found) return { matches: [] };
  const service = services.anmeldung;
  const count = Array.isArray(found.answers['persons']) ? found.answers['persons'].length : 1;
  const visible = service.fromRegister(found.answers, count);
  const persons = service.personsOf(visible).filter(({ name }) => name !== '').length;
  return {
    matches: [{ registerKey: found.key, name: service.firstPersonName(visible), persons: Math.max(1, persons) }],
  };
}
