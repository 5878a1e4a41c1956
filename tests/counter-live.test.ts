import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveMessage } from '../shared/wire/live.ts';
import type { Live } from '../server/context.ts';
import { aDrawing, bringCase, type Counter, leaseOf, makeAct, must, refusal, startCounter } from './support/counter.ts';

/** Who shows a case hears of every change, with a version that grows, and of nothing that did not happen. */
let counter: Counter;
let heard: { message: LiveMessage; deskId: string | null }[] = [];
beforeAll(async () => {
  counter = await startCounter();
  const { live } = counter.office;
  const publish: Live['publish'] = async (tx, message, at) => {
    heard.push({ message, deskId: at?.deskId ?? null });
    await live.publish(tx, message, at);
  };
  counter.office.live = { ...live, publish };
});
afterAll(() => counter.close());

const versions = (caseId: string) =>
  heard.flatMap(({ message }) => (message.about === 'case' && message.id === caseId ? [message.version] : []));

test('every change of a case is told once, in order', async () => {
  heard = [];
  const caseId = await bringCase(counter, 'accepted');
  const told = versions(caseId);
  expect(told).toEqual(told.map((_, at) => at + 1));
  const { version } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
  expect(told.at(-1)).toBe(version);
});

test('the tablet hears of the hand-over, of what the clerk writes, and of the recall', async () => {
  const caseId = await bringCase(counter, 'prepared');
  const param = { caseId };
  heard = [];
  await must(counter.clerk.cases[':caseId'].handover.$post({ param, json: { deskId: 'echterdingen-1' } }));
  await must(
    counter.clerk.cases[':caseId'].answers.$put({ param, json: { path: 'persons.p1.geburtsort', value: 'Ulm' } }),
  );
  await must(counter.clerk.cases[':caseId'].recall.$post({ param }));
  expect(heard.filter(({ message }) => message.about === 'case').map(({ deskId }) => deskId)).toEqual([
    'echterdingen-1',
    'echterdingen-1',
    'echterdingen-1',
  ]);
  const desk = heard.flatMap(({ message }) => (message.about === 'desk' ? [message] : []));
  expect(desk.map(({ id }) => id)).toEqual(['echterdingen-1', 'echterdingen-1']);
  expect(desk[1]?.version).toBeGreaterThan(desk[0]?.version ?? Infinity);
});

test('before the hand-over no tablet hears of a case', async () => {
  heard = [];
  await bringCase(counter, 'prepared');
  expect(heard.map(({ deskId }) => deskId)).toEqual(heard.map(() => null));
});

test('a refused request is not told', async () => {
  const caseId = await bringCase(counter, 'reviewing');
  const lease = await leaseOf(counter.tablet, caseId);
  heard = [];
  const json = await makeAct(counter.tablet, lease, { drawing: aDrawing, sectionsSeen: [] });
  const acts = counter.tablet.browser.api.api.counter[':caseId'].acts;
  expect(await refusal(acts.$post({ param: { caseId }, json }))).toEqual([409, 'act-sections-unseen']);
  expect(heard).toEqual([]);
});
