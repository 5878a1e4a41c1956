import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bringCase,
  type Counter,
  eventsOf,
  leaseOf,
  makeAct,
  must,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';

/** The citizen at the tablet: begin, fill in, read, go back, leave. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const counterOf = () => counter.tablet.browser.api.api.counter;
const at = (caseId: string) => tabletSteps(counter, caseId);
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
    expect(await must(counterOf().$get())).toEqual({ case: null, open: null });
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

test('who sits down after a recall assures for himself; the assurance of the one before does not count', async () => {
  const caseId = await bringCase(counter, 'filling');
  expect(JSON.stringify((await must(at(caseId).read())).answers)).toContain('Ștefan');
  await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
  const json = { deskId: 'echterdingen-1' };
  await must(counter.clerk.cases[':caseId'].handover.$post({ param: { caseId }, json }));
  expect(await must(at(caseId).begin())).toMatchObject({ needsEntitlement: true });
  expect(JSON.stringify(await must(at(caseId).read()))).not.toMatch(/Ștefan|Zoë|Matei/);
});

test('before the assurance nobody becomes the signer by taking the signer off the list', async () => {
  const caseId = await bringCase(counter, 'begun');
  for (const write of [
    { path: 'persons.p1', value: null },
    { path: 'persons.p2', value: null },
  ])
    expect(await refusal(at(caseId).write(write))).toEqual([409, 'entitlement-missing']);
  expect(JSON.stringify(await must(at(caseId).read()))).not.toMatch(/Ștefan|Zoë|Matei/);
});

test('before the assurance the tablet does not learn the name of another one who confirms', async () => {
  const caseId = await bringCase(counter, 'begun');
  const param = { caseId };
  const signers = ['p1', 'p2'].map((id) => ({ id, role: 'self' as const, name: 'Ștefan' }));
  await must(counter.clerk.cases[':caseId'].signers.$put({ param, json: { signers } }));
  const before = await must(at(caseId).read());
  expect(before.signers).toMatchObject([{ name: 'Dr. Aleksandra Șerban-Wójcik' }, { id: 'p2', name: '' }]);
  expect((await must(at(caseId).assure())).signers[1]?.name).toBe('Ștefan Șerban-Wójcik');
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
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'review-left')).toHaveLength(1);
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
    expect(await must(counterOf().$get())).toEqual({ case: null, open: null });
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

describe('a case that is taken back', () => {
  test('is gone from the tablet, which is told why', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId));
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    expect(await refusal(at(caseId).read())).toEqual([409, 'case-recalled']);
    expect(await refusal(at(caseId).leave())).toEqual([409, 'case-recalled']);
    expect(await must(counterOf().$get())).toEqual({ case: null, open: null });
    expect(await refusal(counterOf()[':caseId'].acts.$post({ param: { caseId }, json }))).toEqual([
      409,
      'act-after-recall',
    ]);
  });
});
