import { limits } from '../../base/limits.ts';
import type { Answer, Answers, Item } from '../../forms/answers.ts';
import { isGiven } from '../../forms/conditions.ts';
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
 * person's own data (§ 23 Abs. 2 Satz 2 BMG, R-046), nor where others name a protected person of the record. Whether
 * somebody is missing for that reason cannot be told: the place left is empty, as for anybody the register does not
 * know.
 */
export function fromRegister(record: Answers, personCount: number): Answers {
  const [first, ...others] = itemsAt(record, 'persons');
  const hidden = new Set(others.filter(isMarked).map(nameAndBirth));
  const visible = [first, ...others.filter((person) => !isMarked(person))];
  let answers = emptyAnswers(personCount);
  for (const [field, value] of Object.entries(record)) if (field !== 'persons') answers = keep(answers, field, value);
  for (const [at, { id }] of itemsAt(answers, 'persons').entries())
    for (const [field, value] of Object.entries(visible[at] ?? {}))
      if (field !== 'id') answers = keep(answers, `persons.${id}.${field}`, withoutProtected(value, hidden));
  return answers;
}

/** What the definition has no place for stays in the register. */
const keep = (answers: Answers, path: string, value: Answer | undefined): Answers =>
  (value === undefined ? undefined : setAnswer(definition, answers, path, value)) ?? answers;

function withoutProtected(value: Answer | undefined, hidden: ReadonlySet<string>): Answer | undefined {
  const isProtected = (relative: Answers) => isMarked(relative) || hidden.has(nameAndBirth(relative));
  if (isItems(value)) {
    const shown = value.filter((item) => !isProtected(item));
    return shown.length === 0 ? undefined : shown;
  }
  return isBranch(value) && isProtected(value) ? undefined : value;
}

const isMarked = (person: Answers): boolean => isGiven(person['sperre']);

const nameAndBirth = (person: Answers): string =>
  JSON.stringify(['familienname', 'vornamen', 'geburtsdatum'].map((field) => textAt(person, field)));

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
