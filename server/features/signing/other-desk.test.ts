import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  assurance,
  bringCase,
  type Counter,
  eventsOf,
  refusal,
  type Stage,
  startCounter,
} from '../../../tests/support/counter.ts';
import { pairedTablet } from '../../../tests/support/tablet.ts';

/** A tablet knows the case of its own desk and no other. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const counterOf = () => counter.tablet.browser.api.api.counter;

describe('the tablet of another desk', () => {
  const requests: readonly [string, Stage, (caseId: string, api: ReturnType<typeof counterOf>) => Promise<Response>][] =
    [
      ['reading', 'filling', (caseId, api) => api[':caseId'].$get({ param: { caseId } })],
      [
        'beginning',
        'handed-over',
        (caseId, api) => api[':caseId'].begin.$post({ param: { caseId }, json: { locale: 'de' } }),
      ],
      ['assuring', 'begun', (caseId, api) => api[':caseId'].entitlement.$post({ param: { caseId }, json: assurance })],
      [
        'choosing a language',
        'filling',
        (caseId, api) => api[':caseId'].locale.$post({ param: { caseId }, json: { locale: 'en' } }),
      ],
      [
        'hiding',
        'filling',
        (caseId, api) => api[':caseId']['show-at-end'].$post({ param: { caseId }, json: { showsAtEnd: true } }),
      ],
      [
        'writing',
        'filling',
        (caseId, api) =>
          api[':caseId'].answers.$put({ param: { caseId }, json: { answers: [{ path: 'rolle', value: 'self' }] } }),
      ],
      [
        'reviewing',
        'filling',
        (caseId, api) => api[':caseId'].review.$post({ param: { caseId }, json: { assistance: [] } }),
      ],
      ['leaving the review', 'reviewing', (caseId, api) => api[':caseId'].review.leave.$post({ param: { caseId } })],
      ['declining', 'reviewing', (caseId, api) => api[':caseId'].decline.$post({ param: { caseId }, json: {} })],
      ['printing', 'reviewing', (caseId, api) => api[':caseId'].paper.$post({ param: { caseId } })],
      ['copying', 'confirmed', (caseId, api) => api[':caseId'].copy.$post({ param: { caseId } })],
      ['printing a copy', 'confirmed', (caseId, api) => api[':caseId'].copy.print.$post({ param: { caseId } })],
      [
        'ending',
        'confirmed',
        (caseId, api) => api[':caseId'].end.$post({ param: { caseId }, json: { handedOver: [] } }),
      ],
    ];
  let api: ReturnType<typeof counterOf>;
  beforeEach(async () => {
    api = (await pairedTablet(counter, 'leinfelden-4')).browser.api.api.counter;
  });

  test.for(requests)('does not learn that the case exists by %s', async ([, stage, ask]) => {
    const caseId = await bringCase(counter, stage);
    const before = await eventsOf(counter, caseId);
    expect(await refusal(ask(caseId, api))).toEqual([404, 'not-found']);
    expect(await eventsOf(counter, caseId)).toEqual(before);
  });
});
