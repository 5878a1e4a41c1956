import { describe, expect, test } from 'vitest';
import { caseStates } from '../../shared/wire/cases.ts';
import { stateChip, stateWords } from './words.ts';

describe('the state of a case', () => {
  test('is said in words of its own', () => {
    const words = caseStates.map((state) => stateWords[state].words);
    expect(new Set(words).size).toBe(caseStates.length);
  });

  test.for([
    ['finished', 0, 'abgeschlossen', 'success'],
    ['finished', 1, 'abgeschlossen, 1 Aufgabe offen', 'warning'],
    ['finished', 2, 'abgeschlossen, 2 Aufgaben offen', 'warning'],
    ['sealed', 2, 'gesiegelt, wartet auf den Registereintrag', 'warning'],
  ] as const)('of a case that is %s with %i open tasks is „%s“', ([state, openTasks, words, kind]) => {
    expect(stateChip({ state, openTasks })).toEqual({ words, kind });
  });
});
