import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const staleAfterMs = 10_000;

/**
 * Holds a lock file while `work` runs, so that two processes do not prepare the same folder at once. The holder
 * touches the file every second; one that was not touched for ten seconds belongs to nobody and is taken over.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  while (!tryToTake(file, token)) await sleep(50);
  const touch = setInterval(() => utimesSync(file, new Date(), new Date()), 1_000);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    if (contentOf(file) === token) rmSync(file, { force: true });
  }
}

function tryToTake(file: string, token: string): boolean {
  try {
    writeFileSync(file, token, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // Node's file errors carry a code.
    removeStale(file, token);
    return false;
  }
}

/** Moves the stale file away instead of deleting it: of two takers only one can move the same file. */
function removeStale(file: string, token: string): void {
  const seen = contentOf(file);
  if (seen === undefined || Date.now() - (touchedAt(file) ?? Date.now()) < staleAfterMs) return;
  const aside = `${file}.${token}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (contentOf(aside) === seen) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function touchedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
