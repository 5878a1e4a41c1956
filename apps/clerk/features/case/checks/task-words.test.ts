import { describe, expect, test } from 'vitest';
import { leftUndone, taskWords } from './task-words.ts';

const people = [
  { id: 'p1', name: 'Aleksandra Șerban-Wójcik' },
  { id: 'p2', name: 'Ștefan Șerban' },
  { id: 'p3', name: '' },
];
const at = '2026-11-23T09:00:00.000Z';
const aTask = (kind: string, due: string | null = null, doneAt: string | null = null) => ({
  kind,
  path: '',
  due,
  doneAt,
});

describe('a task in words', () => {
  test.for([
    ['persons.p2.auskunftssperreWunsch', 'besprechen (§ 51 BMG): Ștefan Șerban'],
    ['persons.p3.auskunftssperreWunsch', 'besprechen (§ 51 BMG)'],
    ['', 'besprechen (§ 51 BMG)'],
  ] as const)('at %s names whom it is about, where that is known: %s', ([path, end]) => {
    expect(taskWords({ kind: 'auskunftssperre', path }, people)).toBe(`Wunsch nach Auskunftssperre ${end}`);
  });

  test('of a kind the desk does not know is shown as it is called', () => {
    expect(taskWords({ kind: 'something-else', path: '' }, people)).toBe('something-else');
  });
});

describe('what is left undone when a case is closed', () => {
  const kinds = (view: Parameters<typeof leftUndone>[0]) => leftUndone(view).map(({ kind }) => kind);

  test('is what has no last day of its own; a deadline of its own goes on after the end', () => {
    const tasks = [
      aTask('rueckmeldung', '2026-11-26'),
      aTask('auskunftssperre'),
      aTask('wohnungsgeber-check', null, at),
    ];
    expect(kinds({ state: 'entered', tasks, copyDeliveredAt: at })).toEqual(['auskunftssperre']);
  });

  test.for([
    ['entered', null, [], ['copy-not-delivered']],
    ['entered', at, [], []],
    ['entered', null, [aTask('copy-not-delivered')], ['copy-not-delivered']],
    ['declined', null, [], []],
  ] as const)('of a case that is %s with a copy given at %s and %o is %o', ([state, copyDeliveredAt, tasks, left]) => {
    expect(kinds({ state, copyDeliveredAt, tasks })).toEqual(left);
  });
});
