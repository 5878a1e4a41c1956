import { describe, expect, test } from 'vitest';
import { type CaseState, caseStates } from '../../../shared/wire/cases.ts';
import { type CaseAction, isPossible, lifecycle, stateAfter } from './lifecycle.ts';

const actions = Object.keys(lifecycle) as CaseAction[]; // The table has exactly these keys.

describe('the life of a case', () => {
  test('leads from prepared to finished, and every state can be reached', () => {
    const reached = new Set<CaseState>(['prepared']);
    for (const _ of caseStates)
      for (const state of reached)
        for (const action of actions) if (isPossible(action, state)) reached.add(stateAfter(action, state));
    expect([...reached].toSorted()).toEqual([...caseStates].toSorted());
  });

  test('every state but the last has a way on', () => {
    const stuck = caseStates.filter(
      (state) => !actions.some((action) => isPossible(action, state) && stateAfter(action, state) !== state),
    );
    expect(stuck).toEqual(['finished']);
  });

  test('after acceptance nothing leads back', () => {
    const order = (state: CaseState) => caseStates.indexOf(state);
    const late: CaseState[] = ['accepted', 'sealed', 'entered', 'finished'];
    for (const state of late)
      for (const action of actions)
        if (isPossible(action, state)) expect(order(stateAfter(action, state))).toBeGreaterThanOrEqual(order(state));
  });

  test('nobody writes while a revision is frozen', () => {
    for (const action of ['prepare', 'fill'] as const)
      expect(() => stateAfter(action, 'reviewing')).toThrow('case-leased');
  });

  test.for<[CaseAction, CaseState]>([
    ['accept', 'reviewing'],
    ['accept', 'declined'],
    ['confirm', 'confirmed'],
    ['hand-over', 'filling'],
    ['enter', 'accepted'],
    ['finish', 'confirmed'],
    ['seal', 'sealed'],
    ['recall', 'accepted'],
  ])('%s does not belong to %s', ([action, state]) => {
    expect(() => stateAfter(action, state)).toThrow('case-not-in-state');
  });
});
