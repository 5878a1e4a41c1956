import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { type Figure, figure, median, type Scale } from '../figure.ts';
import type { FuzzOrder, FuzzResult } from './fuzz-worker.ts';
import { changedAfterSealing, makeSeeds } from './seeds.ts';

/**
 * Mutated files, the same in every run: 70,000 changed after they were sealed, of which none may pass, and 30,000 changed
 * before, which the digest does not stop. Whatever they hold, the verification answers, without a step that breaks, in
 * bounded time and memory.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const [changed, intact] = isQuick ? [1_400, 600] : [70_000, 30_000];
  const idle = process.memoryUsage().rss;
  let most = idle;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const begun = performance.now();
  const workers = 2;
  const results = await Promise.all(
    Array.from({ length: workers }, (_, from) =>
      run({ changed: changed / workers, intact: intact / workers, from, step: workers }),
    ),
  );
  const took = performance.now() - begun;
  clearInterval(watch);
  const sum = (key: 'changed' | 'sealedAnew' | 'intact' | 'passedAnew' | 'judging') =>
    results.reduce((total, result) => total + result[key], 0);
  const all = (key: 'passedThoughChanged' | 'broke' | 'threw') =>
    results.flatMap((result): readonly (string | number)[] => result[key]);
  for (const key of ['passedThoughChanged', 'broke', 'threw'] as const)
    if (all(key).length > 0) console.error(`${key}: ${String(all(key).slice(0, 10))}`);
  const slowest = results.reduce((one, other) => (other.slowest > one.slowest ? other : one));
  console.error(`slowest: file ${slowest.slowestFile}`);
  const files = sum('changed') + sum('sealedAnew');
  const raw = figure({ id: 'raw-digest', value: await rawDigest(), unit: 'ms mean' });
  return [
    figure({ id: 'files-changed-after-sealing', value: sum('changed'), unit: 'files' }),
    figure({ id: 'files-sealed-anew', value: sum('sealedAnew'), unit: 'files' }),
    figure({ id: 'files-sealed-anew-digest-right', value: sum('intact'), unit: 'files' }),
    figure({ id: 'files-sealed-anew-passed', value: sum('passedAnew'), unit: 'files' }),
    // The other way round, because limits are upper ones.
    figure({ id: 'digest-right-lacking', value: Math.max(0, intact - sum('intact')), unit: 'files', limit: 0 }),
    figure({ id: 'changed-and-passed', value: all('passedThoughChanged').length, unit: 'files', limit: 0 }),
    figure({ id: 'verification-threw', value: all('threw').length, unit: 'files', limit: 0 }),
    figure({ id: 'steps-broken', value: all('broke').length, unit: 'files', limit: 0 }),
    raw,
    figure({ id: 'verification', value: sum('judging') / files, unit: 'ms mean', raw }),
    figure({ id: 'slowest-verification', value: slowest.slowest, unit: 'ms', limit: 5_000, raw }),
    figure({ id: 'memory-at-most', value: (most - idle) / 1e6, unit: 'MB more, two threads', limit: 600 }),
    figure({ id: 'time', value: took / 60_000, unit: 'minutes' }),
  ];
}

function run(order: FuzzOrder): Promise<FuzzResult> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: order });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

/** The one thing nobody can save: the digest of the file. */
async function rawDigest(): Promise<number> {
  const seeds = await makeSeeds();
  const times = Array.from({ length: 200 }, (_, number) => {
    const { file } = changedAfterSealing(seeds, number);
    const begun = performance.now();
    createHash('sha256').update(file).digest();
    return performance.now() - begun;
  });
  return median(times);
}
