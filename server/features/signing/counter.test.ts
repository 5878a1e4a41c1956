import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pairedTablet } from '../../../tests/support/tablet.ts';
import {
  assurance,
  bringCase,
  type Counter,
  eventsOf,
  leaseOf,
  makeAct,
  must,
  refusal,
  startCounter,
  type Stage,
} from '../../../tests/support/counter.ts';

/** The citizen at the tablet: begin, fill in, read, go back, leave. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const counterOf = () => counter.tablet.browser.api.api.counter;
const at = (caseId: string) => {
  const route = counterOf()[':caseId'];
  const param = { caseId };
  return {
    read: () => route.$get({ param }),
    begin: () => route.begin.$post({ param, json: { locale: 'en' } }),
    assure: () => route.entitlement.$post({ param, json: assurance }),
    locale: (locale: 'de' | 'plain' | 'en') => route.locale.$post({ param, json: { locale } }),
    showAtEnd: (showsAtEnd: boolean) => route['show-at-end'].$post({ param, json: { showsAtEnd } }),
    write: (...answers: { path: string; value: string | boolean | null }[]) =>
      route.answers.$put({ param, json: { answers } }),
    review: () => route.review.$post({ param, json: { assistance: [] } }),
    leave: () => route.review.leave.$post({ param }),
    decline: (note?: string) => route.decline.$post({ param, json: note === undefined ? {} : { note } }),
    end: () => route.end.$post({ param, json: { handedOver: ['print'] } }),
  };
};
const clerkSees = (caseId: string) => must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));

describe('before the citizen begins', () => {
  test('the tablet shows no personal data, and the case cannot be read', async () => {
    const caseId = await bringCase(counter, 'handed-over');
    const cover = await must(counterOf().$get());
    expect(cover.case).toMatchObject({ caseId, persons: 4, state: 'handed-over', needsEntitlement: true });
    expect(JSON.stringify(cover)).not.toMatch(/Aleksandra|Wójcik|Stuttgart/);
    expect(await refusal(at(caseId).read())).toEqual([409, 'case-not-in-state']);
  });

  test('an idle desk has nothing to show', async () => {
    await bringCase(counter, 'prepared');
    expect(await must(counterOf().$get())).toEqual({ case: null });
  });
});

describe('beginning', () => {
  test('can be repeated and is recorded once', async () => {
    const caseId = await bringCase(counter, 'handed-over');
    const first = await must(at(caseId).begin());
    expect(first).toMatchObject({ state: 'filling', locale: 'en' });
    expect(await must(at(caseId).begin())).toEqual(first);
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'begun')).toHaveLength(1);
  });

  test('brings the signer’s own data only; relatives’ data come after assurance and instruction', async () => {
    const caseId = await bringCase(counter, 'begun');
    const before = await must(at(caseId).read());
    expect(JSON.stringify(before.answers)).toContain('Aleksandra');
    expect(JSON.stringify(before)).not.toMatch(/Ștefan|Zoë|Matei/);
    expect(await refusal(at(caseId).write({ path: 'persons.p2.geburtsort', value: 'Cluj' }))).toEqual([
      409,
      'entitlement-missing',
    ]);
    expect(await refusal(at(caseId).review())).toEqual([409, 'entitlement-missing']);
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Warszawa' }));

    const assured = await must(at(caseId).assure());
    expect(JSON.stringify(assured.answers)).toMatch(/Ștefan.*Zoë.*Matei/s);
    expect(await must(at(caseId).assure())).toEqual(assured);
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'entitlement-assured')).toHaveLength(1);
  });
});

describe('filling in', () => {
  test('reaches the clerk as the fields are left, with what the citizen changed', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Warszawa' }));
    const seen = await clerkSees(caseId);
    expect(seen.changedByCitizen).toEqual(['persons.p1.geburtsort']);
    expect(JSON.stringify(seen.answers)).toContain('Warszawa');
    expect(seen.register).toMatchObject({ 'persons.p1.geburtsort': 'Łódź' });
  });

  test('stays with the citizen until the review where he wants that', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).showAtEnd(true));
    await must(at(caseId).write({ path: 'persons.p1.vornamen', value: 'Wisława' }));
    const before = await clerkSees(caseId);
    expect(JSON.stringify(before)).not.toContain('Wisława');
    expect(before).toMatchObject({ showsAtEnd: true, changedByCitizen: [] });
    const { cases } = await must(counter.clerk.cases.$get({ query: { search: 'Wislawa' } }));
    expect(cases).toEqual([]);
    // Taken back to the desk it is still not the clerk's to read.
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    expect(JSON.stringify(await clerkSees(caseId))).not.toContain('Wisława');
  });

  test('is shown whole at the review', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).showAtEnd(true));
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Wisła' }));
    await must(at(caseId).review());
    expect(JSON.stringify(await clerkSees(caseId))).toContain('Wisła');
  });

  test('keeps sensitive fields from the clerk until the review', async () => {
    const caseId = await bringCase(counter, 'filling');
    const paths = await sensitivePaths();
    expect(paths.length).toBeGreaterThan(0);
    const [path = ''] = paths;
    await must(at(caseId).write({ path: path.replace('persons.', 'persons.p1.'), value: true }));
    expect((await clerkSees(caseId)).changedByCitizen).toEqual([]);
    await must(at(caseId).review());
    expect((await clerkSees(caseId)).changedByCitizen).toEqual([path.replace('persons.', 'persons.p1.')]);
  });

  test.for<[string, number, string, { path: string; value: string }]>([
    ['of a field that the form does not have', 422, 'answer-unknown', { path: 'persons.p1.schuhgroesse', value: '44' }],
    ['into the machinery of objects', 422, 'answer-unknown', { path: '__proto__.x', value: 'y' }],
    ['of what the office fills in', 403, 'answer-by-office', { path: 'papier.einzugsdatum', value: '2026-11-13' }],
  ])('is refused %s, and the rest of the request with it', async ([, status, code, write]) => {
    const caseId = await bringCase(counter, 'filling');
    const { version } = await must(at(caseId).read());
    const good = { path: 'persons.p1.geburtsort', value: 'Gdańsk' };
    expect(await refusal(at(caseId).write(good, write))).toEqual([status, code]);
    expect(await must(at(caseId).read())).toMatchObject({ version });
  });

  test('the same again changes nothing', async () => {
    const caseId = await bringCase(counter, 'filling');
    const once = await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }));
    expect(await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }))).toEqual(once);
  });
});

describe('the review', () => {
  test('freezes a revision; asked for again it gives the same lease', async () => {
    const caseId = await bringCase(counter, 'filling');
    const lease = await must(at(caseId).review());
    expect(lease).toMatchObject({ revision: 1, validUntil: '2026-11-24T09:00:00.000Z' });
    expect(await must(at(caseId).review())).toEqual(lease);
    expect(await refusal(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }))).toEqual([
      409,
      'case-leased',
    ]);
    const clerkWrites = counter.clerk.cases[':caseId'].answers.$put({
      param: { caseId },
      json: { path: 'persons.p1.geburtsort', value: 'Gdańsk' },
    });
    expect(await refusal(clerkWrites)).toEqual([409, 'case-leased']);
  });

  test('is refused while errors remain, with the paths of the fields', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: null }));
    const answer = await at(caseId).review();
    expect(await answer.json()).toMatchObject({
      code: 'findings-open',
      details: { fields: ['persons.p1.geburtsort'] },
    });
  });

  test('left and entered again without a change keeps the revision and what was confirmed', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const before = await leaseOf(counter.tablet, caseId);
    await must(at(caseId).leave());
    await must(at(caseId).leave());
    const after = await must(at(caseId).review());
    expect(after).toMatchObject({ revision: 1, declarationHash: before.declarationHash });
    expect(after.challenge).not.toBe(before.challenge);
  });

  test('after a change is the next revision, and an act for the older one is refused', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const old = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId));
    await must(at(caseId).leave());
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }));
    expect(await must(at(caseId).review())).toMatchObject({ revision: 2 });
    const sent = counterOf()[':caseId'].acts.$post({ param: { caseId }, json: old });
    expect(await refusal(sent)).toEqual([409, 'act-revision-outdated']);
    expect(await eventsOf(counter, caseId)).toContain('answers-changed');
  });
});

describe('leaving', () => {
  test('without confirming is a right; what is said about it reaches the clerk', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    await must(at(caseId).decline('Ich möchte erst mit meinem Mann sprechen.'));
    await must(at(caseId).decline());
    const seen = await clerkSees(caseId);
    expect(seen).toMatchObject({
      state: 'declined',
      declinedNote: 'Ich möchte erst mit meinem Mann sprechen.',
      lease: null,
    });
    await must(at(caseId).end());
    expect(await eventsOf(counter, caseId)).toContain('declined');
  });

  test('takes the case from the tablet, and saying so twice is one end', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await must(at(caseId).end());
    await must(at(caseId).end());
    expect(await must(counterOf().$get())).toEqual({ case: null });
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'ended')).toHaveLength(1);
  });

  test('is not possible in the middle of filling in', async () => {
    const caseId = await bringCase(counter, 'filling');
    expect(await refusal(at(caseId).end())).toEqual([409, 'case-not-in-state']);
  });

  test('after the confirmation the tablet holds no answers any more', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    expect(await must(at(caseId).read())).toMatchObject({ answers: {}, confirmedSigners: ['p1'] });
  });
});

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

describe('a case that is taken back', () => {
  test('is gone from the tablet, which is told why', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId));
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    expect(await refusal(at(caseId).read())).toEqual([409, 'case-recalled']);
    expect(await refusal(at(caseId).leave())).toEqual([409, 'case-recalled']);
    expect(await must(counterOf().$get())).toEqual({ case: null });
    expect(await refusal(counterOf()[':caseId'].acts.$post({ param: { caseId }, json }))).toEqual([
      409,
      'act-after-recall',
    ]);
  });
});

/** Yes-no fields of the persons that are marked sensitive, read from the definition itself. */
async function sensitivePaths(): Promise<string[]> {
  const { services } = await import('../../../shared/services/catalogue.ts');
  return services.anmeldung.definition.sections
    .filter(({ each }) => each === 'persons')
    .flatMap(({ fields }) => fields)
    .filter(({ sensitive, kind, by }) => sensitive && kind === 'yes-no' && by === undefined)
    .map(({ id }) => `persons.${id}`);
}
