import { afterEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../shared/base/refusal.ts';
import { type Pool, startPool } from './pool.ts';

/** A worker that does what it is told, badly where it is told so. */
const obedient = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (order) => {
      if (order === 'die') process.exit(1);
      if (order === 'die idle') setTimeout(() => process.exit(1), 50);
      if (order === 'throw') throw new Error('broken');
      if (order === 'hang') for (;;);
      if (order.onceIn) { const seen = new Uint8Array(order.onceIn); if (seen[0] === 0) { seen[0] = 1; process.exit(1); } }
      if (order === 'refuse') return parentPort.postMessage({ ok: false, refusal: { code: 'not-found', details: { a: 'b' } } });
      if (order === 'fail') return parentPort.postMessage({ ok: false, fault: 'a fault' });
      setTimeout(() => parentPort.postMessage({ ok: true, answer: { order, threadId } }), order.wait ?? 0);
    });
  `)}`,
);

type Told = string | { wait: number; name?: string } | { onceIn: SharedArrayBuffer };
type Answer = { order: Told; threadId: number };

let pool: Pool<Told> | undefined;
afterEach(() => pool?.close());

const start = (changed: Partial<Parameters<typeof startPool>[0]> = {}) =>
  (pool = startPool<Told>({ script: obedient, workers: 1, waiting: 3, seconds: 10, ...changed }));

describe('a pool of workers', () => {
  test('answers each job with its own answer', async () => {
    const { run } = start({ workers: 2 });
    const answers = await Promise.all(['a', 'b', 'c'].map((order) => run(order)));
    expect(answers.map((answer) => (answer as Answer).order)).toEqual(['a', 'b', 'c']);
  });

  test('keeps its workers between jobs', async () => {
    const { run } = start();
    const [first, second] = [(await run('a')) as Answer, (await run('b')) as Answer];
    expect(second.threadId).toBe(first.threadId);
  });

  test('a refusal comes back as a refusal with its details', async () => {
    await expect(start().run('refuse')).rejects.toEqual(new Refusal('not-found', { a: 'b' }));
  });

  test('a fault comes back as an error and the worker goes on', async () => {
    const { run } = start();
    await expect(run('fail')).rejects.toThrow('a fault');
    await expect(run('a')).resolves.toMatchObject({ order: 'a' });
  });

  test('a job whose worker dies is done by the next one', async () => {
    const onceIn = new SharedArrayBuffer(1);
    await expect(start().run({ onceIn })).resolves.toMatchObject({ threadId: expect.any(Number) });
    expect(new Uint8Array(onceIn)[0]).toBe(1);
  });

  test.for(['die', 'throw'])('a job that kills two workers (%s) fails, and others are still served', async (order) => {
    const { run } = start();
    await expect(run(order)).rejects.toThrow();
    await expect(run('a')).resolves.toMatchObject({ order: 'a' });
  });

  test('a worker that dies while nobody needs it is replaced when somebody does', async () => {
    const { run } = start();
    const last = (await run('die idle')) as Answer;
    await new Promise((later) => setTimeout(later, 300));
    const next = (await run('a')) as Answer;
    expect([next.order, next.threadId === last.threadId]).toEqual(['a', false]);
  });

  test('a job over its time is refused, takes its worker with it, and is not tried again', async () => {
    const { run } = start({ seconds: 0.3 });
    await expect(run('hang')).rejects.toEqual(new Refusal('document-late'));
    await expect(run('a')).resolves.toMatchObject({ order: 'a' });
  });

  test('one job more than may wait is refused at once, the others are done', async () => {
    const { run } = start({ waiting: 2 });
    const accepted = [run({ wait: 30 }), run('b'), run('c')];
    await expect(run('d')).rejects.toEqual(new Refusal('documents-busy'));
    expect(await Promise.all(accepted)).toHaveLength(3);
  });

  test('closing ends what runs and what waits, and takes nothing more', async () => {
    const { run, close } = start();
    const outcomes = Promise.allSettled([run({ wait: 5_000 }), run('b')]);
    await close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(run('c')).rejects.toThrow('ended');
  });
});
