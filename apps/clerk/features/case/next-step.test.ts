import { describe, expect, test } from 'vitest';
import { type CaseAction, isPossible } from '../../../../server/features/cases/lifecycle.ts';
import { caseStates, type CaseState } from '../../../../shared/wire/cases.ts';
import { nextStepOf, type Step } from './next-step.ts';
import type { CaseView } from './requests.ts';

describe('what the clerk does next', () => {
  test.for<[CaseState, Step | undefined]>([
    ['prepared', 'hand-over'],
    ['handed-over', undefined],
    ['filling', undefined],
    ['reviewing', undefined],
    ['on-paper', 'file-paper'],
    ['declined', 'recall'],
    ['confirmed', 'accept'],
    ['accepted', undefined],
    ['sealed', 'note-entry'],
    ['finished', undefined],
  ])('of a case that is %s is one thing at most: %s', ([state, primary]) => {
    expect(nextStepOf(aCase(state)).primary).toBe(primary);
  });

  test.for([
    ['is still being made', [certificate('pending', 0)], undefined],
    ['is not ordered yet', [], undefined],
    ['did not come about', [certificate('failed', 0)], undefined],
    ['is there', [certificate('sealed', 0)], 'hand-out'],
    ['was handed out', [certificate('sealed', 1)], 'finish'],
    ['was withdrawn, and no other one is wanted', [withdrawn()], 'finish'],
    ['was withdrawn, and another one is being made', [withdrawn(), certificate('pending', 0)], undefined],
    ['was withdrawn, and another one is there', [withdrawn(), certificate('sealed', 0)], 'hand-out'],
  ] as const)('after the entry depends on the Meldebestätigung: it %s', ([, documents, primary]) => {
    expect(nextStepOf({ ...aCase('entered'), documents: [...documents] }).primary).toBe(primary);
  });

  test('says where to look when the sealed declaration did not come about', () => {
    const documents = [{ ...certificate('failed', 0), kind: 'declaration' } as const];
    expect(nextStepOf({ ...aCase('accepted'), documents }).waitsFor).toContain('Papiere');
  });

  test('is said in words wherever somebody else has the next word', () => {
    const silent = caseStates.filter((state) => {
      const { primary, waitsFor } = nextStepOf(aCase(state));
      return (primary === undefined) !== (waitsFor !== undefined);
    });
    expect(silent).toEqual([]);
  });

  test('may be freeing the tablet only while the case lies on one', () => {
    expect(nextStepOf({ ...aCase('sealed'), deskId: 'echterdingen-1' }).others).toEqual(['clear-desk']);
    expect(nextStepOf(aCase('sealed')).others).toEqual([]);
  });

  test.for(caseStates)('is something the office allows for a case that is %s', (state) => {
    for (const documents of [[], [certificate('sealed', 0)], [certificate('sealed', 1)]]) {
      const { primary, others } = nextStepOf({ state, deskId: 'echterdingen-1', documents });
      for (const step of [...(primary ? [primary] : []), ...others])
        expect([step, actionsOf[step].some((action) => isPossible(action, state))]).toEqual([step, true]);
    }
  });

  test.for([
    [0, 'Der Vorgang ist abgeschlossen.'],
    [2, 'Der Vorgang ist abgeschlossen. Noch 2 Aufgaben offen: unter „Prüfungen“.'],
  ] as const)('of a finished case with %i open tasks is nothing, and says what is left', ([openTasks, words]) => {
    const { primary, waitsFor } = nextStepOf({ ...aCase('finished'), openTasks });
    expect([primary, waitsFor]).toEqual([undefined, words]);
  });

  test('a case that was erased says so, and has no step', () => {
    const { primary, others, waitsFor } = nextStepOf({ ...aCase('finished'), erasedAt: '2026-11-23T09:00:00.000Z' });
    expect([primary, others]).toEqual([undefined, []]);
    expect(waitsFor).toContain('gelöscht');
  });
});

/** What the office calls it; giving back goes to whoever has the case. */
const actionsOf: Readonly<Record<Step, readonly CaseAction[]>> = {
  'hand-over': ['hand-over'],
  recall: ['recall'],
  'clear-desk': ['clear-desk'],
  return: ['return-to-desk', 'return-to-tablet'],
  'file-paper': ['file-paper'],
  accept: ['accept'],
  'note-entry': ['enter'],
  'hand-out': ['hand-out'],
  finish: ['finish'],
  end: ['finish'],
};

const aCase = (state: CaseState): Pick<CaseView, 'state' | 'deskId' | 'documents'> => ({
  state,
  deskId: null,
  documents: [],
});

const withdrawn = () => ({
  ...certificate('sealed', 1),
  withdrawn: { at: '2026-11-24T09:00:00.000Z', because: 'Geburtsdatum falsch übernommen' },
});

function certificate(state: 'pending' | 'sealed' | 'failed', copies: number): CaseView['documents'][number] {
  const at = '2026-11-23T09:00:00.000Z';
  return {
    documentId: 'd',
    kind: 'meldebestaetigung',
    state,
    level: null,
    problem: null,
    sha256: null,
    at,
    isOutdated: false,
    copies,
    withdrawn: null,
  };
}
