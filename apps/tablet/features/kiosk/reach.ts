import { createEffect, on, onCleanup } from 'solid-js';

/**
 * Whether the office can be reached, for a tablet nobody touches: it asks nothing by itself, and a line that is cut
 * further away is silent. `navigator.onLine` is no proof either way, but its events are a reason to ask at once.
 */
export type ReachOptions = {
  /** What the last call said. */
  isReachable(): boolean;
  /** Any call that answers quickly; what it answers does not matter here. */
  ask(): Promise<unknown>;
};

export function watchReach({ isReachable, ask }: ReachOptions): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const askNow = () => void ask().catch(() => undefined);
  const listening = new AbortController();
  for (const name of ['offline', 'online'] as const) addEventListener(name, askNow, { signal: listening.signal });
  createEffect(
    on(isReachable, (reaches) => {
      clearInterval(timer);
      timer = setInterval(askNow, reaches ? heartbeatMs : retryMs);
    }),
  );
  onCleanup(() => {
    clearInterval(timer);
    listening.abort();
  });
}

/** Forty tablets are four small requests a second. */
const heartbeatMs = 10_000;
const retryMs = 3_000;
