import { createRoot } from 'solid-js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSoon } from './soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function desk() {
  const run = vi.fn();
  const { soon, leave } = createRoot((dispose) => ({ soon: createSoon(run, 1_000), leave: dispose }));
  return { run, soon, leave };
}

test('twenty fields that are left in one second are one reading', () => {
  const { run, soon } = desk();
  for (let field = 0; field < 20; field += 1) soon();
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('what happens afterwards is read again', () => {
  const { run, soon } = desk();
  soon();
  vi.advanceTimersByTime(1_000);
  soon();
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('a screen that was left reads nothing any more', () => {
  const { run, soon, leave } = desk();
  soon();
  leave();
  vi.advanceTimersByTime(1_000);
  expect(run).not.toHaveBeenCalled();
});
