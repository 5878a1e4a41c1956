import { describe, expect, test } from 'vitest';
import { setAnswer } from '../../../../shared/forms/set-answer.ts';
import { exampleFacts, familyOfFour } from '../../../../shared/services/anmeldung/examples.ts';
import { services } from '../../../../shared/services/catalogue.ts';
import {
  errorsForOffice,
  errorsIn,
  headingOf,
  isFolded,
  isOnlyOffered,
  isVoluntary,
  leftEmpty,
  nearestStep,
  stepOfPath,
  stepOfSection,
  stepsOf,
  titleOf,
} from './steps.ts';

const service = services.anmeldung;
const { definition, texts, findings } = service;
const steps = stepsOf(service, familyOfFour);

describe('the steps of a form on the tablet', () => {
  test('a family of four goes person by person: who it is, the family, and what is voluntary together', () => {
    const ofPerson = (id: string) => [`person-${id}`, `familie-${id}`, `ausweise-${id}`];
    expect(steps.map(({ id }) => id)).toEqual([
      'umzug',
      'bisher',
      ...['p1', 'p2', 'p3', 'p4'].flatMap(ofPerson),
      'wohnungsgeber',
    ]);
    const voluntary = steps.find(({ id }) => id === 'ausweise-p2');
    expect(voluntary?.sections.map(({ id }) => id)).toEqual(['ausweise-p2', 'rechte-p2']);
    expect(voluntary?.title.de).toBe('Freiwilliges zu Person 2');
    expect(steps.filter(isFolded).map(({ id }) => id)).toEqual([
      'ausweise-p1',
      'ausweise-p2',
      'ausweise-p3',
      'ausweise-p4',
    ]);
  });

  test('no step asks more than one person’s record of the register has', () => {
    const asked = steps.map(
      ({ sections }) => sections.flatMap(({ fields }) => fields.filter(({ field }) => field.by !== 'clerk')).length,
    );
    expect(Math.max(...asked)).toBeLessThanOrEqual(16);
  });

  test('what only the office fills in is on no step', () => {
    const sections = steps.flatMap((step) => step.sections);
    expect(sections.every(({ fields }) => fields.some(({ field }) => field.by !== 'clerk'))).toBe(true);
  });

  test('the second person’s step carries the number, and the name once it is known', () => {
    const second = steps.find(({ id }) => id === 'person-p2');
    expect(second?.title).toMatchObject({ de: 'Person 2', en: 'Person 2' });
    expect(second && headingOf(second).de).toBe('Person 2: Ștefan Șerban-Wójcik');
    const unknown = stepsOf(service, service.emptyAnswers(2)).find(({ id }) => id === 'person-p2');
    expect(unknown && headingOf(unknown).de).toBe('Person 2');
  });

  test('a section within a step keeps its own title, and the way to it is known', () => {
    const rights = stepOfSection(steps, 'rechte-p3');
    expect(rights?.id).toBe('ausweise-p3');
    expect(rights?.sections[1] && titleOf(rights.sections[1], texts).de).toContain('von Person 3');
    expect(stepOfSection(steps, 'nowhere')).toBeUndefined();
  });

  test('objections and papers nobody filled in are known, for the review has no card for them', () => {
    expect(leftEmpty(steps).map(({ id }) => id)).toEqual([
      'rechte-p2',
      'ausweise-p3',
      'rechte-p3',
      'ausweise-p4',
      'rechte-p4',
    ]);
  });

  test('an error that only the clerk is told keeps from the review too, as the office’s', () => {
    const finding = { path: 'persons.p2.vornamen', severity: 'error', code: 'x', only: 'clerk' } as const;
    expect(errorsForOffice(steps, [finding])).toEqual([finding]);
  });

  test('papers and objections are voluntary; only those nobody has filled in are merely offered', () => {
    const sections = steps.flatMap((step) => step.sections);
    const voluntary = sections.filter(({ section }) => isVoluntary(section));
    expect(new Set(voluntary.map(({ section }) => section.id))).toEqual(new Set(['ausweise', 'rechte']));
    const offered = voluntary.filter((section) => isOnlyOffered(section, []));
    expect(offered.map(({ id }) => id)).toEqual(['rechte-p2', 'ausweise-p3', 'rechte-p3', 'ausweise-p4', 'rechte-p4']);
  });

  test.for<[whom: string, only: 'clerk' | 'citizen' | undefined, isOffered: boolean]>([
    ['the citizen', 'citizen', false],
    ['everybody', undefined, false],
    ['the clerk', 'clerk', true],
  ])(
    'something to be said to %s about an empty section: only %s reads it, merely offered %s',
    ([, only, isOffered]) => {
      const papers = stepOfSection(steps, 'ausweise-p3')?.sections.find(({ id }) => id === 'ausweise-p3');
      const finding = { path: 'persons.p3.ausweisdokumente', severity: 'info', code: 'x' } as const;
      const said = only === undefined ? finding : { ...finding, only };
      expect(papers && isOnlyOffered(papers, [said])).toBe(isOffered);
    },
  );

  test('a missing answer keeps on its own step only', () => {
    const answers = setAnswer(definition, familyOfFour, 'persons.p2.geburtsort', null) ?? {};
    const wrong = findings(answers, exampleFacts);
    const now = stepsOf(service, answers);
    const withErrors = now.filter((step) => errorsIn(step, wrong).length > 0).map(({ id }) => id);
    expect(withErrors).toEqual(['person-p2']);
    expect(errorsForOffice(now, wrong)).toEqual([]);
    expect(stepOfPath(now, 'persons.p2.geburtsort')?.id).toBe('person-p2');
  });

  test('what is missing in a field of the office is told as the office’s', () => {
    const answers = setAnswer(definition, familyOfFour, 'persons.p2.beziehung', null) ?? {};
    const wrong = findings(answers, exampleFacts);
    expect(errorsForOffice(stepsOf(service, answers), wrong)).not.toEqual([]);
  });

  test.for<[wanted: string, left: string[], at: number]>([
    ['b', ['a', 'b', 'c'], 1],
    ['b', ['a', 'c'], 1],
    ['c', ['a', 'b'], 1],
    ['c', [], 0],
  ])('a step %s that may be gone from %j leads to step number %i', ([wanted, left, at]) => {
    const still = left.map((id) => ({ id, title: { de: id, plain: id, en: id }, name: '', sections: [] }));
    expect(nearestStep(still, ['a', 'b', 'c'], wanted)).toBe(at);
  });
});
