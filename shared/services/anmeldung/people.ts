import { ageOn, type Day, partialDateOf } from '../../base/partial-date.ts';
import type { Answers, Item } from '../../forms/answers.ts';
import { answerAt, itemsAt, textAt } from '../../forms/paths.ts';
import type { Signer } from '../../declaration/declaration.ts';
import type { Facts, Person } from '../service.ts';

/** The people of an Anmeldung: who they are, how old, and who among them declares (§ 17 Abs. 3, § 23 Abs. 4 BMG). */
export const personsOf = (answers: Answers): readonly Person[] =>
  itemsAt(answers, 'persons').map((person) => ({ id: person.id, name: nameOf(person) }));

/** `Dr. Aleksandra Șerban`, as far as it is known. */
export function nameOf(person: Item): string {
  const given = textAt(person, 'gebraeuchlicherVorname') || textAt(person, 'vornamen');
  return [textAt(person, 'doktorgrad'), given, textAt(person, 'familienname')].filter(Boolean).join(' ');
}

export function birthDateOf(answers: Answers, personId: string): string | undefined {
  return textAt(answers, `persons.${personId}.geburtsdatum`) || undefined;
}

/** A person's age in whole years, at least and at most; undefined while the birth date is not known at all. */
export function ageOf(person: Item, today: Day): { atLeast: number; atMost: number } | undefined {
  const birth = partialDateOf(textAt(person, 'geburtsdatum'));
  return birth && ageOn(birth, today);
}

/** Could be younger than this: worst case, because a birth date may be partial. */
export const mayBeUnder = (years: number, person: Item, today: Day): boolean => {
  const age = ageOf(person, today);
  return age !== undefined && age.atLeast < years;
};

/** The one who declares, where it is one of the persons themselves. */
export function declaringPerson(answers: Answers): Item | undefined {
  return textAt(answers, 'rolle') === 'self' ? itemsAt(answers, 'persons')[0] : undefined;
}

/** One declares for others: then their data wait for assurance and instruction. */
export const needsEntitlement = (answers: Answers): boolean =>
  itemsAt(answers, 'persons').length > 1 || textAt(answers, 'rolle') !== 'self';

/** Only the declaring person's own data, without relatives named in them; of the others only that they exist. */
export function withoutRelatives(answers: Answers): Answers {
  const own = declaringPerson(answers);
  const { rolle, anmeldendePerson } = answers;
  if (!own) return { rolle, anmeldendePerson, persons: itemsAt(answers, 'persons').map(({ id }) => ({ id })) };
  const persons = itemsAt(answers, 'persons').map((person) =>
    person.id === own.id ? withoutFields(person, namesRelatives) : { id: person.id },
  );
  return { ...answers, persons };
}

const namesRelatives: ReadonlySet<string> = new Set(['ehegatte', 'gesetzlicheVertreter', 'minderjaehrigeKinder']);

const withoutFields = (person: Item, fields: ReadonlySet<string>): Item => ({
  ...Object.fromEntries(Object.entries(person).filter(([id]) => !fields.has(id))),
  id: person.id,
});

/**
 * Who would confirm. A family with the same move confirms once, through the first person. What only an adult can say
 * for himself (objections, the wish for a lock) that adult confirms too. Somebody else who declares is asked by name.
 */
export function signerSuggestions(answers: Answers, facts: Facts): readonly Signer[] {
  const role = textAt(answers, 'rolle');
  if (role !== 'self')
    return [{ id: 'declarant', role: signerRoleOf(role), name: textAt(answers, 'anmeldendePerson') }];
  const persons = itemsAt(answers, 'persons');
  const isJoint = persons.length > 1;
  return persons
    .filter((person, at) => at === 0 || decidesForThemselves(person, facts.today))
    .map((person, at) => ({ id: person.id, role: at === 0 && isJoint ? 'family' : 'self', name: nameOf(person) }));
}

/** The form asks `rolle` with the same words; before it is answered nobody can say more than that he declares for others. */
const signerRoleOf = (rolle: string): Signer['role'] =>
  rolle === 'householder' || rolle === 'guardian' || rolle === 'authorised' ? rolle : 'family';

/** A person of 16 or more with an objection or the wish for a lock. */
export const decidesForThemselves = (person: Item, today: Day): boolean =>
  !mayBeUnder(16, person, today) && personalChoices.some((field) => answerAt(person, field) === true);

const personalChoices = [
  'widerspruchReligion',
  'widerspruchParteien',
  'widerspruchJubilaeen',
  'widerspruchJahrgangsfeiern',
  'widerspruchUnionsbuerger',
  'auskunftssperreWunsch',
];
