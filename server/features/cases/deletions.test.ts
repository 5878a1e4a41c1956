import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringCase, type Counter, must, refusal, startCounter } from '../../../tests/support/counter.ts';
import { logDeletion, logRecentDeletions } from './deletions.ts';
import { eraseAbandoned } from './jobs.ts';

/** Whoever restores a backup learns from this log what has to go once more. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const logged = () => counter.office.deletionLog.list();
const finish = (caseId: string) => counter.clerk.cases[':caseId'].finish.$post({ param: { caseId } });
const at = () => counter.office.now().toISOString();

test('a case that is erased is noted once, however often the job comes', async () => {
  const caseId = await bringCase(counter, 'prepared');
  await must(finish(caseId));
  await counter.work();
  expect(await logged()).toEqual([{ what: 'case', id: caseId, at: at(), rule: 'ended' }]);
  await must(finish(caseId));
  await logDeletion(counter.office, { caseId });
  await logRecentDeletions(counter.office);
  expect(await logged()).toHaveLength(1);
});

test('a case that stays is not noted, whether nobody may erase it or erasing failed', async () => {
  const before = await logged();
  const reviewing = await bringCase(counter, 'reviewing');
  expect(await refusal(finish(reviewing))).toEqual([409, 'case-not-in-state']);
  const prepared = await bringCase(counter, 'prepared');
  const { jobs } = counter.office;
  const send = () => Promise.reject(new Error('the connection broke'));
  counter.office.jobs = { send };
  expect((await finish(prepared)).status).toBe(500);
  counter.office.jobs = jobs;
  await logDeletion(counter.office, { caseId: prepared });
  await logRecentDeletions(counter.office);
  await counter.work();
  expect(await logged()).toEqual(before);
});

test('R-123 a case that nobody touched is noted by its own rule', async () => {
  const caseId = await bringCase(counter, 'filling');
  counter.pass(31 * 86_400);
  await eraseAbandoned(counter.office);
  await counter.work();
  expect(await logged()).toContainEqual({ what: 'case', id: caseId, at: at(), rule: 'untouched' });
});

test('a log that was lost fills up again, as far back as backups go', async () => {
  const { deletionLog } = counter.office;
  const lines: Awaited<ReturnType<typeof logged>>[number][] = [];
  counter.office.deletionLog = { ...deletionLog, note: async (more) => void lines.push(...more) };
  await logRecentDeletions(counter.office);
  expect(new Set(lines.map(({ id }) => id))).toEqual(new Set((await deletionLog.list()).map(({ id }) => id)));
  lines.length = 0;
  counter.pass(36 * 86_400);
  await logRecentDeletions(counter.office);
  expect(lines).toEqual([]);
  counter.office.deletionLog = deletionLog;
});
