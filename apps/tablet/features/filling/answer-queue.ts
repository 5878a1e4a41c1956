import type { RefusalCode } from '../../../../shared/base/refusal.ts';
import type { Answer, Path } from '../../../../shared/forms/answers.ts';

/**
 * What was typed, on its way to the server: in order, again and again until it arrived, and with the last breath of
 * the page. It lives in memory only; nothing of it is ever written to the tablet's disk.
 */
export type Change = { readonly path: Path; readonly value: Answer };

export type SendResult =
  | { kind: 'saved' }
  /** Nobody answered, or the server had a bad moment: the same again later. */
  | { kind: 'later' }
  /** The server says no. Where it names paths, the others are sent again without them. */
  | { kind: 'refused'; code: RefusalCode; paths: readonly Path[] };

export type QueueState = 'saved' | 'saving' | 'waiting';

export type AnswerQueueOptions = {
  /** `isLast` while the page goes away: the request must outlive it (`keepalive`). */
  send(changes: readonly Change[], isLast: boolean): Promise<SendResult>;
  onState(state: QueueState): void;
  /** These changes will never be saved; the queue has dropped them. */
  onRefused(code: RefusalCode, changes: readonly Change[]): void;
};

/** At most this many changes a request; the wire's own limit. */
const batchSize = 50;
const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

export function makeAnswerQueue(options: AnswerQueueOptions) {
  let waiting: readonly Change[] = [];
  let onTheWay: readonly Change[] = [];
  let sending: Promise<void> | undefined;
  let retryMs = firstRetryMs;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** A later change of the same path replaces the earlier one, at the end of the line. */
  function put(path: Path, value: Answer): void {
    waiting = [...waiting.filter((change) => change.path !== path), { path, value }];
    void flush();
  }

  /** Sends until nothing waits or nobody answers. Resolves then; `isEmpty` tells which. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    sending ??= work().finally(() => (sending = undefined));
    return sending;
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      onTheWay = waiting.slice(0, batchSize);
      waiting = waiting.slice(batchSize);
      options.onState('saving');
      const sent = onTheWay;
      const result = await options.send(sent, false);
      onTheWay = [];
      if (result.kind === 'later') return waitAndRetry(sent);
      retryMs = firstRetryMs;
      if (result.kind === 'refused') dropRefused(result.code, result.paths, sent);
    }
    options.onState('saved');
  }

  /** What was typed meanwhile stands behind what comes back; the same path counts once, with its later value. */
  function waitAndRetry(sent: readonly Change[]): void {
    const newer = new Set(waiting.map((change) => change.path));
    waiting = [...sent.filter((change) => !newer.has(change.path)), ...waiting];
    options.onState('waiting');
    timer = setTimeout(() => void flush(), retryMs);
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  }

  function dropRefused(code: RefusalCode, paths: readonly Path[], sent: readonly Change[]): void {
    const wrong = sent.filter((change) => paths.includes(change.path));
    const newer = new Set(waiting.map((change) => change.path));
    if (wrong.length > 0)
      waiting = [...sent.filter((each) => !wrong.includes(each) && !newer.has(each.path)), ...waiting];
    options.onRefused(code, wrong.length > 0 ? wrong : sent);
  }

  return {
    put,
    flush,
    isEmpty: () => waiting.length === 0 && onTheWay.length === 0,
    /** What the server has not confirmed yet, oldest first. */
    pending: (): readonly Change[] => [...onTheWay, ...waiting],
    /**
     * Sends everything, and what is still being typed, once more without waiting for an answer, because the page may
     * be gone before it comes.
     */
    sendLast(typing: readonly Change[] = []): void {
      const later = new Set([...waiting, ...typing].map(({ path }) => path));
      const typed = new Set(typing.map(({ path }) => path));
      const everything = [
        ...onTheWay.filter(({ path }) => !later.has(path)),
        ...waiting.filter(({ path }) => !typed.has(path)),
        ...typing,
      ];
      for (let at = 0; at < everything.length; at += batchSize)
        void options.send(everything.slice(at, at + batchSize), true);
    },
    /** Forgets everything; nothing is sent any more. */
    stop(): void {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
export type AnswerQueue = ReturnType<typeof makeAnswerQueue>;
