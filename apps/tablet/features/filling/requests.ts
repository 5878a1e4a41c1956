import type { InferOutput } from 'valibot';
import type { Locale } from '../../../../shared/base/locale.ts';
import { refusals, type RefusalCode } from '../../../../shared/base/refusal.ts';
import type { Assistance } from '../../../../shared/declaration/declaration.ts';
import type { CounterCase, CounterCover, CounterNow } from '../../../../shared/wire/counter.ts';
import { type Api, call } from '../../../kit/api.ts';
import { ProblemError } from '../../../kit/problem.ts';
import type { Change, SendResult } from './answer-queue.ts';

/** What the tablet asks of the server while somebody fills in. Each comes to the same when repeated. */
export type Cover = InferOutput<typeof CounterCover>;
export type OpenCase = InferOutput<typeof CounterCase>;

export function makeRequests(api: Api) {
  const { counter } = api.api;
  const again = { repeat: 'safe' } as const;
  return {
    now: (): Promise<InferOutput<typeof CounterNow>> => call(() => counter.$get()),
    begin: (caseId: string, locale: Locale, assistance: readonly Assistance[]): Promise<OpenCase> => {
      const json = { locale, assistance: [...assistance] };
      return call(() => counter[':caseId'].begin.$post({ param: { caseId }, json }), again);
    },
    assure: (caseId: string): Promise<OpenCase> => {
      const json = { statement: 'entitled', instruction: 'informed-202a-stgb' } as const;
      return call(() => counter[':caseId'].entitlement.$post({ param: { caseId }, json }), again);
    },
    chooseLocale: (caseId: string, locale: Locale) =>
      call(() => counter[':caseId'].locale.$post({ param: { caseId }, json: { locale } }), again),
    chooseAssistance: (caseId: string, assistance: readonly Assistance[]): Promise<OpenCase> => {
      const json = { assistance: [...assistance] };
      return call(() => counter[':caseId'].assistance.$post({ param: { caseId }, json }), again);
    },
    /** The citizen is done; the clerk is told that the rest is his. */
    awaitOffice: (caseId: string): Promise<OpenCase> =>
      call(() => counter[':caseId']['await-office'].$post({ param: { caseId } }), again),
    showAtEnd: (caseId: string, showsAtEnd: boolean): Promise<OpenCase> =>
      call(() => counter[':caseId']['show-at-end'].$post({ param: { caseId }, json: { showsAtEnd } }), again),
    /**
     * `onSaved` gets the case as it is afterwards, with what others changed meanwhile. `onGone`: saved too, but the
     * desk had taken the case back by then.
     */
    async write(
      caseId: string,
      changes: readonly Change[],
      { isLast, onSaved, onGone }: { isLast: boolean; onSaved(counterCase: OpenCase): void; onGone(): void },
    ): Promise<SendResult> {
      const json = { answers: changes.map(({ path, value }) => ({ path, value })) };
      const init = { init: { keepalive: isLast } };
      try {
        const counterCase = await call(() => counter[':caseId'].answers.$put({ param: { caseId }, json }, init));
        onSaved(counterCase);
        return { kind: 'saved' };
      } catch (cause) {
        if (!(cause instanceof ProblemError) || cause.code !== 'answers-after-recall') return resultOf(cause);
        onGone();
        return { kind: 'saved' };
      }
    },
  };
}
export type Requests = ReturnType<typeof makeRequests>;

/** A rule says no for good; everything else, bugs of the server included, is tried again. */
function resultOf(cause: unknown): SendResult {
  if (!(cause instanceof ProblemError) || !isRefusal(cause.code) || cause.isPassing) return { kind: 'later' };
  const { fields } = cause.details;
  return { kind: 'refused', code: cause.code, paths: Array.isArray(fields) ? (fields as readonly string[]) : [] };
}

export const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);
