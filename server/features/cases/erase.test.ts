import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '../../../shared/evidence/chain.ts';
import {
  aDrawing,
  bringCase,
  type Counter,
  leaseOf,
  makeAct,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';
import { timetable } from '../../jobs.ts';
import { eraseAbandoned } from './jobs.ts';

/** "What was abandoned is deleted": nothing of the family is left anywhere but what never said anything about them. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const route = () => counter.clerk.cases[':caseId'];
const read = (caseId: string) => must(route().$get({ param: { caseId } }));
const finish = (caseId: string) => route().finish.$post({ param: { caseId } });
const recall = (caseId: string) => must(route().recall.$post({ param: { caseId } }));
const giveBack = (caseId: string) =>
  must(route().return.$post({ param: { caseId }, json: { reason: 'Bitte Frau Wójcik fragen.' } }));
const sendAct = (json: Awaited<ReturnType<typeof makeAct>>, caseId: string) =>
  counter.tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json });

/** Days later: sessions are over, and everybody signs in again. */
async function pass(days: number): Promise<void> {
  counter.pass(days * 86_400);
  await counter.tablet.openSession();
  const again = await counter.signedIn('demo-clerk-1');
  for (const [name, value] of again.jar) counter.clerkBrowser.jar.set(name, value);
}

/** Every row of every table that hangs on the case, as text. */
async function everythingOf(caseId: string): Promise<string> {
  const tables = ['cases', 'signers', 'identifications', 'tasks', 'revisions', 'leases', 'acts', 'documents'];
  const rows = await Promise.all(
    [...tables, 'case_keys', 'copy_links', 'evidence_entries'].map(
      (table) => counter.sql`select * from ${counter.sql(table)} where case_id = ${caseId}`,
    ),
  );
  return JSON.stringify(rows);
}
const persons = /Aleksandra|Wójcik|Wojcik|Stuttgart|1987|Reinsburg|demo-family|Łódź|M 200|\[\[\d/i;
const blobCount = async () => Number((await counter.sql`select count(*) as count from blobs`)[0]?.['count']);

describe('a case that ends without a confirmation', () => {
  test('forgets at once who it was about, and keeps a whole Nachweis', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(tabletSteps(counter, caseId).decline('Ich frage erst Frau Wójcik.'));
    expect(await everythingOf(caseId)).toMatch(persons);
    const { number } = await read(caseId);
    const ended = await must(finish(caseId));
    expect(ended).toMatchObject({ state: 'finished', number, name: '', answers: {}, declinedNote: null, signers: [] });
    expect(ended.erasedAt).toBe(counter.office.now().toISOString());
    expect(await everythingOf(caseId)).not.toMatch(persons);
    const { entries } = await must(route()['evidence.json'].$get({ param: { caseId } }));
    expect(await verifyChain(entries)).toEqual({ intact: true });
    expect(entries.slice(-2).map(({ event, actor }) => [event, actor])).toEqual([
      ['ended', 'clerk:demo-clerk-1'],
      ['erased', 'clerk:demo-clerk-1'],
    ]);
    const { cases } = await must(counter.clerk.cases.$get({ query: { search: 'Wójcik' } }));
    expect(cases.map((found) => found.caseId)).not.toContain(caseId);
  });

  test('ended again stays as it is', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const once = await must(finish(caseId));
    expect(await must(finish(caseId))).toEqual(once);
  });

  test('destroys files, their key and the voided confirmation with them', async () => {
    const before = await blobCount();
    const caseId = await bringCase(counter, 'reviewing');
    const act = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), { drawing: aDrawing });
    await must(sendAct(act, caseId));
    await counter.work();
    expect(await blobCount()).toBe(before + 1);
    await must(tabletSteps(counter, caseId).end());
    await giveBack(caseId);
    const ended = await must(finish(caseId));
    expect(ended).toMatchObject({ acts: [], documents: [] });
    expect(ended.tasks.every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(await blobCount()).toBe(before);
    expect(await everythingOf(caseId)).not.toMatch(persons);
    // The job of its copy comes late and makes nothing.
    await counter.office.db.transaction((tx) => counter.office.jobs.send(tx, 'make-copy', { caseId }));
    await counter.work();
    expect(await blobCount()).toBe(before);
  });

  test('that is still open, or was accepted, loses nothing', async () => {
    expect(await refusal(finish(await bringCase(counter, 'reviewing')))).toEqual([409, 'case-not-in-state']);
    const accepted = await bringCase(counter, 'accepted');
    expect(await refusal(finish(accepted))).toEqual([409, 'case-not-in-state']);
    await pass(40);
    await eraseAbandoned(counter.office);
    expect(await everythingOf(accepted)).toMatch(persons);
    expect((await read(accepted)).erasedAt).toBe(null);
  });

  test('can only be ended by a clerk', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const administrator = (await counter.signedIn('demo-administrator-1')).api.api;
    expect(await refusal(administrator.cases[':caseId'].finish.$post({ param: { caseId } }))).toEqual([
      403,
      'role-forbidden',
    ]);
    expect((await read(caseId)).erasedAt).toBe(null);
  });
});

