import type { InferOutput } from 'valibot';
import { limits } from '../../../shared/base/limits.ts';
import { services } from '../../../shared/services/catalogue.ts';
import type { RegisterMatches, RegisterSearch } from '../../../shared/wire/cases.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { RegisterRecord } from '../../ports/register.ts';
import { countTry, type Limit } from '../../rate-limit.ts';
import { keepFind } from './register-finds.ts';
import { noteLookUp } from './register-log.ts';

export const searchLimit: Limit = {
  what: 'register-search',
  tries: limits.registerSearches,
  seconds: limits.registerSearchesSeconds,
};

/**
 * Asks the register for the record to start from (§ 23 Abs. 3 BMG). None and several look the same from outside
 * (§ 4 Abs. 3 1. BMeldDÜV, R-128): the Meldeschein is then filled in by hand. Nobody asks so often that a date of birth
 * could be tried out, and nobody is answered before the log has the question.
 */
export async function searchRegister(
  office: Office,
  actor: StaffActor,
  asked: InferOutput<typeof RegisterSearch>,
): Promise<InferOutput<typeof RegisterMatches>> {
  await countTry(office, searchLimit, actor.staffId);
  const found = await office.register.lookUp(asked);
  const given = found && summaryOf(found);
  return office.db.transaction(async (tx) => {
    const searchId = await noteLookUp(office, tx, actor, { kind: 'searched', asked, given, source: found?.source });
    if (!found || !given) return { matches: [] };
    const registerKey = await keepFind(office, tx, actor, { searchId, registerKey: found.key });
    return { matches: [{ registerKey, ...given }] };
  });
}

/** Enough to see that it is the right family. */
function summaryOf({ answers }: RegisterRecord): { name: string; persons: number } {
  const service = services.anmeldung;
  const count = Array.isArray(answers['persons']) ? answers['persons'].length : 1;
  const visible = service.fromRegister(answers, count);
  const persons = service.personsOf(visible).filter(({ name }) => name !== '').length;
  return { name: service.firstPersonName(visible), persons: Math.max(1, persons) };
}
