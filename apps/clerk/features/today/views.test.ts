import { describe, expect, test } from 'vitest';
import { caseStates } from '../../../../shared/wire/cases.ts';
import type { Summary } from './requests.ts';
import { casesIn, neighbour, views } from './views.ts';

const aCase = (caseId: string, state: Summary['state'], openTasks = 0): Summary => ({
  caseId,
  number: '26-0000-00001-0',
  service: 'anmeldung',
  state,
  name: 'Wójcik',
  persons: 1,
  awaitedProof: null,
  deskId: null,
  clerk: 'DEMO',
  openedAt: '2026-11-23T09:00:00.000Z',
  changedAt: '2026-11-23T09:00:00.000Z',
  openTasks,
  due: null,
});

describe('the lists of the first screen', () => {
  test('leave no state without a list', () => {
    const isListed = (state: Summary['state']) => Object.values(views).some(({ shows }) => shows(aCase('a', state)));
    expect(caseStates.filter((state) => !isListed(state))).toEqual([]);
  });

  test('keep a finished case under its tasks until the last of them is done', () => {
    const cases = [aCase('a', 'finished', 1), aCase('b', 'finished'), aCase('c', 'sealed', 2)];
    expect(casesIn('tasks', cases).map(({ caseId }) => caseId)).toEqual(['a', 'c']);
    expect(casesIn('finished', cases).map(({ caseId }) => caseId)).toEqual(['a', 'b']);
  });

  test('a confirmed case waits for the clerk, a case on the tablet does not', () => {
    const cases = [aCase('a', 'confirmed'), aCase('b', 'filling')];
    expect(casesIn('waiting', cases).map(({ caseId }) => caseId)).toEqual(['a']);
  });
});

describe('R-027 a case that waits for a paper', () => {
  test('is put aside and waits for nobody at the desk', () => {
    const cases = [aCase('a', 'prepared'), { ...aCase('b', 'prepared'), awaitedProof: 'landlord-proof' } as const];
    expect(casesIn('postponed', cases).map(({ caseId }) => caseId)).toEqual(['b']);
    expect(casesIn('waiting', cases).map(({ caseId }) => caseId)).toEqual(['a']);
    expect(casesIn('open', cases)).toHaveLength(2);
  });
});

describe('the next case', () => {
  const cases = [aCase('a', 'prepared'), aCase('b', 'prepared')];

  test.for<[string | undefined, 1 | -1, string]>([
    [undefined, 1, 'a'],
    ['a', 1, 'b'],
    ['b', 1, 'b'],
    ['b', -1, 'a'],
    ['gone', 1, 'a'],
  ])('of %s by %i is %s', ([selected, step, expected]) => {
    expect(neighbour(cases, selected, step)).toBe(expected);
  });

  test('of an empty list is none', () => {
    expect(neighbour([], 'a', 1)).toBeUndefined();
  });
});
