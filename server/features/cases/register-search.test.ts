import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import {
  askForFamily,
  type Counter,
  eventsOf,
  familyRecord,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { openDb } from '../../db/client.ts';
import { timetable } from '../../jobs.ts';
import { purgeLookUps } from './register-log.ts';

/** What a search gives belongs to whoever searched, and everybody who searched stands in the log. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

type Api = Counter['clerk'];
const opening = (registerKey: string, caseId = newId()) =>
  ({ caseId, service: 'anmeldung', persons: 4, registerKey }) as const;
const stale = [409, 'register-search-stale'];
const lookUps = async (query: { before?: string; staffId?: string; caseId?: string } = {}) =>
  (await must(counter.lead.cases['register-look-ups'].$get({ query }))).lookUps;

describe('the key that a search gives', () => {
  let key: string;
  beforeEach(async () => {
    key = await askForFamily(counter);
  });

  test('opens a case with the record of the register, and says nothing of its key there', async () => {
    expect(key).toMatch(/^[\w-]{22}$/);
    const json = opening(key);
    expect(await must(counter.clerk.cases.$post({ json }))).toMatchObject({ name: 'Dr. Aleksandra Șerban-Wójcik' });
    expect(await eventsOf(counter, json.caseId)).toEqual(['case-opened']);
    const [row] = await counter.sql`select register_key from cases where case_id = ${json.caseId}`;
    expect(row).toEqual({ register_key: familyRecord.key });
  });

  test('lies in the database as a hash', async () => {
    expect(JSON.stringify(await counter.sql`select * from register_finds`)).not.toContain(key);
  });

  test('sent again for the same case answers the same, even when it is long over', async () => {
    const json = opening(key);
    const first = await must(counter.clerk.cases.$post({ json }));
    expect(await must(counter.clerk.cases.$post({ json }))).toEqual(first);
    counter.pass(16 * 60);
    expect(await must(counter.clerk.cases.$post({ json }))).toEqual(first);
  });

  test('opens no second case, one after the other or at once', async () => {
    await must(counter.clerk.cases.$post({ json: opening(key) }));
    expect(await refusal(counter.clerk.cases.$post({ json: opening(key) }))).toEqual(stale);
    const other = await askForFamily(counter);
    const answers = await Promise.all([1, 2, 3].map(() => counter.clerk.cases.$post({ json: opening(other) })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  test.for<[string, () => Promise<Api>]>([
    ['a colleague', async () => (await counter.signedIn('demo-clerk-2')).api.api],
    ['the lead', async () => counter.lead],
    ['the same clerk in another session', async () => (await counter.signedIn('demo-clerk-1')).api.api],
  ])('is of no use to %s', async ([, signIn]) => {
    const json = opening(key);
    expect(await refusal((await signIn()).cases.$post({ json }))).toEqual(stale);
    expect(await counter.sql`select 1 from cases where case_id = ${json.caseId}`).toHaveLength(0);
    await must(counter.clerk.cases.$post({ json }));
  });

  test('counts for a quarter of an hour', async () => {
    counter.pass(15 * 60 - 1);
    await must(counter.clerk.cases.$post({ json: opening(key) }));
    const late = await askForFamily(counter);
    counter.pass(15 * 60);
    expect(await refusal(counter.clerk.cases.$post({ json: opening(late) }))).toEqual(stale);
    await askForFamily(counter);
    expect(await counter.sql`select 1 from register_finds`).toHaveLength(1);
  });

  test.for([familyRecord.key, 'AAAAAAAAAAAAAAAAAAAAAA', '__proto__'])('is not "%s"', async (guess) => {
    expect(await refusal(counter.clerk.cases.$post({ json: opening(guess) }))).toEqual(stale);
  });

  test('is worth nothing once the record is gone', async () => {
    const { register } = counter.office;
    counter.office.register = { ...register, read: async () => undefined };
    expect(await refusal(counter.clerk.cases.$post({ json: opening(key) }))).toEqual(stale);
    counter.office.register = register;
  });
});

describe('§ 5 Abs. 1 1. BMeldDÜV the log of look-ups', () => {
  test('says who asked for whom, when, for which purpose, and into which case it went', async () => {
    const json = opening(await askForFamily(counter));
    await must(counter.clerk.cases.$post({ json }));
    const [taken, searched] = await lookUps();
    const common = {
      at: counter.office.now().toISOString(),
      staffId: 'demo-clerk-1',
      name: 'DEMO Karin Beispiel',
      purpose: '§ 23 Abs. 3 BMG',
      source: 'DEMO Melderegister',
      isFound: true,
    };
    expect(searched).toMatchObject({ ...common, kind: 'searched', asked: familyRecord.query, caseId: null });
    expect(taken).toMatchObject({ ...common, kind: 'taken', asked: null, caseId: json.caseId });
    expect(taken?.searchId).toBe(searched?.lookUpId);
    const [stored] = await counter.sql`select given, authority from register_look_ups where case_id = ${json.caseId}`;
    expect(stored).toMatchObject({
      authority: '08116078',
      given: { persons: [{ familienname: 'Șerban-Wójcik' }, {}, {}, {}] },
    });
  });

  test('has whoever found nobody, too', async () => {
    const asked = { ...familyRecord.query, vornamen: 'Niemand' };
    expect(await must(counter.clerk.cases['register-search'].$post({ json: asked }))).toEqual({ matches: [] });
    expect((await lookUps())[0]).toMatchObject({ asked, isFound: false, source: null });
  });

  test('is read by the lead, of one colleague or one case, page by page', async () => {
    const clerk = (await counter.signedIn('demo-clerk-2')).api.api;
    counter.pass(1);
    await must(clerk.cases['register-search'].$post({ json: familyRecord.query }));
    const [latest] = await lookUps();
    expect(await lookUps({ staffId: 'demo-clerk-2' })).toEqual([latest]);
    expect(await lookUps({ caseId: newId() })).toEqual([]);
    expect(await lookUps({ before: latest?.at ?? '' })).not.toContainEqual(latest);
  });

  test.for(['demo-clerk-1', 'demo-administrator-1'])('is not for %s', async (staffId) => {
    const { api } = await counter.signedIn(staffId);
    expect(await refusal(api.api.cases['register-look-ups'].$get({ query: {} }))).toEqual([403, 'role-forbidden']);
  });

  test('comes first: what cannot be written down is not told', async () => {
    const { settings } = counter.office;
    const authority = { ...settings.authority, ags: 'with \0 in it' };
    counter.office.settings = { ...settings, authority };
    const answer = await counter.clerk.cases['register-search'].$post({ json: familyRecord.query });
    counter.office.settings = settings;
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringMatching(/Wójcik|registerKey/)]);
  });

  test.for([`update register_look_ups set staff_id = 'demo-clerk-2'`, `delete from register_look_ups`])(
    'is not rewritten by the application: %s',
    async (statement) => {
      await expect(counter.sql.unsafe(statement)).rejects.toThrow('permission denied');
    },
  );

  test('R-122 forgets a look-up after twelve months, and not a day before', async () => {
    const old = (await lookUps()).length;
    counter.pass(364 * 86_400);
    await purgeLookUps(counter.office);
    await renewSessions();
    expect(await lookUps()).toHaveLength(old);
    await askForFamily(counter);
    counter.pass(2 * 86_400);
    await purgeLookUps(counter.office);
    await renewSessions();
    expect(await lookUps()).toHaveLength(1);
    expect(timetable).toHaveProperty('purge-look-ups');
  });

  test('is deleted and not changed by the retention role', async () => {
    const url = inject('postgres').retentionUrl.replace(/schalter$/, counter.url.split('/').at(-1) ?? '');
    const retention = openDb(url, 1);
    await expect(retention.sql`update register_look_ups set staff_id = 'x'`).rejects.toThrow('permission denied');
    await retention.close();
  });
});

/** Days later everybody signs in again. */
async function renewSessions(): Promise<void> {
  const again = await counter.signedIn('demo-clerk-1');
  for (const [name, value] of again.jar) counter.clerkBrowser.jar.set(name, value);
  counter.lead = (await counter.signedIn('demo-lead')).api.api;
}
