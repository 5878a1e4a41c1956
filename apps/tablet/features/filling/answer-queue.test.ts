import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Change, makeAnswerQueue, type SendResult } from './answer-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('answers on their way to the server', () => {
  test('what is left while the first answer is on its way follows in one request', async () => {
    const { queue, sent } = queueThat();
    queue.put('move.day', '2026-11-01');
    queue.put('home.street', 'Lindenweg');
    queue.put('home.number', '4');
    await queue.flush();
    expect(sent).toEqual([['move.day=2026-11-01'], ['home.street=Lindenweg', 'home.number=4']]);
    expect(queue.isEmpty()).toBe(true);
  });

  test('a field changed twice before it is sent is sent once, with its last value', async () => {
    const { queue, sent } = queueThat();
    queue.put('a', '1');
    queue.put('b', 'x');
    queue.put('b', 'y');
    await queue.flush();
    expect(sent.flat()).toEqual(['a=1', 'b=y']);
  });

  test('without a connection nothing is lost, and the order is kept when it returns', async () => {
    const { queue, sent, states } = queueThat('later', 'later');
    queue.put('a', '1');
    await queue.flush();
    queue.put('b', '2');
    await queue.flush();
    expect(queue.pending().map(({ path }) => path)).toEqual(['a', 'b']);
    expect(states.at(-1)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.at(-1)).toEqual(['a=1', 'b=2']);
    expect(states.at(-1)).toBe('saved');
  });

  test('a field typed anew while its older value fails to arrive is retried with the newer value only', async () => {
    const { queue, sent } = queueThat('later');
    queue.put('a', 'old');
    queue.put('a', 'new');
    await queue.flush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([['a=old'], ['a=new']]);
  });

  test('retries grow further apart, up to a quarter of a minute', async () => {
    const { queue, sent } = queueThat(...Array.from({ length: 20 }, () => 'later' as const));
    queue.put('a', '1');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.length).toBeLessThan(9);
  });

  test('one value the form has no place for does not hold up the others', async () => {
    const { queue, sent, refused } = queueThat('later', { kind: 'refused', code: 'answer-unknown', paths: ['b'] });
    queue.put('a', '0');
    queue.put('b', '?');
    queue.put('c', '1');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refused).toEqual([['answer-unknown', ['b']]]);
    expect(sent).toEqual([['a=0'], ['a=0', 'b=?', 'c=1'], ['a=0', 'c=1']]);
    expect(queue.isEmpty()).toBe(true);
  });

  test('when the case is gone, everything on the way is dropped and said once', async () => {
    const { queue, refused } = queueThat({ kind: 'refused', code: 'case-recalled', paths: [] });
    queue.put('a', '1');
    await queue.flush();
    expect(refused).toEqual([['case-recalled', ['a']]]);
    expect(queue.isEmpty()).toBe(true);
  });

  test('a page that goes away sends what was typed and what was not yet confirmed', async () => {
    const last: string[][] = [];
    const queue = makeAnswerQueue({
      send: (changes, isLast) => {
        if (isLast) last.push(changes.map(show));
        return new Promise(() => {});
      },
      onState: () => {},
      onRefused: () => {},
    });
    queue.put('a', '1');
    queue.put('b', 'ha');
    queue.sendLast([{ path: 'b', value: 'half ty' }]);
    expect(last).toEqual([['a=1', 'b=half ty']]);
  });
});

const show = ({ path, value }: Change) => `${path}=${typeof value === 'string' ? value : '?'}`;

/** A queue whose server gives these answers first, then saves everything. */
function queueThat(...first: (SendResult | 'later')[]) {
  const answers = [...first];
  const sent: string[][] = [];
  const states: string[] = [];
  const refused: [string, string[]][] = [];
  const queue = makeAnswerQueue({
    send: async (changes) => {
      sent.push(changes.map(show));
      const answer = answers.shift() ?? { kind: 'saved' };
      return answer === 'later' ? { kind: 'later' } : answer;
    },
    onState: (state) => states.push(state),
    onRefused: (code, changes) => refused.push([code, changes.map(({ path }) => path)]),
  });
  return { queue, sent, states, refused };
}
