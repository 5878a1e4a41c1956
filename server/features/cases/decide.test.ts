import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashDrawing } from '../../../shared/declaration/drawing.ts';
import { verifyChain } from '../../../shared/evidence/chain.ts';
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
import { pairedTablet } from '../../../tests/support/tablet.ts';

/** What the clerk decides once everybody has confirmed, what is left to do then, and what the evidence says of it. */
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
    accept: () => route.accept.$post({ param }),
    enter: () => route.entry.$post({ param }),
    finish: () => route.finish.$post({ param }),
  };
};

describe('deciding', () => {
  test('accepting waits for everybody who has to confirm', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    expect(await refusal(of(caseId).accept())).toEqual([409, 'case-not-in-state']);
  });

  test('accepting twice seals one document', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await Promise.all([must(of(caseId).accept()), must(of(caseId).accept())]);
    await counter.work();
    const { documents, state } = await must(of(caseId).read());
    expect(state).toBe('sealed');
    expect(documents.filter(({ kind }) => kind === 'declaration')).toHaveLength(1);
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'accepted')).toHaveLength(1);
  });

  test('the entry makes the Meldebestätigung and what is due after it', async () => {
    const caseId = await bringCase(counter, 'accepted');
    expect(await refusal(of(caseId).finish())).toEqual([409, 'case-not-in-state']);
    const entered = await must(of(caseId).enter());
    expect(await must(of(caseId).enter())).toMatchObject({ documents: entered.documents });
    expect(entered.tasks).toMatchObject([{ kind: 'rueckmeldung', due: '2026-11-26' }]);
    const [task] = entered.tasks;
    const param = { caseId, taskId: task?.taskId ?? '' };
    const done = await must(desk()[':caseId'].tasks[':taskId'].done.$post({ param }));
    expect(done.tasks[0]?.doneAt).toBe(counter.office.now().toISOString());
    expect(await must(of(caseId).finish())).toMatchObject({ state: 'finished', deskId: null });
    expect(await must(of(caseId).finish())).toMatchObject({ state: 'finished' });
  });

  test('a finished case is found by what is still to do for it, until the last task is done', async () => {
    const withTasks = async () => (await must(desk().$get({ query: { tasks: 'open' } }))).cases;
    const caseId = await bringCase(counter, 'accepted');
    await must(of(caseId).enter());
    // Nobody took the copy along, so the end adds a task to the one with a last day of its own.
    const finished = await must(of(caseId).finish());
    expect(finished).toMatchObject({ state: 'finished', openTasks: 2, due: '2026-11-26', copyDeliveredAt: null });
    const listed = (await withTasks()).find((one) => one.caseId === caseId);
    expect(listed).toMatchObject({ state: 'finished', openTasks: 2, due: '2026-11-26' });
    const [due, ...others] = (await withTasks()).map((one) => one.due);
    expect([due, ...others].indexOf(null)).toBeGreaterThan([due, ...others].indexOf('2026-11-26'));

    await counter.work();
    const { documents } = await must(of(caseId).read());
    const copy = documents.find(({ kind }) => kind === 'copy')?.documentId ?? '';
    const handOut = desk()[':caseId'].handout.$post;
    const given = await must(handOut({ param: { caseId }, json: { documentId: copy, how: 'printed' } }));
    expect(given).toMatchObject({ openTasks: 1, copyDeliveredAt: counter.office.now().toISOString() });
    const task = given.tasks.find(({ doneAt }) => doneAt === null)?.taskId ?? '';
    const done = await must(desk()[':caseId'].tasks[':taskId'].done.$post({ param: { caseId, taskId: task } }));
    expect(done).toMatchObject({ state: 'finished', openTasks: 0, due: null });
    expect((await withTasks()).some((one) => one.caseId === caseId)).toBe(false);
  });

  test('accepting a Handzeichen waits for the clerk’s word about it', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const act = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), {
      method: 'mark',
      drawing: aDrawing,
      drawingHash: await hashDrawing(aDrawing),
    });
    await must(counter.tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json: act }));
    const refused = await of(caseId).accept();
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'mark-note-missing', details: { signers: ['p1'] } },
    ]);
    expect(await eventsOf(counter, caseId)).not.toContain('accepted');
    const json = { actId: act.actId, note: 'Frau Șerban, mit Ausweis; Arm in Gips.' };
    await must(desk()[':caseId']['mark-note'].$post({ param: { caseId }, json }));
    expect(await must(of(caseId).accept())).toMatchObject({ state: 'sealed' });
  });

  test('a task of another case is not found', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const param = { caseId, taskId: newId() };
    expect(await refusal(desk()[':caseId'].tasks[':taskId'].done.$post({ param }))).toEqual([404, 'not-found']);
  });
});

describe('the evidence', () => {
  test('leaves as a file whose chain is whole and names nobody', async () => {
    const caseId = await bringCase(counter, 'accepted');
    const file = await must(desk()[':caseId']['evidence.json'].$get({ param: { caseId } }));
    expect(await verifyChain(file.entries)).toEqual({ intact: true });
    expect(JSON.stringify(file)).not.toMatch(/Aleksandra|Wójcik|Stuttgart|1987/);
    const { entries } = await must(desk()[':caseId'].evidence.$get({ param: { caseId } }));
    expect(entries).toEqual(file.entries);
  });

  test('is read at the desk with the names of people, tablets and desks, which are not in the file', async () => {
    const caseId = await bringCase(counter, 'accepted');
    const { names } = await must(desk()[':caseId'].evidence.$get({ param: { caseId } }));
    expect(names.staff).toMatchObject({ 'demo-clerk-1': 'DEMO Karin Beispiel' });
    expect(Object.values(names.devices)).toContain('Tablet');
    expect(names.desks).toEqual({ 'echterdingen-1': 'Platz 1, Echterdingen' });
    const file = await must(desk()[':caseId']['evidence.json'].$get({ param: { caseId } }));
    expect(JSON.stringify(file)).not.toMatch(/Karin|Platz 1|names/);
  });

  test('tells which tablet took over where another one was paired meanwhile', async () => {
    const caseId = await bringCase(counter, 'handed-over');
    const replaced = await pairedTablet(counter, 'echterdingen-1');
    await must(replaced.browser.api.api.counter[':caseId'].begin.$post({ param: { caseId }, json: { locale: 'de' } }));
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'device-paired')).toHaveLength(2);
  });
});
