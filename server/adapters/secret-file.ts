import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The text of a file of secrets that only the office's account can read; at first start it is made. Of two processes
 * that start at once one makes it and both read the same.
 */
export async function readOrMake(file: string, make: () => unknown): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Written in full under another name first: a reader never sees half a file, and `link` never overwrites one.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(await make(), null, 2), { mode: 0o600, flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}
