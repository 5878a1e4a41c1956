import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { type Trust, verify } from '../../../shared/verifying/verify.ts';
import { trust } from '../../support/sealed-subject.ts';
import { changedAfterSealing, changedBeforeSealing, makeSeeds, type Seeds } from './seeds.ts';

/**
 * One thread of `fuzz`, with its share: so many files changed after sealing, and as many sealed anew as it takes until
 * so many have the right digest. Their numbers count from `from` in steps of `step`.
 */
export type FuzzOrder = { changed: number; intact: number; from: number; step: number };

/** Numbers of files that were judged, and of those with which something was wrong. Times in milliseconds. */
export type FuzzResult = {
  changed: number;
  sealedAnew: number;
  /** Of the files sealed anew, those whose digest is right. */
  intact: number;
  /** Of those, the ones that say nothing wrong: whoever has the key may seal what he likes. */
  passedAnew: number;
  passedThoughChanged: number[];
  broke: number[];
  threw: string[];
  slowest: number;
  slowestFile: number;
  judging: number;
};

// What comes in is what the starting thread put there, an order of this module's own type.
const order = workerData as FuzzOrder;
const seeds = await makeSeeds();
const result: FuzzResult = {
  changed: 0,
  sealedAnew: 0,
  intact: 0,
  passedAnew: 0,
  passedThoughChanged: [],
  broke: [],
  threw: [],
  slowest: 0,
  slowestFile: -1,
  judging: 0,
};
let number = order.from;
for (; result.changed < order.changed; number += order.step) await judge(number, 'changed', seeds, result);
const mostTries = 5 * order.intact;
for (; result.intact < order.intact && result.sealedAnew < mostTries; number += order.step)
  await judge(number, 'sealed anew', seeds, result);
parentPort?.postMessage(result);

async function judge(number: number, kind: 'changed' | 'sealed anew', from: Seeds, into: FuzzResult): Promise<void> {
  const isAnew = kind === 'sealed anew';
  const { seed, file } = isAnew
    ? { seed: undefined, file: changedBeforeSealing(from, number) }
    : changedAfterSealing(from, number);
  if (isAnew) into.sealedAnew += 1;
  else into.changed += 1;
  const report = await timed(file, trust, number, into);
  if (!report) return;
  if (report.reasons.some(({ code }) => code === 'check-broke')) into.broke.push(number);
  const isIntact = report.checks.some(({ step, result: outcome }) => step === 'integrity' && outcome === 'passed');
  if (isAnew && isIntact) into.intact += 1;
  if (isAnew && report.verdict === 'TOTAL-PASSED') into.passedAnew += 1;
  const isSame = seed && Buffer.compare(seed, file) === 0;
  if (!isAnew && !isSame && report.verdict === 'TOTAL-PASSED') into.passedThoughChanged.push(number);
}

async function timed(file: Bytes, by: Trust, number: number, into: FuzzResult) {
  const begun = performance.now();
  try {
    return await verify(file, by);
  } catch (error) {
    into.threw.push(`${number}: ${String(error)}`);
    return undefined;
  } finally {
    const took = performance.now() - begun;
    into.judging += took;
    if (took > into.slowest) [into.slowest, into.slowestFile] = [took, number];
  }
}