describe('a confirmation that may still be on its way', () => {
  test('keeps the case for three days, and then it is erased by itself', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    await recall(caseId);
    expect(await must(finish(caseId))).toMatchObject({ state: 'finished', erasedAt: null });
    await pass(2.9);
    await eraseAbandoned(counter.office);
    expect(await everythingOf(caseId)).toMatch(persons);
    await pass(0.2);
    await eraseAbandoned(counter.office);
    expect(await everythingOf(caseId)).not.toMatch(persons);
    expect((await read(caseId)).erasedAt).toBe(counter.office.now().toISOString());
  });

  test('and comes keeps it until somebody has cleared it up', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const act = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), { offline: true });
    await recall(caseId);
    await must(finish(caseId));
    expect(await refusal(sendAct(act, caseId))).toEqual([409, 'act-after-recall']);
    await pass(10);
    await eraseAbandoned(counter.office);
    const { acts, tasks } = await read(caseId);
    expect(acts).toHaveLength(1);
    const taskId = tasks[0]?.taskId ?? '';
    await must(route().tasks[':taskId'].done.$post({ param: { caseId, taskId } }));
    await pass(3.1);
    await eraseAbandoned(counter.office);
    expect((await read(caseId)).acts).toEqual([]);
  });
});

describe('R-123 a case nobody confirmed and nobody touched', () => {
  test.for(['prepared', 'handed-over', 'filling', 'reviewing'] as const)(
    'is ended and erased after 30 days: %s',
    async (stage) => {
      const caseId = await bringCase(counter, stage);
      await pass(29.9);
      await eraseAbandoned(counter.office);
      expect(await read(caseId)).toMatchObject({ state: stage, erasedAt: null });
      await pass(0.2);
      await eraseAbandoned(counter.office);
      await eraseAbandoned(counter.office);
      expect(await read(caseId)).toMatchObject({ state: 'finished', deskId: null, answers: {}, name: '' });
      expect(await everythingOf(caseId)).not.toMatch(persons);
      const { entries } = await must(route()['evidence.json'].$get({ param: { caseId } }));
      expect(entries.slice(-2).map(({ event, actor, details }) => [event, actor, details])).toEqual([
        ['ended', 'system', { how: 'untouched' }],
        ['erased', 'system', { because: 'untouched' }],
      ]);
    },
  );

  test('a confirmed one is no draft', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await pass(40);
    await eraseAbandoned(counter.office);
    expect(await read(caseId)).toMatchObject({ state: 'confirmed', erasedAt: null });
  });

  test('one that cannot be erased keeps no other from it', async () => {
    const [stubborn, other] = [await bringCase(counter, 'confirmed'), newId()];
    await counter.work();
    await giveBack(stubborn);
    await recall(stubborn);
    await must(counter.clerk.cases.$post({ json: { caseId: other, service: 'anmeldung', persons: 1 } }));
    await pass(31);
    const { blobs } = counter.office;
    counter.office.blobs = { ...blobs, remove: () => Promise.reject(new Error('not now')) };
    await eraseAbandoned(counter.office);
    counter.office.blobs = blobs;
    expect((await read(stubborn)).erasedAt).toBe(null);
    expect((await read(other)).erasedAt).not.toBe(null);
    await eraseAbandoned(counter.office);
    expect((await read(stubborn)).erasedAt).not.toBe(null);
  });

  test('stands in the timetable of the database', async () => {
    const rows = await counter.sql`select name, cron from pgboss.schedule`;
    expect(Object.fromEntries(rows.map(({ name, cron }) => [name, cron]))).toEqual(timetable);
  });
});
