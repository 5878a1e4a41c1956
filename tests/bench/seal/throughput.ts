import { availableParallelism } from 'node:os';
import { openAuthority } from './authority.ts';
import { startTypesetter } from '../../../server/typesetting/start-typesetter.ts';
import { makeFamilyCases } from '../counter/family-cases.ts';
import { type Figure, figure, type Scale } from '../figure.ts';

/**
 * As many documents as two workers make at B-B, each of another case: how long one takes when both cores work, and what
 * five thousand leave in memory.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const count = isQuick ? 100 : 5000;
  const settledAfter = Math.min(500, count / 2);
  const authority = await openAuthority();
  const { sealer } = authority;
  const typesetter = startTypesetter({ workers: 2 });
  const familyCase = await makeFamilyCases();
  const certificates = await sealer.certificates();
  let next = 0;
  let [begun, settled] = [0, 0];
  const makeOnAndOn = async () => {
    for (let at = next++; at < count; at = next++) {
      const pdf = await typesetter.typeset((await familyCase(at))());
      const prepared = await typesetter.prepareSeal({ pdf, ...certificates, at: new Date() });
      await typesetter.finishSeal(prepared, await sealer.sign(prepared));
      if (at === warmUp) begun = performance.now();
      if (at === settledAfter) settled = process.memoryUsage().rss;
    }
  };
  // One more than there are workers, so that none ever waits for an order.
  await Promise.all(Array.from({ length: 3 }, makeOnAndOn));
  const each = (performance.now() - begun) / (count - warmUp);
  const grown = process.memoryUsage().rss - settled;
  await typesetter.close();
  await authority.close();
  const memory = figure({ id: `memory-after-${settledAfter}`, value: settled / 1e6, unit: 'MB' });
  return [
    // Forty a second on two cores is one in 25 ms.
    figure({ id: 'time-for-each', value: each, unit: `ms by the clock on ${availableParallelism()} cores`, limit: 25 }),
    memory,
    figure({ id: `memory-after-${count}`, value: grown / 1e6, unit: 'MB more', limit: 50, raw: memory }),
  ];
}

const warmUp = 20;
