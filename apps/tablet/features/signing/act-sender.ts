import type { InferOutput } from 'valibot';
import type { RefusalCode } from '../../../../shared/base/refusal.ts';
import type { ActReceipt } from '../../../../shared/wire/counter.ts';
import type { FinishedAct } from './make-act.ts';

/**
 * Brings an act to the server, again and again until it has an answer. A lost answer is no harm: the same act is
 * the same act (signing.md 4). The caller keeps the act until this says what became of it.
 */
export type ActResult =
  | { kind: 'received'; receipt: InferOutput<typeof ActReceipt> }
  | { kind: 'refused'; code: RefusalCode };

export type ActSenderOptions = {
  /** `later`: nobody answered. */
  send(act: FinishedAct): Promise<ActResult | { kind: 'later' }>;
  /** Called before each wait, with the number of tries so far. */
  onWaiting(tries: number): void;
};

const firstRetryMs = 1_000;
const longestRetryMs = 10_000;

export function makeActSender(options: ActSenderOptions) {
  let wake: (() => void) | undefined;
  const pause = (ms: number) =>
    new Promise<void>((resume) => {
      const timer = setTimeout(resume, ms);
      wake = () => {
        clearTimeout(timer);
        resume();
      };
    });
  return {
    async send(act: FinishedAct): Promise<ActResult> {
      for (let tries = 1, ms = firstRetryMs; ; tries += 1, ms = Math.min(longestRetryMs, ms * 2)) {
        const result = await options.send(act);
        if (result.kind !== 'later') return result;
        options.onWaiting(tries);
        await pause(ms);
      }
    },
    /** The connection may be back: tries at once instead of waiting. */
    tryNow: () => wake?.(),
  };
}
