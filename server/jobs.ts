import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type Queue } from 'pg-boss';
import type { Logger } from 'pino';
import type { JobName, Jobs } from './context.ts';

/**
 * Work that outlives its request. A job commits with the change that asked for it; a process that dies leaves it to
 * the next one. The owner installs the queues, the application only uses them.
 */
export const jobQueues = {
  'seal-document': { retryLimit: 50, retryDelay: 1, retryBackoff: true, retryDelayMax: 900, expireInSeconds: 120 },
  'make-meldebestaetigung': {
    retryLimit: 50,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 120,
  },
} as const satisfies Record<JobName, Omit<Queue, 'name'>>;

export type JobData = Parameters<Jobs['send']>[2];
export type JobWorker = (data: JobData) => Promise<void>;

export type OpenJobs = {
  jobs: Jobs;
  /** Takes jobs until `close`; a worker that throws is called again after a growing pause. */
  work(name: JobName, worker: JobWorker): Promise<void>;
  /** Finishes what is at work, at most ten seconds, and takes nothing more. */
  close(): Promise<void>;
};

/** `isWorker: false` only files jobs: for tests, and for processes that answer requests and nothing else. */
export async function openJobs(url: string, log: Logger, isWorker = true): Promise<OpenJobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: isWorker ? 4 : 1,
    migrate: false,
    createSchema: false,
    supervise: isWorker,
    schedule: false,
    reindex: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  await boss.start();
  return {
    jobs: {
      async send(tx, job, data) {
        await boss.send(job, data, { db: fromDrizzle(tx, sql) });
      },
    },
    async work(name, worker) {
      await boss.work<JobData>(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
        if (!job) return;
        const started = performance.now();
        try {
          await worker(job.data);
          log.info({ job: name, ms: Math.round(performance.now() - started) }, 'job done');
        } catch (error) {
          log.error({ job: name, err: error }, 'job failed, will be tried again');
          throw error;
        }
      });
    },
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
