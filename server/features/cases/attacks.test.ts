import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPeople } from '../../adapters/register/demo-people.ts';
import { makeDemoRegister } from '../../adapters/register/demo.ts';
import {
  bringCase,
  type Counter,
  familyRecord,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';

/** A clerk, or somebody with a clerk's session, who wants to know more than he may. */
let counter: Counter;
beforeAll(async () => {
  // The demo office knows a family of the same four facts, and two who fit count as none.
  const others = demoPeople.filter(({ query }) => query.familienname !== familyRecord.query.familienname);
  counter = await startCounter({ register: makeDemoRegister([...others, familyRecord]) });
});
afterAll(() => counter.close());

const view = (caseId: string) => must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
const at = (caseId: string) => tabletSteps(counter, caseId);

describe('what the citizen keeps for himself', () => {
  test('is not told by the refusal to hand over', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).write({ path: 'persons.p2.auskunftssperreWunsch', value: true }));
    const param = { caseId };
    await must(counter.clerk.cases[':caseId'].recall.$post({ param }));
    // The wish makes the spouse a signer who must be identified; that she is one is not the clerk's to know yet.
    const seen = await view(caseId);
    expect(seen.signers.map(({ id }) => id)).toEqual(['p1']);
    await must(counter.clerk.cases[':caseId'].handover.$post({ param, json: { deskId: 'echterdingen-1' } }));
  });

  test('stands neither in the list, nor in the evidence, nor in the tasks before the review', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).showAtEnd(true));
    await must(at(caseId).write({ path: 'persons.p1.familienname', value: 'Heimlich' }));
    await must(at(caseId).write({ path: 'persons.p2.auskunftssperreWunsch', value: true }));
    const list = await must(counter.clerk.cases.$get({ query: { search: 'Heimlich' } }));
    const evidence = await must(counter.clerk.cases[':caseId'].evidence.$get({ param: { caseId } }));
    const all = JSON.stringify([
      list,
      await must(counter.clerk.cases.$get({ query: {} })),
      evidence,
      await view(caseId),
    ]);
    expect(all).not.toMatch(/Heimlich|auskunftssperre/i);
  });
});

describe('whoever is protected by § 51 BMG', () => {
  const protectedWords = /Zdeňka|Zdenka|1990-07-08|Plzeň/;
  const couple = demoPeople.find(({ key }) => key === 'demo-yildiz-bruzek');

  test('is nowhere in the case of the spouse: not in the answer of the register, the case, its list or its evidence', async () => {
    const search = await must(
      counter.clerk.cases['register-search'].$post({ json: couple?.query ?? familyRecord.query }),
    );
    expect(search.matches).toMatchObject([{ persons: 1 }]);
    const caseId = newId();
    const registerKey = search.matches[0]?.registerKey ?? '';
    await must(counter.clerk.cases.$post({ json: { caseId, service: 'anmeldung', persons: 2, registerKey } }));
    const { cases } = await must(counter.clerk.cases.$get({ query: {} }));
    const evidence = await must(counter.clerk.cases[':caseId'].evidence.$get({ param: { caseId } }));
    expect(JSON.stringify([search, await view(caseId), cases, evidence])).not.toMatch(protectedWords);
    const [stored] = await counter.sql`select * from cases where case_id = ${caseId}`;
    expect(JSON.stringify(stored)).not.toMatch(protectedWords);
  });

  test('is not found by three facts and a guess, and nobody guesses for long', async () => {
    const clerk = (await counter.signedIn('demo-clerk-2')).api.api;
    const query = demoPeople.find(({ key }) => key === 'demo-yildiz-bruzek-z')?.query ?? familyRecord.query;
    const guess = (day: number) =>
      clerk.cases['register-search'].$post({
        json: { ...query, geburtsdatum: `1990-06-${String(day).padStart(2, '0')}` },
      });
    for (let tries = 0; tries < 60; tries += 1) expect(await must(guess((tries % 28) + 1))).toEqual({ matches: [] });
    expect(await refusal(guess(8))).toEqual([429, 'too-many-tries']);
    // A colleague goes on working.
    expect((await counter.clerk.cases['register-search'].$post({ json: familyRecord.query })).status).toBe(200);
  });
});

describe('a search made to break something', () => {
  test.for(['%00', '%', '_', "' or 1=1 --", '\\', '%25%25%25', 'a'.repeat(200)])(
    'for %s finds nobody and breaks nothing',
    async (search) => {
      const answer = await counter.clerkBrowser.fetch(
        `/api/cases?search=${search === '%00' ? search : encodeURIComponent(search)}`,
      );
      expect([200, 422]).toContain(answer.status);
      if (answer.status === 200) expect(await answer.json()).toEqual({ cases: [] });
    },
  );

  test.for(['__proto__.isLead', 'constructor.prototype.isLead', 'persons.__proto__.isLead', 'persons.p1.constructor'])(
    'an answer at %s has no place',
    async (path) => {
      const caseId = await bringCase(counter, 'prepared');
      const json = { path, value: 'x' };
      const answer = counter.clerk.cases[':caseId'].answers.$put({ param: { caseId }, json });
      expect(await refusal(answer)).toEqual([422, 'answer-unknown']);
      expect(Reflect.get({}, 'isLead')).toBeUndefined();
    },
  );
});

describe('the lead’s override', () => {
  test('is no way to take a case away from a tablet that answers', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const param = { caseId };
    expect(await refusal(counter.lead.cases[':caseId'].override.$post({ param }))).toEqual([409, 'tablet-reachable']);
    expect(await refusal(counter.clerk.cases[':caseId'].override.$post({ param }))).toEqual([403, 'role-forbidden']);
  });
});
