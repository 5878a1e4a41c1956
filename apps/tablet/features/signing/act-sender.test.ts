import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ActResult, makeActSender } from './act-sender.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const act = { actId: '0193560a-0000-7000-8000-000000000001', jws: 'a.b.c' };
const received: ActResult = {
  kind: 'received',
  receipt: { actId: act.actId, at: '2026-11-23T09:00:00.000Z', complete: true, nextSigner: null },
};

test('a lost answer is asked for again with the very same act', async () => {
  const { sender, sent, waits } = senderThat('later', 'later', received);
  const result = sender.send(act);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await result).toEqual(received);
  expect(sent).toEqual([act, act, act]);
  expect(waits).toEqual([1, 2]);
});

test('a refusal is an answer: it is not tried again', async () => {
  const { sender, sent } = senderThat({ kind: 'refused', code: 'act-after-recall' }, received);
  expect(await sender.send(act)).toEqual({ kind: 'refused', code: 'act-after-recall' });
  expect(sent).toHaveLength(1);
});

test('when the connection is back nobody waits for the next turn', async () => {
  const { sender, sent } = senderThat('later', 'later', 'later', 'later', received);
  const result = sender.send(act);
  await vi.advanceTimersByTimeAsync(7_500);
  expect(sent).toHaveLength(4);
  sender.tryNow();
  expect(await result).toEqual(received);
});

/** A sender whose server gives these answers in turn. */
function senderThat(...answers: (ActResult | 'later')[]) {
  const sent: object[] = [];
  const waits: number[] = [];
  const sender = makeActSender({
    send: async (each) => {
      sent.push(each);
      const answer = answers.shift() ?? 'later';
      return answer === 'later' ? { kind: 'later' } : answer;
    },
    onWaiting: (tries) => waits.push(tries),
  });
  return { sender, sent, waits };
}
