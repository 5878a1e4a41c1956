import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCaseNumber } from '../shared/base/case-number.ts';
import { verifyChain } from '../shared/evidence/chain.ts';
import {
  aDrawing,
  bringCase,
  clearDesks,
  type Counter,
  eventsOf,
  leaseOf,
  makeAct,
  must,
  newId,
  startCounter,
} from './support/counter.ts';

/** Two people do the same at the same moment: real requests in parallel against the real database. */
let counter: Counter;
let colleague: Counter['clerk'];
beforeAll(async () => {
  counter = await startCounter();
  colleague = (await counter.signedIn('demo-clerk-2')).api.api;
});
afterAll(() => counter.close());

const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }): number => status).toSorted((a, b) => a - b);
const times = <Value>(count: number, make: (place: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe('two clerks', () => {
  test('opening many cases never get a number twice, and none is left out', async () => {
    const answers = await Promise.all(
      times(24, (at) =>
        must(
          (at % 2 ? counter.clerk : colleague).cases.$post({
            json: { caseId: newId(), service: 'anmeldung', persons: 1 },
          }),
        ),
      ),
    );
    const counters = answers.map(({ number }) => readCaseNumber(number)?.counter ?? 0).toSorted((a, b) => a - b);
    expect(counters).toEqual(times(24, (at) => (counters[0] ?? 0) + at));
  });

  test('opening the same case get the same case', async () => {
    const json = { caseId: newId(), service: 'anmeldung', persons: 2 } as const;
    const answers = await Promise.all(
      times(6, (at) => must((at % 2 ? counter.clerk : colleague).cases.$post({ json }))),
    );
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await eventsOf(counter, json.caseId)).toEqual(['case-opened']);
  });

  test('handing two cases to one desk: one is told that it is busy', async () => {
    const [one, other] = [await bringCase(counter, 'prepared'), await bringCase(counter, 'prepared')];
    await clearDesks(counter);
    const hand = (clerk: Counter['clerk'], caseId: string) =>
      clerk.cases[':caseId'].handover.$post({ param: { caseId }, json: { deskId: 'echterdingen-1' } });
    const answers = await Promise.all([hand(counter.clerk, one), hand(colleague, other)]);
    expect(statuses(answers)).toEqual([200, 409]);
  });

  test('writing different answers both keep theirs', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const write = (clerk: Counter['clerk'], path: string, value: string) =>
      must(clerk.cases[':caseId'].answers.$put({ param: { caseId }, json: { path, value } }));
    await Promise.all(
      times(10, (at) => write(at % 2 ? counter.clerk : colleague, `persons.p${(at % 4) + 1}.geburtsort`, `Ort ${at}`)),
    );
    const { answers, version } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
    expect(JSON.stringify(answers).match(/Ort \d/g)).toHaveLength(4);
    expect(version).toBe(12);
  });

  test('accepting at once and returning at once: one of both happens', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const param = { caseId };
    const answers = await Promise.all([
      counter.clerk.cases[':caseId'].accept.$post({ param }),
      colleague.cases[':caseId'].return.$post({ param, json: { reason: 'Bitte noch einmal ansehen.' } }),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    const events = await eventsOf(counter, caseId);
    expect(events.includes('accepted')).not.toBe(events.includes('returned'));
  });

  test('noting the entry at once make one Meldebestätigung', async () => {
    const caseId = await bringCase(counter, 'accepted');
    const enter = (clerk: Counter['clerk']) => must(clerk.cases[':caseId'].entry.$post({ param: { caseId } }));
    await Promise.all([enter(counter.clerk), enter(colleague)]);
    await counter.work();
    const { documents } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
    expect(documents.filter(({ kind }) => kind === 'meldebestaetigung')).toHaveLength(1);
  });
});

test('more cases accepted at once than there are connections to the database are all sealed', async () => {
  const caseIds: string[] = [];
  for (const _ of times(7, (at) => at)) {
    const caseId = await bringCase(counter, 'confirmed');
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    caseIds.push(caseId);
  }
  const accept = (caseId: string) => must(counter.clerk.cases[':caseId'].accept.$post({ param: { caseId } }));
  await Promise.all([...caseIds.map(accept), counter.work()]);
  await counter.work();
  for (const caseId of caseIds) {
    const { state, documents } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
    expect([state, documents.map(({ kind }) => kind)]).toEqual(['sealed', ['copy', 'declaration']]);
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'sealed')).toHaveLength(1);
  }
});

describe('clerk and tablet', () => {
  test('confirming while the clerk takes the case back: it counts or it is late, never half', async () => {
    for (const _ of times(4, (at) => at)) {
      const caseId = await bringCase(counter, 'reviewing');
      const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), { drawing: aDrawing });
      const param = { caseId };
      const [act] = await Promise.all([
        counter.tablet.browser.api.api.counter[':caseId'].acts.$post({ param, json }),
        counter.clerk.cases[':caseId'].recall.$post({ param }),
      ]);
      const events = await eventsOf(counter, caseId);
      const view = await must(counter.clerk.cases[':caseId'].$get({ param }));
      expect(events.includes('confirmed')).toBe(act.status === 200);
      expect(events.includes('act-after-recall')).toBe(act.status !== 200);
      expect(view.state).toBe(act.status === 200 ? 'confirmed' : 'prepared');
    }
  });

  test('the same act sent six times at once is stored once and answered alike', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId));
    const send = () => must(counter.tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json }));
    const receipts = await Promise.all(times(6, send));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'confirmed')).toHaveLength(1);
  });

  test('two acts of one person at once: one counts', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const lease = await leaseOf(counter.tablet, caseId);
    const acts = await Promise.all(times(2, () => makeAct(counter.tablet, lease)));
    const answers = await Promise.all(
      acts.map((json) => counter.tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json })),
    );
    expect(statuses(answers)).toEqual([200, 409]);
  });

  test('writing and beginning a review at once leave a lease for what is stored', async () => {
    const caseId = await bringCase(counter, 'filling');
    const param = { caseId };
    const route = counter.tablet.browser.api.api.counter[':caseId'];
    const [written] = await Promise.all([
      route.answers.$put({ param, json: { answers: [{ path: 'persons.p1.geburtsort', value: 'Gdańsk' }] } }),
      must(route.review.$post({ param, json: { assistance: [] } })),
    ]);
    const { declaration } = await leaseOf(counter.tablet, caseId);
    expect(declaration.includes('Gdańsk')).toBe(written.status === 200);
  });

  test('whatever happens at once, the chain of the evidence stays whole', async () => {
    const caseId = await bringCase(counter, 'filling');
    const param = { caseId };
    const route = counter.tablet.browser.api.api.counter[':caseId'];
    await Promise.all([
      ...times(6, (at) => route['show-at-end'].$post({ param, json: { showsAtEnd: at % 2 === 0 } })),
      ...times(6, (at) =>
        counter.clerk.cases[':caseId'].identifications.$post({
          param,
          json: { person: `p${(at % 4) + 1}`, document: 'PA', result: 'expired' },
        }),
      ),
    ]);
    const file = await must(counter.clerk.cases[':caseId']['evidence.json'].$get({ param }));
    expect(await verifyChain(file.entries)).toEqual({ intact: true });
  });
});
