import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode, type RefusalDetails } from '../../shared/base/refusal.ts';

/**
 * Threads for work that would hold up the event loop. A worker does one job at a time; a worker that dies is replaced
 * and its job tried once more; a job that takes too long takes its worker with it, because a thread that computes
 * can't be interrupted.
 */
export type Pool<Order> = {
  /** Refuses with `documents-busy`, `document-late` and whatever the job refuses with. */
  run: (order: Order) => Promise<unknown>;
  /** Ends every worker; jobs that are not done fail. */
  close: () => Promise<void>;
};

/**
 * A worker's own memory, without Typst's. A small young generation keeps the process flat over a thousand documents:
 * measured, it grows by 36 MB after the first fifty instead of by 83 MB.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

export type PoolOptions = { script: URL; workers: number; waiting: number; seconds: number };

/** What a worker says when it is done. */
export type Outcome =
  | { ok: true; answer: unknown }
  | { ok: false; refusal: { code: RefusalCode; details: RefusalDetails | undefined } }
  | { ok: false; fault: string };

type Job<Order> = { order: Order; tries: number; resolve(answer: unknown): void; reject(error: Error): void };
type Seat<Order> = { worker: Worker | undefined; job: Job<Order> | undefined; clock: NodeJS.Timeout | undefined };

export function startPool<Order>({ script, workers, waiting, seconds }: PoolOptions): Pool<Order> {
  const seats: readonly Seat<Order>[] = Array.from({ length: workers }, () => ({
    worker: undefined,
    job: undefined,
    clock: undefined,
  }));
  const queue: Job<Order>[] = [];
  let closed = false;

  function next(): void {
    for (const seat of seats) {
      if (seat.job) continue;
      const job = queue.shift();
      if (!job) return;
      seat.job = job;
      job.tries += 1;
      seat.worker ??= hire(seat);
      seat.clock = setTimeout(() => leave(seat, new Refusal('document-late')), seconds * 1000);
      seat.worker.postMessage(job.order);
    }
  }

  function hire(seat: Seat<Order>): Worker {
    const worker = new Worker(script, { resourceLimits });
    worker.on('message', (outcome: Outcome) => {
      if (seat.worker === worker) settle(seat, outcome);
    });
    // An error is followed by the exit; the exit alone comes when memory ran out or native code ended the thread.
    let fault = new Error('the worker ended');
    worker.on('error', (error) => {
      fault = error instanceof Error ? error : fault;
    });
    worker.on('exit', () => {
      if (seat.worker === worker) leave(seat, fault);
    });
    return worker;
  }

  function settle(seat: Seat<Order>, outcome: Outcome): void {
    const job = free(seat);
    if (outcome.ok) job?.resolve(outcome.answer);
    else job?.reject('refusal' in outcome ? refusalOf(outcome.refusal) : new Error(outcome.fault));
    next();
  }

  /** The seat's worker is gone, or has to go. */
  function leave(seat: Seat<Order>, reason: Error): void {
    const job = free(seat);
    const { worker } = seat;
    seat.worker = undefined;
    void worker?.terminate();
    if (job && !closed && job.tries < 2 && !(reason instanceof Refusal)) queue.unshift(job);
    else job?.reject(reason);
    next();
  }

  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Error('the workers have been ended');
        if (queue.length >= waiting) throw new Refusal('documents-busy');
        queue.push({ order, tries: 0, resolve, reject });
        next();
      }),
    close: async () => {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new Error('the workers have been ended'));
      await Promise.all(
        seats.map(async (seat) => {
          const { worker } = seat;
          leave(seat, new Error('the workers have been ended'));
          await worker?.terminate();
        }),
      );
    },
  };
}

function free<Order>(seat: Seat<Order>): Job<Order> | undefined {
  const { job } = seat;
  clearTimeout(seat.clock);
  seat.job = undefined;
  return job;
}

const refusalOf = ({ code, details }: { code: RefusalCode; details: RefusalDetails | undefined }): Refusal =>
  new Refusal(code, details);
