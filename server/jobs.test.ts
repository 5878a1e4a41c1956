import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../shared/base/limits.ts';
import { startOffice, type TestOffice } from '../tests/support/office.ts';
import { type JobData, openJobs } from './jobs.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

/** Every error of the queue fails the test: the application's role must suffice for all it does. */
const complaints: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void complaints.push(line) });

describe('a job', () => {
  test('that fails leaves nothing of its error in the queue', async () => {
    const worker = await openJobs(office.url, pino({ level: 'silent' }));
    const failed = Promise.withResolvers<void>();
    await worker.work('make-copy', async () => {
      setTimeout(failed.resolve, 300);
      throw Object.assign(new Error('Geheimrat'), { parameters: ['Geheimrat'], query: 'insert Geheimrat' });
    });
    const { db, jobs } = office.office;
    await db.transaction((tx) => jobs.send(tx, 'make-copy', { caseId: randomUUID() }));
    await failed.promise;
    await worker.close();
    const kept = await office.sql<{ output: unknown }[]>`select output from pgboss.job where output is not null`;
    expect(JSON.stringify(kept)).toContain('make-copy failed');
    expect(JSON.stringify(kept)).not.toContain('Geheimrat');
  }, 30_000);

  test('is there once the change is committed, and not if the change fails', async () => {
    const { db, jobs } = office.office;
    const [kept, lost] = [randomUUID(), randomUUID()];
    await db.transaction((tx) => jobs.send(tx, 'seal-document', { caseId: kept }));
    const failed = db.transaction(async (tx) => {
      await jobs.send(tx, 'seal-document', { caseId: lost });
      throw new Error('not this time');
    });
    await expect(failed).rejects.toThrow('not this time');
    const seen: string[] = [];
    const see = async ({ caseId }: JobData) => void seen.push(caseId);
    const queue = await openJobs(office.url, log, false);
    while (await queue.workOne('seal-document', see));
    await queue.close();
    expect(seen).toEqual([kept]);
  });

  test('wakes a worker of another process at once, and comes back after it failed', async () => {
    const worker = await openJobs(office.url, log);
    const caseId = randomUUID();
    const tries: number[] = [];
    await worker.work('make-meldebestaetigung', async (data) => {
      if (data.caseId !== caseId) return;
      tries.push(performance.now());
      if (tries.length === 1) throw new Error('the first time fails');
    });
    const { db, jobs } = office.office;
    const sent = performance.now();
    await db.transaction((tx) => jobs.send(tx, 'make-meldebestaetigung', { caseId }));
    await expect.poll(() => tries.length, { timeout: 15_000 }).toBe(2);
    expect((tries[0] ?? Infinity) - sent).toBeLessThan(1_500);
    await worker.close();
    expect(worker.isRunning()).toBe(false);
    expect(complaints.filter((line) => !line.includes('the first time fails'))).toEqual([]);
  }, 30_000);

  test('of a process that was killed goes to another one as soon as its silence is noticed', async () => {
    const { db, jobs } = office.office;
    const caseId = randomUUID();
    await db.transaction((tx) => jobs.send(tx, 'make-evidence-report', { caseId }));
    // Takes the job and is never heard of again: it files jobs only, so nothing says that it lives.
    const killed = await openJobs(office.url, log, false);
    const begun = Promise.withResolvers<void>();
    void killed.workOne('make-evidence-report', async () => {
      begun.resolve();
      await new Promise(() => undefined);
    });
    await begun.promise;
    const worker = await openJobs(office.url, log);
    const taken: string[] = [];
    await worker.work('make-evidence-report', async (data) => void taken.push(data.caseId));
    const patience = (limits.jobHeartbeatSeconds + 3 * limits.jobWatchSeconds) * 1000;
    await expect.poll(() => taken, { timeout: patience, interval: 500 }).toEqual([caseId]);
    await worker.close();
    await killed.close();
  }, 90_000);

  test('that is at work when the process closes is finished first', async () => {
    const worker = await openJobs(office.url, log);
    const [begun, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let isDone = false;
    await worker.work('seal-document', async () => {
      begun.resolve();
      await finished.promise;
      isDone = true;
    });
    const { db, jobs } = office.office;
    await db.transaction((tx) => jobs.send(tx, 'seal-document', { caseId: randomUUID() }));
    await begun.promise;
    const closed = worker.close();
    finished.resolve();
    await closed;
    expect(isDone).toBe(true);
  }, 30_000);
});
