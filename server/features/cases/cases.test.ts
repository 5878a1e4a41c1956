import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCaseNumber } from '../../../shared/base/case-number.ts';
import {
  bringCase,
  clearDesks,
  type Counter,
  eventsOf,
  familyRecord,
  leaseOf,
  makeAct,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';

/** The clerk's desk: open, prepare, hand over, take back. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const desk = () => counter.clerk.cases;
const of = (caseId: string) => {
  const route = desk()[':caseId'];
  const param = { caseId };
  return {
    read: () => route.$get({ param }),
    write: (path: string, value: string | null) => route.answers.$put({ param, json: { path, value } }),
    identify: (person: string, result: 'shown' | 'expired' = 'shown') =>
      route.identifications.$post({ param, json: { person, document: 'PA', result } }),
    signers: (...ids: string[]) =>
      route.signers.$put({ param, json: { signers: ids.map((id) => ({ id, role: 'self', name: `Person ${id}` })) } }),
    handOver: (deskId = 'echterdingen-1') => route.handover.$post({ param, json: { deskId } }),
    recall: () => route.recall.$post({ param }),
    giveBack: (reason = 'Der Einzug war am 14., nicht am 13.') => route.return.$post({ param, json: { reason } }),
    accept: () => route.accept.$post({ param }),
  };
};

describe('opening a case', () => {
  test('gives it a Vorgangsnummer of the server, and once however often it is sent', async () => {
    const json = { caseId: newId(), service: 'anmeldung', persons: 2 } as const;
    const first = await must(desk().$post({ json }));
    expect(await must(desk().$post({ json }))).toEqual(first);
    expect(readCaseNumber(first.number)).toMatchObject({ year: 2026, device: 0 });
    expect(first).toMatchObject({ state: 'prepared', persons: 2, version: 1, clerk: 'DEMO Karin Beispiel' });
    expect(await eventsOf(counter, json.caseId)).toEqual(['case-opened']);
    expect(await refusal(desk().$post({ json: { ...json, persons: 3 } }))).toEqual([409, 'same-id-other-content']);
  });

  test('starts from the register’s record', async () => {
    const caseId = await bringCase(counter, 'prepared');
    expect(await must(of(caseId).read())).toMatchObject({ name: 'Dr. Aleksandra Șerban-Wójcik', register: {} });
  });
});

describe('asking the register', () => {
  const ask = (change: object) =>
    counter.clerkBrowser.fetch('/api/cases/register-search', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...familyRecord.query, ...change }),
    });

  test('with all four facts finds the family', async () => {
    const found = await must(desk()['register-search'].$post({ json: familyRecord.query }));
    expect(found).toEqual({
      matches: [{ registerKey: expect.any(String), name: 'Dr. Aleksandra Șerban-Wójcik', persons: 4 }],
    });
  });

  test.for(['familienname', 'vornamen', 'geburtsdatum', 'letzteAnschrift'])(
    'R-047 without %s is refused',
    async (fact) => {
      expect(await refusal(ask({ [fact]: undefined }))).toEqual([422, 'request-invalid']);
    },
  );

  test('R-128 says the same of nobody and of several', async () => {
    expect(await (await ask({ vornamen: 'Niemand' })).json()).toEqual({ matches: [] });
  });
});

describe('the list', () => {
  test('finds by number, and by name however it is typed', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const { number } = await must(of(caseId).read());
    for (const search of [number, number.slice(3, 13), 'serban', 'ȘERBAN-WÓJCIK', 'Wojcik']) {
      const { cases } = await must(desk().$get({ query: { search } }));
      expect([search, cases.some((found) => found.caseId === caseId)]).toEqual([search, true]);
    }
    const { cases } = await must(desk().$get({ query: { search: '%' } }));
    expect(cases).toEqual([]);
  });

  test('is as long as asked for and holds one state where wanted', async () => {
    const { cases } = await must(desk().$get({ query: { limit: '2', state: 'prepared' } }));
    expect(cases.map(({ state }) => state)).toEqual(['prepared', 'prepared']);
  });
});

describe('R-027 a case for which only the Wohnungsgeberbestätigung is missing', () => {
  const listed = async (caseId: string) => {
    const { cases } = await must(desk().$get({ query: { life: 'unfinished', limit: '200' } }));
    return cases.find((found) => found.caseId === caseId);
  };

  test('waits for it, and no longer when it is there or refused', async () => {
    const caseId = await bringCase(counter, 'prepared');
    expect(await listed(caseId)).toMatchObject({ awaitedProof: null });
    expect(await must(of(caseId).write('nachweis', null))).toMatchObject({ awaitedProof: 'landlord-proof' });
    expect(await listed(caseId)).toMatchObject({ state: 'prepared', awaitedProof: 'landlord-proof' });
    expect(await must(of(caseId).write('nachweis', 'refused'))).toMatchObject({ awaitedProof: null });
  });

  test('has ended and waits for nothing when nobody brought it', async () => {
    const caseId = await bringCase(counter, 'prepared');
    await must(of(caseId).write('nachweis', null));
    const ended = await must(desk()[':caseId'].finish.$post({ param: { caseId } }));
    expect(ended).toMatchObject({ state: 'finished', awaitedProof: null });
    expect(await listed(caseId)).toBeUndefined();
  });
});

describe('handing over', () => {
  test('needs the identification of whoever will confirm', async () => {
    const caseId = newId();
    await must(desk().$post({ json: { caseId, service: 'anmeldung', persons: 1 } }));
    const answer = await of(caseId).handOver();
    expect(await answer.json()).toMatchObject({ code: 'identification-missing', details: { persons: ['p1'] } });
  });

  test('repeated changes nothing, and is in the evidence with the tablet’s key', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const first = await must(of(caseId).handOver());
    expect(await must(of(caseId).handOver())).toEqual(first);
    expect(await eventsOf(counter, caseId)).toEqual([
      'case-opened',
      'identification-noted',
      'device-paired',
      'handed-over',
    ]);
  });

  test.for([
    ['to a desk nobody has', 'nowhere-9', 404, 'not-found'],
    ['to a desk without a tablet', 'leinfelden-4', 409, 'desk-without-tablet'],
  ] as const)('is refused %s', async ([, deskId, status, code]) => {
    const caseId = await bringCase(counter, 'prepared');
    expect(await refusal(of(caseId).handOver(deskId))).toEqual([status, code]);
  });

  test('is refused while another case lies there', async () => {
    const first = await bringCase(counter, 'prepared');
    await clearDesks(counter);
    await must(of(first).handOver());
    const second = newId();
    await must(desk().$post({ json: { caseId: second, service: 'anmeldung', persons: 1 } }));
    await must(of(second).identify('p1'));
    expect(await refusal(of(second).handOver())).toEqual([409, 'desk-busy']);
    await must(of(first).recall());
    await must(of(second).handOver());
  });
});

describe('taking back', () => {
  test('is not possible behind the back of a tablet that does not answer; a lead can free the case', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const override = counter.lead.cases[':caseId'].override.$post;
    expect(await refusal(override({ param: { caseId } }))).toEqual([409, 'tablet-reachable']);
    counter.pass(600);
    expect(await refusal(of(caseId).recall())).toEqual([409, 'tablet-unreachable']);
    const clerks = desk()[':caseId'].override.$post({ param: { caseId } });
    expect(await refusal(clerks)).toEqual([403, 'role-forbidden']);
    expect(await must(override({ param: { caseId } }))).toMatchObject({ state: 'prepared', deskId: null, lease: null });
    expect(await eventsOf(counter, caseId)).toContain('lease-overridden');
  });

  test('of a case that lies nowhere is refused', async () => {
    const caseId = await bringCase(counter, 'prepared');
    expect(await refusal(of(caseId).recall())).toEqual([409, 'case-not-in-state']);
  });
});

describe('a change after the confirmation', () => {
  test.for([
    ['of an answer', (caseId: string) => of(caseId).write('persons.p1.geburtsort', 'Gdańsk')],
    ['of an identification', (caseId: string) => of(caseId).identify('p1', 'expired')],
    ['of who confirms', (caseId: string) => of(caseId).signers('p1', 'p2')],
    ['by returning it', (caseId: string) => of(caseId).giveBack()],
  ] as const)('%s voids it visibly and asks again', async ([, change]) => {
    const caseId = await bringCase(counter, 'confirmed');
    const after = await must(change(caseId));
    expect(after).toMatchObject({ state: 'filling', acts: [{ state: 'void' }] });
    expect(await eventsOf(counter, caseId)).toContain('act-voided');
    expect(await refusal(of(caseId).accept())).toEqual([409, 'case-not-in-state']);
  });

  test('that changes nothing voids nothing', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    expect(await must(of(caseId).identify('p1'))).toMatchObject({ state: 'confirmed', acts: [{ state: 'valid' }] });
    expect(await must(of(caseId).write('persons.p1.geburtsort', 'Łódź'))).toMatchObject({ state: 'confirmed' });
  });

  test('a voided act sent again does not count', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId));
    const acts = counter.tablet.browser.api.api.counter[':caseId'].acts;
    await must(acts.$post({ param: { caseId }, json }));
    await must(of(caseId).giveBack());
    expect(await refusal(acts.$post({ param: { caseId }, json }))).toEqual([409, 'act-revision-outdated']);
  });

  test('what is confirmed again is another revision, with a copy of its own', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await counter.work();
    await must(of(caseId).giveBack());
    const lease = await leaseOf(counter.tablet, caseId);
    expect(lease.revision).toBe(2);
    const json = await makeAct(counter.tablet, lease);
    await must(counter.tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json }));
    await counter.work();
    const { documents, acts } = await must(of(caseId).read());
    expect(documents.map(({ kind }) => kind)).toEqual(['copy', 'copy']);
    expect(documents.map(({ isOutdated }) => isOutdated)).toEqual([true, false]);
    // The first one is no copy of what is confirmed now, so the citizen is still owed one.
    const handOut = (documentId = '') =>
      desk()[':caseId'].handout.$post({ param: { caseId }, json: { documentId, how: 'shown' } });
    expect(await must(handOut(documents[0]?.documentId))).toMatchObject({ copyDeliveredAt: null });
    expect(await must(handOut(documents[1]?.documentId))).toMatchObject({ copyDeliveredAt: expect.any(String) });
    expect(acts.map(({ revision, state }) => [revision, state])).toEqual([
      [1, 'void'],
      [2, 'valid'],
    ]);
  });

  test('returns to the clerk where the citizen has left the tablet', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await must(of(caseId).recall());
    expect(await must(of(caseId).giveBack())).toMatchObject({ state: 'prepared', returnedBecause: expect.any(String) });
  });
});

test('a case that does not exist is not found, whatever is asked of it', async () => {
  const caseId = newId();
  const requests = [of(caseId).read(), of(caseId).write('rolle', 'self'), of(caseId).recall(), of(caseId).accept()];
  for (const request of requests) expect(await refusal(request)).toEqual([404, 'not-found']);
});
