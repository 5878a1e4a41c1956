import { createSignal } from 'solid-js';
import type { InferOutput } from 'valibot';
import type { RefusalCode } from '../../../../shared/base/refusal.ts';
import type { Act } from '../../../../shared/declaration/act.ts';
import type { Declaration } from '../../../../shared/declaration/declaration.ts';
import type { Drawing } from '../../../../shared/declaration/drawing.ts';
import type { CounterCase, Lease } from '../../../../shared/wire/counter.ts';
import { sectionsSeen } from '../../../kit/signing/seen.ts';
import { makeActSender } from './act-sender.ts';
import { checkLease, type LeaseContext } from './check-lease.ts';
import { type Confirmation, type FinishedAct, makeAct } from './make-act.ts';
import type { Requests } from './requests.ts';

/**
 * The ceremony on the tablet, from the frozen revision to the last confirmation (signing.md 3). The server decides
 * what state the case is in; this only knows where the citizen stands on the way through it.
 */
export type Stage =
  | { kind: 'freezing' }
  /** The tablet built another text than the server froze: nothing is shown, nothing can be confirmed. */
  | { kind: 'differs' }
  | { kind: 'failed'; cause: unknown }
  | { kind: 'review' }
  | { kind: 'how' }
  | { kind: 'sign'; isMark: boolean }
  | { kind: 'button' }
  /** `tries` without an answer so far; the finished act lies in memory. */
  | { kind: 'sending'; tries: number }
  | { kind: 'refused'; code: RefusalCode };

export type CeremonyOptions = {
  requests: Requests;
  key: Parameters<typeof makeAct>[1];
  appVersion: string;
  clockOffset(): number | undefined;
  isOffline(): boolean;
  /** Reads the case anew, and gives it as the citizen sees it. */
  reread(): Promise<InferOutput<typeof CounterCase> | undefined>;
  context: Omit<LeaseContext, 'counterCase'>;
};

export function createCeremony(options: CeremonyOptions) {
  const [stage, setStage] = createSignal<Stage>({ kind: 'freezing' });
  const [frozen, setFrozen] = createSignal<{ lease: InferOutput<typeof Lease>; declaration: Declaration }>();
  const [seen, setSeen] = createSignal<ReadonlySet<string>>(new Set());
  /** Who confirmed on this tablet since the revision was frozen, as far as the case does not know it yet. */
  const [confirmed, setConfirmed] = createSignal<ReadonlySet<string>>(new Set());
  let underway: Promise<void> | undefined;
  let unsent: { caseId: string; act: FinishedAct } | undefined;

  const sender = (caseId: string) =>
    makeActSender({
      send: (act) => options.requests.sendAct(caseId, act),
      onWaiting: (tries) => setStage({ kind: 'sending', tries }),
    });
  let current: ReturnType<typeof sender> | undefined;

  /** Freezes, or finds again what was frozen, and checks it. Ends in `review`, `differs` or `failed`. */
  async function start(caseId: string, assistance: Declaration['assistance']): Promise<void> {
    setStage({ kind: 'freezing' });
    setSeen(new Set<string>());
    setConfirmed(new Set<string>());
    try {
      const lease = await options.requests.startReview(caseId, assistance);
      const counterCase = await options.reread();
      if (!counterCase) return;
      const check = await checkLease(lease, { ...options.context, counterCase });
      if (!check.ok) {
        console.error(`the frozen declaration was not accepted: ${check.because}`);
        setStage({ kind: 'differs' });
        return;
      }
      setFrozen({ lease, declaration: check.declaration });
      setStage({ kind: 'review' });
    } catch (cause) {
      setStage({ kind: 'failed', cause });
    }
  }

  /** Makes the act and brings it to the server; a second call while one is on its way does nothing. */
  function confirm(signer: string, method: Act['method'], drawing?: Drawing): Promise<void> {
    underway ??= work(signer, method, drawing).finally(() => (underway = undefined));
    return underway;
  }

  async function work(signer: string, method: Act['method'], drawing: Drawing | undefined): Promise<void> {
    const here = frozen();
    if (!here) return;
    setStage({ kind: 'sending', tries: 0 });
    const confirmation: Confirmation = {
      lease: here.lease,
      signer,
      method,
      drawing,
      sectionsSeen: sectionsSeen(here.declaration, seen()),
      clockOffset: options.clockOffset(),
      isOffline: options.isOffline(),
      appVersion: options.appVersion,
    };
    const random = crypto.getRandomValues(new Uint8Array(10));
    const act = await makeAct(confirmation, options.key, { at: new Date(), random });
    unsent = { caseId: here.lease.caseId, act };
    current = sender(here.lease.caseId);
    const result = await current.send(act);
    current = undefined;
    unsent = undefined;
    if (result.kind === 'refused') setStage({ kind: 'refused', code: result.code });
    else {
      setConfirmed((before) => new Set([...before, signer]));
      setSeen(new Set<string>());
      if (!result.receipt.complete) setStage({ kind: 'review' });
    }
    await options.reread();
  }

  return {
    stage,
    frozen,
    seen,
    confirmed,
    start,
    confirm,
    see: (partId: string) => setSeen((before) => new Set([...before, partId])),
    goTo: (next: 'review' | 'how' | 'button') => setStage({ kind: next }),
    goToSign: (isMark: boolean) => setStage({ kind: 'sign', isMark }),
    /** The act that is on its way: whoever wants to wipe waits for it, because it must not be lost. */
    settled: async (): Promise<void> => underway,
    tryNow: () => current?.tryNow(),
    hasUnsent: () => unsent !== undefined,
    /** The page goes away: the same act once more, with its last breath. */
    sendLast: () => {
      if (unsent) void options.requests.sendAct(unsent.caseId, unsent.act, true);
    },
  };
}
export type Ceremony = ReturnType<typeof createCeremony>;

/** Whose turn it is: the first who has to confirm and has not. */
export const nextSignerOf = (counterCase: InferOutput<typeof CounterCase>, confirmed: ReadonlySet<string>) =>
  counterCase.signers.find(({ id }) => !confirmed.has(id) && !counterCase.confirmedSigners.includes(id));
