import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Figure, Measurement } from './figure.ts';

/**
 * `npm run bench -- NAME [--quick] [FILE…]`: measures, says what it found on stderr, and prints one JSON object as its last
 * line; ends 1 where a limit is missed. `counter/api` is one measurement of `counter`. Of several, each has a process of
 * its own, so that none warms or burdens the next.
 */
const benches: Readonly<Record<string, Readonly<Record<string, () => Promise<{ measure: Measurement }>>>>> = {
  counter: {
    documents: () => import('./counter/documents.ts'),
    api: () => import('./counter/api.ts'),
    live: () => import('./counter/live.ts'),
    'first-load': () => import('./counter/first-load.ts'),
    'warm-start': () => import('./counter/warm-start.ts'),
    pen: () => import('./counter/pen.ts'),
  },
  flips: { documents: () => import('./flips/documents.ts') },
  fuzz: { files: () => import('./fuzz/files.ts') },
  seal: {
    levels: () => import('./seal/levels.ts'),
    throughput: () => import('./seal/throughput.ts'),
    'beside-the-api': () => import('./seal/beside-the-api.ts'),
  },
  verifying: { speed: () => import('./flips/speed.ts') },
};

type Outcome = { name: string; ok: boolean; figures: readonly Figure[] };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' } } });
const [name = '', ...files] = positionals;
const [bench = '', only] = name.split('/');
const measurements = benches[bench] ?? {};
const chosen = only === undefined ? undefined : measurements[only];
if (!benches[bench] || (only !== undefined && !chosen)) {
  const all = Object.entries(benches).flatMap(([each, parts]) => [
    each,
    ...Object.keys(parts).map((p) => `${each}/${p}`),
  ]);
  console.error(`npm run bench -- NAME [--quick] [FILE…], where NAME is one of: ${all.join(', ')}`);
  process.exit(64);
}

const figures = chosen ? await measureHere(chosen) : await measureApart(Object.keys(measurements));
const outcome: Outcome = { name, ok: figures.length > 0 && figures.every(({ ok }) => ok), figures };
console.log(JSON.stringify(outcome));
process.exit(outcome.ok ? 0 : 1);

async function measureHere(load: () => Promise<{ measure: Measurement }>): Promise<readonly Figure[]> {
  const { measure } = await load();
  const [before = 0] = loadavg();
  const found = await measure({ isQuick: values.quick === true, files });
  const [after = 0] = loadavg();
  console.error(
    `${name}: load ${before.toFixed(1)} before, ${after.toFixed(1)} after, ${availableParallelism()} cores`,
  );
  for (const { id, value, unit, limit, ok, comparedTo, ratio } of found)
    console.error(
      [
        ok ? '  ' : '! ',
        `${id}: ${value} ${unit}`,
        limit === undefined ? '' : ` (limit ${limit})`,
        comparedTo === undefined ? '' : `, ${ratio} x ${comparedTo}`,
      ].join(''),
    );
  return found;
}

async function measureApart(parts: readonly string[]): Promise<readonly Figure[]> {
  const found: Figure[] = [];
  for (const part of parts) {
    const args = [import.meta.filename, `${name}/${part}`, ...(values.quick === true ? ['--quick'] : []), ...files];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (data) => (said += String(data)));
    await once(child, 'close');
    found.push(...(readFigures(said) ?? [{ id: `${part}-measured`, value: 0, unit: 'times', ok: false }]));
  }
  return found;
}

/** A measurement that broke off has no last line; what it said is on stderr. */
function readFigures(said: string): readonly Figure[] | undefined {
  try {
    // Our own process wrote it a moment ago.
    return (JSON.parse(said.trim().split('\n').at(-1) ?? '') as Outcome).figures;
  } catch {
    return undefined;
  }
}
