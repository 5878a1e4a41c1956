import { describe, expect, test, vi } from 'vitest';
import { type Change, makeWriteQueue, type Outcome, type QueueState } from './write-queue.ts';

describe('what the clerk writes', () => {
  test('is sent one after the other, in the order it was left', async () => {
    const { queue, sent } = aQueue();
    queue.put('familienname', 'Șerban');
    queue.put('vornamen', 'Aleksandra');
    await queue.flush();
    expect(sent).toEqual(['familienname=Șerban', 'vornamen=Aleksandra']);
    expect(queue.isEmpty()).toBe(true);
  });

  test('of the same field counts once, with its last value, while it waits', async () => {
    const { queue, sent } = aQueue();
    queue.put('vornamen', 'A');
    queue.put('familienname', 'B');
    queue.put('familienname', 'C');
    await queue.flush();
    expect(sent).toEqual(['vornamen=A', 'familienname=C']);
  });

  test('waits while nobody answers, and is sent again', async () => {
    vi.useFakeTimers();
    const { queue, sent, states } = aQueue(['later', 'saved']);
    queue.put('vornamen', 'Aleksandra');
    await queue.flush();
    expect([queue.isEmpty(), states.at(-1)]).toEqual([false, 'waiting']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    expect([queue.isEmpty(), states.at(-1)]).toEqual([true, 'saved']);
    vi.useRealTimers();
  });

  test('and changed again meanwhile is not overtaken by the older value', async () => {
    const { queue, sent } = aQueue(['later', 'saved']);
    queue.put('vornamen', 'alt');
    queue.put('vornamen', 'neu');
    await queue.flush();
    await queue.flush();
    expect(sent).toEqual(['vornamen=alt', 'vornamen=neu']);
  });

  test('and refused is dropped; the rest goes on', async () => {
    const { queue, sent } = aQueue(['refused', 'saved']);
    queue.put('unbekannt', 'x');
    queue.put('vornamen', 'y');
    await queue.flush();
    expect(sent).toEqual(['unbekannt=x', 'vornamen=y']);
    expect(queue.isEmpty()).toBe(true);
  });
});

function aQueue(outcomes: Outcome[] = []) {
  const sent: string[] = [];
  const states: QueueState[] = [];
  const send = ({ path, value }: Change): Promise<Outcome> => {
    sent.push(`${path}=${typeof value === 'string' ? value : '?'}`);
    return Promise.resolve(outcomes.shift() ?? 'saved');
  };
  return { queue: makeWriteQueue({ send, onState: (state) => states.push(state) }), sent, states };
}
