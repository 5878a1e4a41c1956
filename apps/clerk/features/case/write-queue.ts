import type { Answer, Path } from '../../../../shared/forms/answers.ts';

/**
 * What the clerk wrote, on its way to the server: one after the other, in the order it was left, again until it
 * arrived. A later value of the same field replaces the one that still waits.
 */
export type Change = { readonly path: Path; readonly value: Answer };
export type Outcome = 'saved' | 'later' | 'refused';
export type QueueState = 'saved' | 'saving' | 'waiting';

export type WriteQueueOptions = {
  /** Never throws. `refused` drops the change, `later` tries it again. */
  send(change: Change, isLast: boolean): Promise<Outcome>;
  onState(state: QueueState): void;
};

const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

export function makeWriteQueue(options: WriteQueueOptions) {
  let waiting: readonly Change[] = [];
  let onTheWay: Change | undefined;
  let sending: Promise<void> | undefined;
  let retryMs = firstRetryMs;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Sends until nothing waits or nobody answers. Resolves then; `isEmpty` tells which. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    sending ??= work().finally(() => (sending = undefined));
    return sending;
  }

  async function work(): Promise<void> {
    for (let next = waiting[0]; next; next = waiting[0]) {
      waiting = waiting.slice(1);
      onTheWay = next;
      options.onState('saving');
      const outcome = await options.send(next, false);
      onTheWay = undefined;
      if (outcome === 'later') return waitAndRetry(next);
      retryMs = firstRetryMs;
    }
    options.onState('saved');
  }

  function waitAndRetry(sent: Change): void {
    if (!waiting.some(({ path }) => path === sent.path)) waiting = [sent, ...waiting];
    options.onState('waiting');
    timer = setTimeout(() => void flush(), retryMs);
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  }

  return {
    put(path: Path, value: Answer): void {
      waiting = [...waiting.filter((change) => change.path !== path), { path, value }];
      void flush();
    },
    flush,
    isEmpty: () => waiting.length === 0 && onTheWay === undefined,
    /** What the server has not confirmed yet, oldest first. */
    pending: (): readonly Change[] => (onTheWay ? [onTheWay, ...waiting] : waiting),
    /** Sends what waits once more without waiting for an answer, because the page may be gone before it comes. */
    sendLast(): void {
      const later = new Set(waiting.map(({ path }) => path));
      const first = onTheWay && !later.has(onTheWay.path) ? [onTheWay] : [];
      for (const change of [...first, ...waiting]) void options.send(change, true);
    },
  };
}
