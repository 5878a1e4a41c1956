import { limits } from '../../base/limits.ts';
import type { Answer, Answers, Item } from '../../forms/answers.ts';
import type { Finding } from '../../forms/finding.ts';
import { addressAt, isBranch, isItems, itemsAt, textAt } from '../../forms/paths.ts';
import { setAnswer } from '../../forms/set-answer.ts';
import { showAddress } from '../../forms/show.ts';
import type { RegisterQuery } from '../service.ts';
import { definition } from './definition.ts';
import { ruleFinding } from './rule-finding.ts';

/** A case begins with so many empty persons; the first one declares, until the clerk says otherwise. */
export function emptyAnswers(personCount: number): Answers {
  const count = Math.min(Math.max(personCount, 1), limits.personsPerCase);
  const persons: Item[] = Array.from({ length: count }, (_, at) => ({ id: `p${at + 1}` }));
  return {
    rolle: 'self',
    persons: persons.map((person, at) => (at === 0 ? { ...person, beziehung: 'self' } : person)),
  };
}

/**
 * The prefilled Meldeschein from a record of the register. A record marks who is protected by § 51 or § 52 BMG with
 * `sperre` in the person, spouse, representative or child it is about; of those nothing comes through but the first
 * person's own data (§ 23 Abs. 2 Satz 2 BMG, R-046). Whether a person is missing for that reason cannot be told:
 * the places left are empty, as they are for somebody the register does not know.
 */
export function fromRegister(record: Answers, personCount: number): Answers {
  const visible = itemsAt(record, 'persons').filter((person, at) => at === 0 || !isProtected(person));
  let answers = emptyAnswers(personCount);
  for (const [field, value] of Object.entries(record))
    if (field !== 'persons') answers = keep(answers, field, withoutProtected(value));
  for (const [at, { id }] of itemsAt(answers, 'persons').entries())
    for (const [field, value] of Object.entries(visible[at] ?? {}))
      if (field !== 'id') answers = keep(answers, `persons.${id}.${field}`, withoutProtected(value));
  return answers;
}

/** What the definition has no place for stays in the register. */
const keep = (answers: Answers, path: string, value: Answer | undefined): Answers =>
  (value === undefined ? undefined : setAnswer(definition, answers, path, value)) ?? answers;

const isProtected = (value: unknown): boolean => isBranch(value) && value['sperre'] !== undefined;

function withoutProtected(value: Answer | undefined): Answer | undefined {
  if (isItems(value)) return value.filter((item) => !isProtected(item));
  return isProtected(value) ? undefined : value;
}

/** The register is asked with family name, given names, birth date and last address, all four (§ 23 Abs. 3 BMG, R-047). */
export function registerQuery(answers: Answers): { query: RegisterQuery } | { findings: readonly Finding[] } {
  const first = itemsAt(answers, 'persons')[0] ?? { id: 'p1' };
  const address = addressAt(answers, 'bisherigeWohnung');
  const query: RegisterQuery = {
    familienname: textAt(first, 'familienname'),
    vornamen: textAt(first, 'vornamen'),
    geburtsdatum: textAt(first, 'geburtsdatum'),
    letzteAnschrift: address?.street && address.postcode && address.city ? showAddress(address, 'de') : '',
  };
  const paths = {
    familienname: `persons.${first.id}.familienname`,
    vornamen: `persons.${first.id}.vornamen`,
    geburtsdatum: `persons.${first.id}.geburtsdatum`,
    letzteAnschrift: 'bisherigeWohnung',
  };
  const missing = (['familienname', 'vornamen', 'geburtsdatum', 'letzteAnschrift'] as const).filter(
    (part) => query[part] === '',
  );
  if (missing.length === 0) return { query };
  return { findings: missing.map((part) => ruleFinding('register-query-incomplete', paths[part])) };
}
