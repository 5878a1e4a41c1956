import { onCleanup } from 'solid-js';

/**
 * Runs something soon, and once for everything that happened until then. Twenty desks hear of every field that one of
 * them leaves: if all reread in that moment, the citizen's tablet would wait behind them. Half of the wait is chance.
 */
export function createSoon(run: () => void, milliseconds = 1_000): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  return () => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        run();
      },
      milliseconds * (0.5 + Math.random() / 2),
    );
  };
}
