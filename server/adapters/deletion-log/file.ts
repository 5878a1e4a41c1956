import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { instantPattern } from '../../../shared/base/instant.ts';
import { withFileLock } from '../../db/file-lock.ts';
import type { Deletion, DeletionLog } from '../../ports/deletion-log.ts';

/**
 * The deletion log as a file of lines (JSON), readable by the office's account only: `backup` copies tables and never
 * this. Writers of several processes wait for each other; what is noted was synced to the disk. A line that a fault cut
 * off was never promised to anybody and is taken away by the next write.
 */
const Line = v.strictObject({
  schema: v.literal('schalter/deletion@1'),
  what: v.literal('case'),
  id: v.pipe(v.string(), v.uuid()),
  at: v.pipe(v.string(), v.regex(instantPattern)),
  rule: v.picklist(['ended', 'untouched', 'retention']),
});

export const openDeletionLog = (file: string): DeletionLog => ({
  async note(deletions) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await withFileLock(`${file}.lock`, async () => {
      const { whole, lines } = await readWhole(file);
      // A line that cannot be read keeps nobody from adding the next.
      const known = new Set(lines.map((line) => keyOf(readLine(line))));
      const missing = new Map(deletions.map((one) => [keyOf(one), one] as const).filter(([key]) => !known.has(key)));
      if (missing.size > 0) await append(file, whole, [...missing.values()].map(writeLine).join(''));
    });
  },
  async list() {
    const { lines } = await readWhole(file);
    return lines.map((line, at) => {
      const deletion = readLine(line);
      if (!deletion) throw new Error(`line ${at + 1} of the deletion log is none`);
      return deletion;
    });
  },
});

/** What was erased leaves its number and its evidence behind, and later these go too. */
const keyOf = (one: Deletion | undefined) => one && `${one.rule === 'retention' ? 'all' : 'content'} of ${one.id}`;

/** The lines that were written to their end, and how many bytes they take. */
async function readWhole(file: string): Promise<{ whole: number; lines: readonly string[] }> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const whole = bytes.lastIndexOf('\n') + 1;
  return { whole, lines: bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1) };
}

async function append(file: string, whole: number, text: string): Promise<void> {
  const log = await open(file, 'a', 0o600);
  try {
    await log.truncate(whole);
    await log.appendFile(text);
    await log.sync();
  } finally {
    await log.close();
  }
  // The name of a file that was just made lies in its folder.
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const writeLine = ({ what, id, at, rule }: Deletion): string =>
  `${JSON.stringify({ schema: 'schalter/deletion@1', what, id, at, rule })}\n`;

function readLine(text: string): Deletion | undefined {
  try {
    const { what, id, at, rule } = v.parse(Line, JSON.parse(text));
    return { what, id, at, rule };
  } catch {
    return undefined;
  }
}
