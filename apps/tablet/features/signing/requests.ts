import type { InferOutput } from 'valibot';
import type { Assistance } from '../../../../shared/declaration/declaration.ts';
import { refusals, type RefusalCode } from '../../../../shared/base/refusal.ts';
import type { CopyOffer, Lease } from '../../../../shared/wire/counter.ts';
import { type Api, call } from '../../../kit/api.ts';
import { ProblemError } from '../../../kit/problem.ts';
import type { ActResult } from './act-sender.ts';
import type { FinishedAct } from './make-act.ts';

/** What the tablet asks of the server from the review to the end. */
export function makeRequests(api: Api) {
  const { counter } = api.api;
  const at = (caseId: string) => ({ param: { caseId } });
  const again = { repeat: 'safe' } as const;
  return {
    /** Freezes the revision; asked again while it is frozen, it answers the same lease. */
    startReview: (caseId: string, assistance: readonly Assistance[]): Promise<InferOutput<typeof Lease>> =>
      call(() => counter[':caseId'].review.$post({ ...at(caseId), json: { assistance: [...assistance] } }), again),
    leaveReview: (caseId: string) => call(() => counter[':caseId'].review.leave.$post(at(caseId)), again),
    async sendAct(caseId: string, act: FinishedAct, isLast = false): Promise<ActResult | { kind: 'later' }> {
      try {
        const receipt = await call(() =>
          counter[':caseId'].acts.$post({ ...at(caseId), json: act }, { init: { keepalive: isLast } }),
        );
        return { kind: 'received', receipt };
      } catch (cause) {
        if (cause instanceof ProblemError && isRefusal(cause.code) && !cause.isPassing)
          return { kind: 'refused', code: cause.code };
        return { kind: 'later' };
      }
    },
    /** Nobody has to say why; what somebody says is for the clerk. */
    decline: (caseId: string, said: string) => {
      const note = said.replaceAll(/\p{Cc}+/gu, ' ').trim();
      const json = note === '' ? {} : { note };
      return call(() => counter[':caseId'].decline.$post({ ...at(caseId), json }), again);
    },
    printPaper: (caseId: string) => call(() => counter[':caseId'].paper.$post(at(caseId), patiently())),
    printCopy: (caseId: string) => call(() => counter[':caseId'].copy.print.$post(at(caseId), patiently())),
    offerCopy: (caseId: string): Promise<InferOutput<typeof CopyOffer>> =>
      call(() => counter[':caseId'].copy.$post(at(caseId))),
    end: (caseId: string, handedOver: readonly string[]) =>
      call(() => counter[':caseId'].end.$post({ ...at(caseId), json: { handedOver: [...handedOver] } }), again),
  };
}
export type Requests = ReturnType<typeof makeRequests>;

/** A document is set and a printer is asked: longer than any other call may take. */
const patiently = () => ({ init: { signal: AbortSignal.timeout(60_000) } });

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);
