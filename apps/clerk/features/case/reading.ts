import { createEffect, createSignal, on } from 'solid-js';
import type { Words } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';

/**
 * Something read beside the case. What was read stays on screen while it is read anew or nobody answers; unlike a
 * resource it never takes the page away, with its focus and its place, while it waits.
 */
export type Reading<Value> = {
  value(): Value | undefined;
  problem(): Words | undefined;
  isReading(): boolean;
  reread(): void;
};

/** Reads at once, and again whenever `because` changes. Of two answers the later question's counts. */
export function createReading<Value>(because: () => unknown, read: () => Promise<Value>): Reading<Value> {
  const [value, setValue] = createSignal<Value>();
  const [problem, setProblem] = createSignal<Words>();
  const [isReading, setReading] = createSignal(false);
  let asked = 0;
  const reread = async () => {
    asked += 1;
    const mine = asked;
    setReading(true);
    try {
      const found = await read();
      if (mine !== asked) return;
      setValue(() => found);
      setProblem(undefined);
    } catch (cause) {
      if (mine === asked) setProblem(wordsOfProblem(cause));
    } finally {
      if (mine === asked) setReading(false);
    }
  };
  createEffect(on(because, () => void reread()));
  return { value, problem, isReading, reread: () => void reread() };
}
