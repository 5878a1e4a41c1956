import type { Answers, Item } from '../../forms/answers.ts';
import type { Finding } from '../../forms/finding.ts';
import { itemsAt } from '../../forms/paths.ts';
import type { Facts } from '../service.ts';
import { exampleFacts, familyOfFour } from './examples.ts';
import { anmeldungFindings } from './rules.ts';
import { anmeldung } from './service.ts';

/** The family of the examples with something changed, as the tests of the rules need it. */
export const people = itemsAt(familyOfFour, 'persons');
export const [mother, , daughter] = people as readonly [Item, Item, Item, Item];

/** The family with one person changed. */
export const familyWith = (id: string, change: Answers): Answers => ({
  ...familyOfFour,
  persons: people.map((person) => (person.id === id ? { ...person, ...change, id } : person)),
});

/** One of them moving in alone, unmarried unless said otherwise. */
export const alone = (person: Item, change: Answers = {}, top: Answers = {}): Answers => ({
  ...familyOfFour,
  ...top,
  persons: [{ ...person, beziehung: 'self', ehegatteDabei: null, familienstand: 'LD', ...change, id: 'p1' }],
});

export const rules = (answers: Answers, facts: Facts = exampleFacts): readonly Finding[] =>
  anmeldungFindings(answers, facts);
export const codes = (answers: Answers, facts?: Facts): readonly string[] =>
  rules(answers, facts).map(({ code }) => code);
export const errors = (answers: Answers): readonly Finding[] =>
  anmeldung.findings(answers, exampleFacts).filter(({ severity }) => severity === 'error');
