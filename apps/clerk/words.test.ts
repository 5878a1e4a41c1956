import { describe, expect, test } from 'vitest';
import { caseStates } from '../../shared/wire/cases.ts';
import { stateChip, stateWords } from './words.ts';

describe('the state of a case', () => {
  test('is said in words of its own', () => {
    const words = caseStates.map((state) => stateWords[state].words);
    expect(new Set(words).size).toBe(caseStates.length);
  });

  test.for([
    ['prepared', 0, 'in Vorbereitung', 'info'],
    ['finished', 0, 'abgeschlossen', 'success'],
    ['finished', 1, 'abgeschlossen, 1 Aufgabe offen', 'warning'],
    ['finished', 2, 'abgeschlossen, 2 Aufgaben offen', 'warning'],
    ['sealed', 2, 'gesiegelt, wartet auf den Registereintrag', 'warning'],
  ] as const)('of a case that is %s with %i open tasks is „%s“', ([state, openTasks, words, kind]) => {
    expect(stateChip({ state, openTasks, awaitedProof: null })).toEqual({ words, kind });
  });

  test('R-027 says that a paper is awaited while the case lies at the desk, and not while it is on the tablet', () => {
    const awaiting = { openTasks: 0, awaitedProof: 'landlord-proof' } as const;
    expect(stateChip({ state: 'prepared', ...awaiting }).words).toBe('wartet auf Nachweis');
    expect(stateChip({ state: 'filling', ...awaiting }).words).toBe('wird ausgefüllt');
  });
});
