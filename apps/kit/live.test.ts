import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveMessage } from '../../shared/wire/live.ts';
import { backoff, createLive, type LiveOptions } from './live.ts';

/** A line whose other end the test holds. */
class Line extends EventTarget {
  static readonly opened: Line[] = [];
  readonly url: string;
  isClosed = false;
  constructor(url: string) {
    super();
    this.url = url;
    Line.opened.push(this);
  }
  close() {
    this.isClosed = true;
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
  breakWith(code: number) {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

const hello: LiveMessage = { about: 'hello', id: 'office', version: 1 };
const line = () => {
  const last = Line.opened.at(-1);
  if (!last) throw new Error('no line was opened');
  return last;
};

beforeEach(() => {
  vi.useFakeTimers();
  Line.opened.length = 0;
  vi.stubGlobal('WebSocket', Line);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function listen(more: Partial<LiveOptions> = {}) {
  const heard: LiveMessage[] = [];
  const live = createLive({ origin: 'http://office', onMessage: (message) => heard.push(message), ...more });
  return { live, heard };
}

describe('the live line', () => {
  test('is live from the first hello on', () => {
    const { live, heard } = listen();
    expect([line().url, live.state()]).toEqual(['ws://office/api/live', 'reconnecting']);
    line().say(hello);
    expect([live.state(), heard]).toEqual(['live', [hello]]);
  });

  test('of a tablet says whose session it is', () => {
    listen({ as: 'device' });
    expect(line().url).toBe('ws://office/api/live?as=device');
  });

  test('comes back by itself, and the hello makes everything be reread', () => {
    const { live, heard } = listen();
    line().say(hello);
    line().breakWith(1006);
    expect(live.state()).toBe('reconnecting');
    vi.advanceTimersByTime(1_000);
    expect(Line.opened.length).toBe(2);
    line().say(hello);
    expect([live.state(), heard.length]).toEqual(['live', 2]);
  });

  test('that says nothing for a minute is dead, whatever the browser thinks', () => {
    const { live } = listen();
    line().say(hello);
    vi.advanceTimersByTime(50_000);
    line().say('');
    vi.advanceTimersByTime(50_000);
    expect(live.state()).toBe('live');
    const silent = line();
    vi.advanceTimersByTime(11_000);
    expect([live.state(), silent.isClosed]).toEqual(['reconnecting', true]);
  });

  test('that is gone is replaced by asking every few seconds', () => {
    let asked = 0;
    listen({ onPoll: () => (asked += 1) });
    vi.advanceTimersByTime(11_000);
    expect(asked).toBe(2);
    line().say(hello);
    vi.advanceTimersByTime(11_000);
    expect(asked).toBe(2);
  });

  test('of an ended session is not opened again before somebody signs in', () => {
    let ended = 0;
    const { live } = listen({ onSignedOut: () => (ended += 1) });
    line().say(hello);
    line().breakWith(4001);
    vi.advanceTimersByTime(60_000);
    expect([ended, Line.opened.length]).toEqual([1, 1]);
    live.reconnect();
    expect(Line.opened.length).toBe(2);
  });

  test('ignores what it does not understand', () => {
    const { heard } = listen();
    for (const odd of ['{', '{"about":"weather"}', '', '[]', 'null']) line().say(odd);
    expect(heard).toEqual([]);
  });

  test('that was closed stays closed', () => {
    const { live } = listen();
    live.close();
    vi.advanceTimersByTime(60_000);
    expect([Line.opened.length, line().isClosed]).toEqual([1, true]);
  });
});

test.for([
  [0, 500],
  [1, 1_000],
  [3, 4_000],
  [10, 10_000],
] as const)('after %i failures the next try comes within %i ms, never sooner than half of it', ([failures, most]) => {
  expect([backoff(failures, () => 0), backoff(failures, () => 1)]).toEqual([most / 2, most]);
});
