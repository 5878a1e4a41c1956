import { describe, expect, test } from 'vitest';
import { setAnswer } from '../../../../shared/forms/set-answer.ts';
import { exampleFacts, familyOfFour } from '../../../../shared/services/anmeldung/examples.ts';
import { services } from '../../../../shared/services/catalogue.ts';
import { errorsForOffice, errorsIn, nearestStep, stepOfPath, stepsOf, titleOf } from './steps.ts';

const { definition, texts, findings } = services.anmeldung;
const steps = stepsOf(definition, familyOfFour);

describe('the steps of a form on the tablet', () => {
  test('what only the office fills in is no step', () => {
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.every(({ fields }) => fields.some(({ field }) => field.by !== 'clerk'))).toBe(true);
  });

  test('a step of the second person carries the number', () => {
    const second = steps.find(({ id }) => id === 'person-p2');
    expect(second && titleOf(second, texts)).toMatchObject({ de: 'Person 2', en: 'Person 2' });
  });

  test('a missing answer keeps on its own step only', () => {
    const answers = setAnswer(definition, familyOfFour, 'persons.p2.geburtsort', null) ?? {};
    const wrong = findings(answers, exampleFacts);
    const now = stepsOf(definition, answers);
    const withErrors = now.filter((step) => errorsIn(step, wrong).length > 0).map(({ id }) => id);
    expect(withErrors).toEqual(['person-p2']);
    expect(errorsForOffice(now, wrong)).toEqual([]);
    expect(stepOfPath(now, 'persons.p2.geburtsort')?.id).toBe('person-p2');
  });

  test('what is missing in a field of the office is told as the office’s', () => {
    const answers = setAnswer(definition, familyOfFour, 'persons.p2.beziehung', null) ?? {};
    const wrong = findings(answers, exampleFacts);
    expect(errorsForOffice(stepsOf(definition, answers), wrong)).not.toEqual([]);
  });

  test.for<[wanted: string, left: string[], at: number]>([
    ['b', ['a', 'b', 'c'], 1],
    ['b', ['a', 'c'], 1],
    ['c', ['a', 'b'], 1],
    ['c', [], 0],
  ])('a step %s that may be gone from %j leads to step number %i', ([wanted, left, at]) => {
    const sections = left.map((id) => ({
      id,
      section: { id, title: id, fields: [] },
      item: undefined,
      number: undefined,
      fields: [],
    }));
    expect(nearestStep(sections, ['a', 'b', 'c'], wanted)).toBe(at);
  });
});
