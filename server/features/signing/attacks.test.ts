import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aDrawing,
  bringCase,
  type Counter,
  eventsOf,
  leaseOf,
  makeAct,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { makeTablet, pairedTablet } from '../../../tests/support/tablet.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';

/** A tablet, or somebody at it, who wants more than the ceremony gives him. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const at = (caseId: string) => tabletSteps(counter, caseId);
const sendAct = (caseId: string, json: Awaited<ReturnType<typeof makeAct>>, tablet = counter.tablet) =>
  tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json });

describe('before the assurance of § 23 Abs. 4 BMG', () => {
  test('no answer of the tablet names a relative or a relative’s data', async () => {
    const caseId = await bringCase(counter, 'begun');
    const answers = [
      await at(caseId).read(),
      await at(caseId).review(),
      await at(caseId).locale('de'),
      await counter.tablet.browser.api.api.counter.$get(),
    ];
    const { answers: all } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
    const relatives = (all['persons'] as { id: string; vornamen: string; geburtsdatum: string }[]).slice(1);
    expect(relatives).toHaveLength(3);
    for (const answer of answers) {
      const text = await answer.text();
      for (const { vornamen, geburtsdatum } of relatives) {
        expect(text).not.toContain(vornamen);
        expect(text).not.toContain(geburtsdatum);
      }
    }
  });

  test('a right guess of a relative’s data is answered like a wrong one', async () => {
    const caseId = await bringCase(counter, 'begun');
    const { answers } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
    const [, spouse] = answers['persons'] as { id: string; geburtsdatum: string }[];
    const path = `persons.${spouse?.id}.geburtsdatum`;
    const right = await at(caseId).write({ path, value: spouse?.geburtsdatum ?? '' });
    const wrong = await at(caseId).write({ path, value: '1900-01-01' });
    expect([right.status, await right.text()]).toEqual([409, await wrong.text()]);
  });

  test.for([
    'persons.p2.auskunftssperreWunsch',
    'persons.p2.doktorgrad',
    'persons.p2',
    'persons.p1.ehegatte',
    'persons',
  ])('whether there is something at %s cannot be found out by taking it away', async (path) => {
    const caseId = await bringCase(counter, 'begun');
    expect(await refusal(at(caseId).write({ path, value: null }))).toEqual([409, 'entitlement-missing']);
  });

  test('one’s own data can be corrected, also where nothing stands yet', async () => {
    const caseId = await bringCase(counter, 'begun');
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdynia' }));
    await must(at(caseId).write({ path: 'persons.p1.widerspruchParteien', value: true }));
  });
});

describe('an act', () => {
  test.for([
    ['answers another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'act-challenge-stale'],
    ['has none and says it was offline', { challenge: undefined, offline: true }, 'act-challenge-stale'],
    ['confirms an older revision', { revision: 0 }, 'act-unreadable'],
    ['confirms a later revision', { revision: 99 }, 'act-revision-outdated'],
    ['is for another case', { caseId: newId() }, 'act-unreadable'],
    ['confirms other words', { declarationHash: 'a'.repeat(64) }, 'act-declaration-differs'],
    ['is by somebody who has no say', { signer: 'p2' }, 'act-signer-unknown'],
    ['is by a name of Object', { signer: '__proto__' }, 'act-signer-unknown'],
  ] as const)('that %s confirms nothing', async ([, change, code]) => {
    const caseId = await bringCase(counter, 'reviewing');
    const before = await eventsOf(counter, caseId);
    const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), change as object);
    expect((await refusal(sendAct(caseId, json)))[1]).toBe(code);
    expect(await eventsOf(counter, caseId)).toEqual(before);
  });

  test('by the key of another desk’s tablet confirms nothing, whoever sends it', async () => {
    const other = await pairedTablet(counter, 'leinfelden-3');
    const caseId = await bringCase(counter, 'reviewing');
    const json = await makeAct(other, await leaseOf(counter.tablet, caseId));
    expect(await refusal(sendAct(caseId, json))).toEqual([403, 'act-key-foreign']);
    expect(await refusal(sendAct(caseId, json, other as Counter['tablet']))).toEqual([404, 'not-found']);
  });

  test.for([
    ['the algorithm "none"', { alg: 'none' }],
    ['a symmetric algorithm over the public key', { alg: 'HS256' }],
    ['a critical extension', { alg: 'ES256', crit: ['b64'], b64: false }],
    ['a key to be fetched', { alg: 'ES256', jku: 'http://127.0.0.1:1/' }],
    ['a chain of certificates', { alg: 'ES256', x5c: ['AA=='] }],
  ] as const)('that names %s is no act', async ([, header]) => {
    const caseId = await bringCase(counter, 'reviewing');
    const act = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId));
    const [protectedHeader = '', payload = '', signature = ''] = act.jws.split('.');
    const good = JSON.parse(Buffer.from(protectedHeader, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...good, ...header })).toString('base64url');
    const json = { ...act, jws: [forged, payload, signature].join('.') };
    expect(await refusal(sendAct(caseId, json))).toEqual([422, 'act-unreadable']);
  });

  test('that comes late is kept, and a tablet that makes one after the other is stopped', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const lease = await leaseOf(counter.tablet, caseId);
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    const codes: string[] = [];
    for (let count = 0; count < 25; count += 1)
      codes.push((await refusal(sendAct(caseId, await makeAct(counter.tablet, lease))))[1]);
    expect(new Set(codes.slice(0, 24))).toEqual(new Set(['act-after-recall']));
    expect(codes[24]).toBe('act-repeated');
    const [kept] = await counter.sql<{ n: number }[]>`select count(*)::int as n from acts where case_id = ${caseId}`;
    expect(kept?.n).toBe(24);
  });

  test('sent ten times at once is one act', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), { drawing: aDrawing });
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendAct(caseId, json)));
    expect(new Set(answers.map(({ status }): number => status))).toEqual(new Set([200]));
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'confirmed')).toHaveLength(1);
  });

  test('that comes while the clerk changes an answer never lets the changed case be accepted', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const route = counter.clerk.cases[':caseId'];
    const param = { caseId };
    await Promise.all([
      route.accept.$post({ param }),
      route.answers.$put({ param, json: { path: 'persons.p1.geburtsort', value: 'Anderswo' } }),
      route.accept.$post({ param }),
    ]);
    const after = await must(route.$get({ param }));
    const isAccepted = ['accepted', 'sealed'].includes(after.state);
    expect(JSON.stringify(after.answers).includes('Anderswo')).toBe(!isAccepted);
    expect((await eventsOf(counter, caseId)).includes('act-voided')).toBe(!isAccepted);
  });
});

describe('a tablet that was replaced at its desk and lies in a drawer', () => {
  /** A tablet of that desk takes the place of the counter's; its own session is open again. */
  const replace = async (old: Counter['tablet'], deskId: string) => {
    const fresh = await pairedTablet(counter, deskId);
    await old.openSession();
    return fresh;
  };

  test('no longer sees what lies on the desk', async () => {
    const old = await pairedTablet(counter, 'leinfelden-2');
    const fresh = await replace(old, 'leinfelden-2');
    const caseId = await bringCase(counter, 'filling', { tablet: fresh });
    const api = old.browser.api.api.counter;
    expect(await must(api.$get())).toMatchObject({ case: null, open: null });
    expect(await refusal(api[':caseId'].$get({ param: { caseId } }))).toEqual([404, 'not-found']);
    expect(await refusal(api[':caseId'].review.$post({ param: { caseId }, json: { assistance: [] } }))).toEqual([
      404,
      'not-found',
    ]);
  });

  test('confirms nothing with the lease it still holds; what it sends is kept and told', async () => {
    const old = await pairedTablet(counter, 'leinfelden-3');
    const caseId = await bringCase(counter, 'reviewing', { tablet: old });
    const act = await makeAct(old, await leaseOf(old, caseId));
    await replace(old, 'leinfelden-3');
    for (const _ of [1, 2]) expect(await refusal(sendAct(caseId, act, old))).toEqual([409, 'act-after-recall']);
    const view = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
    expect(view).toMatchObject({
      state: 'reviewing',
      acts: [{ state: 'void' }],
      tasks: [{ kind: 'act-after-recall' }],
    });
    const events = await eventsOf(counter, caseId);
    expect(events.filter((event) => event === 'act-after-recall' || event === 'confirmed')).toEqual([
      'act-after-recall',
    ]);
  });

  test('does not learn by an act, by ending or by late answers whether a case lay on its desk', async () => {
    const old = await pairedTablet(counter, 'leinfelden-3');
    const fresh = await replace(old, 'leinfelden-3');
    const caseId = await bringCase(counter, 'reviewing', { tablet: fresh });
    const act = await makeAct(old, await leaseOf(fresh, caseId));
    expect(await refusal(sendAct(caseId, act, old))).toEqual([404, 'not-found']);
    const route = old.browser.api.api.counter[':caseId'];
    const param = { caseId };
    await must(counter.clerk.cases[':caseId'].recall.$post({ param }));
    expect(await refusal(route.end.$post({ param, json: { handedOver: [] } }))).toEqual([404, 'not-found']);
    const json = { answers: [{ path: 'rolle', value: 'self' }] };
    expect(await refusal(route.answers.$put({ param, json }))).toEqual([404, 'not-found']);
  });
});

test('a tablet nobody paired has no way in', async () => {
  const stranger = await makeTablet(counter);
  expect((await stranger.openSession()).ok).toBe(false);
  expect((await stranger.browser.api.api.counter.$get()).status).toBe(401);
});
