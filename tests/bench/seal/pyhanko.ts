import { spawnSync } from 'node:child_process';
import { existsSync, globSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '../../../shared/base/bytes.ts';

/**
 * pyHanko seals the same file with the same key, time stamps and list, in the environment that the conformance tests
 * install. Median CPU by level, in milliseconds; `undefined` where that environment is not there.
 */
export function sealWithPyHanko(order: {
  folder: string;
  url: string;
  pdf: Bytes;
  count: number;
}): ReadonlyMap<string, number> | undefined {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'schalter');
  const python = globSync(join(cache, 'pyhanko-*', 'bin', 'python')).find((file) => existsSync(file));
  if (!python) {
    console.error('pyHanko is not installed: "npm run conformance" installs it. Nothing stands beside our figures.');
    return undefined;
  }
  const file = join(order.folder, 'unsealed.pdf');
  writeFileSync(file, order.pdf);
  const script = join(import.meta.dirname, 'pyhanko-seal.py');
  const input = JSON.stringify({ folder: order.folder, url: order.url, file, count: order.count });
  const ran = spawnSync(python, [script], { input, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`pyHanko: ${ran.stderr}`);
  // Our own script printed it.
  return new Map(Object.entries(JSON.parse(ran.stdout) as Record<string, number>));
}
