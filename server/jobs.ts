import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type Queue } from 'pg-boss';
import type { Logger } from 'pino';
import { limits } from '../shared/base/limits.ts';
import type { JobName, Jobs } from './context.ts';
import { needTransaction } from './db/transaction.ts';

/**
 * Work that outlives its request. A job commits with the change that asked for it; a process that dies leaves it to
 * the next one. The owner installs the queues and their timetable, the application only uses them.
 */
const patient = {
  retryLimit: limits.jobRetries,
  retryDelay: limits.jobFirstPauseSeconds,
  retryBackoff: true,
  retryDelayMax: limits.jobLongestPauseSeconds,
  expireInSeconds: limits.jobSeconds,
  // A process that was killed is found out by its silence, long before the job would expire.
  heartbeatSeconds: limits.jobHeartbeatSeconds,
  // A new job wakes the workers of every process at once.
  notify: true,
} as const;
/** What fails for the last time, or dies with its process each time, is handed to `given-up` by the queue itself. */
const accountable = { ...patient, deadLetter: 'given-up' } as const;

/** `given-up` stands before the queues that name it: the database wants it there first. */
export const jobQueues = {
  'given-up': patient,
  'seal-document': accountable,
  'make-copy': accountable,
  'make-meldebestaetigung': accountable,
  'make-evidence-report': accountable,
  'raise-level': {
    ...accountable,
    retryLimit: limits.levelRetries,
    retryDelay: limits.levelFirstPauseSeconds,
    retryDelayMax: limits.levelLongestPauseSeconds,
  },
  // What is still missing after the last try, the clock's look at every recent deletion adds.
  'log-deletion': patient,
  // Tried again by their timetable.
  'erase-abandoned': { ...patient, retryLimit: 0 },
  'purge-look-ups': { ...patient, retryLimit: 0 },
  'close-days': { ...patient, retryLimit: 0 },
  'watch-seals': { ...patient, retryLimit: 0 },
  'delete-due': { ...patient, retryLimit: 0 },
  'order-renewals': { ...patient, retryLimit: 0 },
} as const satisfies Record<QueueName, Omit<Queue, 'name'>>;

/** What the clock starts, by its queue (cron, UTC). Such a job carries no data, and its worker asks for none. */
export const timetable = {
  'erase-abandoned': '17 * * * *',
  'purge-look-ups': '37 3 * * *',
  'close-days': '7 * * * *',
  'watch-seals': '47 4 * * *',
  'delete-due': '27 2 * * *',
  'order-renewals': '41 3 * * *',
} as const satisfies Partial<Record<QueueName, string>>;

/** Queues that no action sends to stand beside those that `JobName` knows. */
export type QueueName =
  | JobName
  | 'given-up'
  | 'erase-abandoned'
  | 'purge-look-ups'
  | 'close-days'
  | 'watch-seals'
  | 'delete-due'
  | 'order-renewals';
export const jobNames = Object.keys(jobQueues) as readonly QueueName[]; // The record above has exactly these keys.

export type JobData = Parameters<Jobs['send']>[2];
export type JobWorker = (data: JobData) => Promise<void>;

export type OpenJobs = {
  jobs: Jobs;
  isRunning(): boolean;
  /** Takes jobs until `close`; a worker that throws is called again after a growing pause. */
  work(name: QueueName, worker: JobWorker): Promise<void>;
  /** Does one waiting job here and now, for tests and for tools; says whether there was one. */
  workOne(name: QueueName, worker: JobWorker): Promise<boolean>;
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
    superviseIntervalSeconds: limits.jobWatchSeconds,
    monitorIntervalSeconds: limits.jobWatchSeconds,
    registerInstance: isWorker,
    useListenNotify: isWorker,
    // Of all processes one starts what the timetable says.
    schedule: isWorker,
    reindex: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'job queue'));
  await boss.start();
  let isRunning = true;
  return {
    isRunning: () => isRunning,
    jobs: {
      async send(tx, job, data) {
        needTransaction(tx, 'a job');
        await boss.send(job, data, { db: fromDrizzle(tx, sql) });
      },
    },
    async work(name, worker) {
      // A job that failed becomes due without anybody saying so; it is looked for every two seconds.
      const often = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };
      await boss.work<JobData>(name, often, async ([job]) => {
        if (job) await loggedJob(log, name, () => worker(job.data));
      });
    },
    async workOne(name, worker) {
      const [job] = await boss.fetch<JobData>(name);
      if (!job) return false;
      try {
        await worker(job.data);
        await boss.complete(name, job.id);
      } catch (error) {
        await boss.fail(name, job.id);
        throw error;
      }
      return true;
    },
    async close() {
      isRunning = false;
      await boss.stop({ graceful: isWorker, timeout: 10_000 });
    },
  };
}

async function loggedJob(log: Logger, job: QueueName, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  try {
    await work();
    log.info({ job, ms: Math.round(performance.now() - started) }, 'job done');
  } catch (error) {
    log.error({ job, err: error }, 'job failed, will be tried again');
    // The queue keeps what is thrown, with every value of a failed query, and nobody would ever erase it there.
    throw new Error(`${job} failed`);
  }
}
