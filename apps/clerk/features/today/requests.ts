import type { InferOutput } from 'valibot';
import { limits } from '../../../../shared/base/limits.ts';
import type { CaseSummary, RegisterMatches } from '../../../../shared/wire/cases.ts';
import { type Api, call } from '../../../kit/api.ts';

/** What the first screen asks: which cases there are, and that another one is opened. */
export type Summary = InferOutput<typeof CaseSummary>;
export type Match = InferOutput<typeof RegisterMatches>['matches'][number];
export type RegisterQuestion = {
  familienname: string;
  vornamen: string;
  geburtsdatum: string;
  letzteAnschrift: string;
};

export function makeRequests(api: Api) {
  const { cases } = api.api;
  return {
    /** Every case with something still to do, however long ago it was finished; the earliest last day first. */
    listWithTasks: async (search: string): Promise<readonly Summary[]> => {
      const query = {
        tasks: 'open',
        limit: String(limits.caseListRows),
        ...(search === '' ? {} : { search }),
      } as const;
      return (await call(() => cases.$get({ query }), { repeat: 'safe' })).cases;
    },
    /** Every case that has not ended, however old it is, and then the latest of the others. */
    list: async (search: string): Promise<readonly Summary[]> => {
      const wanted = search === '' ? {} : { search };
      const query = { ...wanted, life: 'unfinished', limit: String(limits.caseListRows) } as const;
      const [open, latest] = await Promise.all([
        call(() => cases.$get({ query }), { repeat: 'safe' }),
        call(() => cases.$get({ query: wanted }), { repeat: 'safe' }),
      ]);
      return [...open.cases, ...latest.cases.filter(({ state }) => state === 'finished')];
    },
    /** The id is chosen here, so that a second click or a repeated call opens no second case. */
    open: (wish: { caseId: string; persons: number; registerKey?: string }) =>
      call(() => cases.$post({ json: { ...wish, service: 'anmeldung' } }), { repeat: 'safe' }),
    askRegister: async (question: RegisterQuestion): Promise<readonly Match[]> =>
      (await call(() => cases['register-search'].$post({ json: question }), { repeat: 'safe' })).matches,
  };
}
export type Requests = ReturnType<typeof makeRequests>;
