import type { Assistance } from '../../shared/declaration/declaration.ts';
import { assurance, type Counter } from './counter.ts';

/** What the citizen does at the tablet, each step one request. */
export function tabletSteps({ tablet }: Pick<Counter, 'tablet'>, caseId: string) {
  const route = tablet.browser.api.api.counter[':caseId'];
  const param = { caseId };
  return {
    read: () => route.$get({ param }),
    begin: (...assistance: Assistance[]) => route.begin.$post({ param, json: { locale: 'en', assistance } }),
    assure: () => route.entitlement.$post({ param, json: assurance }),
    locale: (locale: 'de' | 'plain' | 'en') => route.locale.$post({ param, json: { locale } }),
    helped: (...assistance: Assistance[]) => route.assistance.$post({ param, json: { assistance } }),
    awaitOffice: () => route['await-office'].$post({ param }),
    showAtEnd: (showsAtEnd: boolean) => route['show-at-end'].$post({ param, json: { showsAtEnd } }),
    write: (...answers: { path: string; value: string | boolean | string[] | null }[]) =>
      route.answers.$put({ param, json: { answers } }),
    review: (...assistance: Assistance[]) => route.review.$post({ param, json: { assistance } }),
    leave: () => route.review.leave.$post({ param }),
    decline: (note?: string) => route.decline.$post({ param, json: note === undefined ? {} : { note } }),
    end: () => route.end.$post({ param, json: { handedOver: ['print'] } }),
  };
}
