import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, makeBrowser } from './browser.ts';

/**
 * The demo office as it is delivered: `server/main.ts` in a process of its own, with its own database and the built
 * apps, behind a free port of this machine. The demo and the measurements walk through its doors as people do.
 */
export type RunningOffice = {
  /** Such as `http://127.0.0.1:43121`, without a path. */
  origin: string;
  dataDir: string;
  pid: number;
  /** Nobody in particular, through the real door. */
  browser(): Browser;
  /** A browser in which that person of the demo office is signed in. */
  signedIn(staffId: string): Promise<Browser>;
  /** Asks the process to close; ends when it has. A folder that was not given goes with it. */
  stop(): Promise<void>;
  /** Kills the process at once: nothing is finished, nothing is closed, and its database goes on. A folder stays. */
  kill(): Promise<void>;
};

/**
 * A folder that is given stays; without one the office is fresh. With the port of the one before it is the same office
 * to every browser. Refuses with what the process said if it does not open.
 */
export async function startRunningOffice({
  dataDir,
  port: wanted,
  env = {},
}: { dataDir?: string; port?: number; env?: Readonly<Record<string, string>> } = {}): Promise<RunningOffice> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'schalter-running-'));
  const port = String(wanted ?? (await freePort()));
  const origin = `http://127.0.0.1:${port}`;
  const root = resolve(import.meta.dirname, '../..');
  // Only the PATH is handed on: a DATABASE_URL of whoever starts this must not become the office's database.
  const base = { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn', DATA_DIR: folder, PORT: port, ORIGIN: origin };
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env: { ...base, ...env }, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (said = `${said}${String(data)}`.slice(-maxSaid)));
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);

  const kill = async () => {
    process.off('exit', endWithUs);
    await end(child, 'SIGKILL');
  };
  const stop = async () => {
    process.off('exit', endWithUs);
    await end(child, 'SIGTERM');
    if (!dataDir) rmSync(folder, { recursive: true, force: true });
  };
  const isOpen = await opens(origin, child);
  if (!isOpen) {
    await stop();
    throw new Error(`the office did not open:\n${said}`);
  }
  const browser = () => makeBrowser(origin, (request) => fetch(request));
  const signedIn = async (staffId: string) => {
    const person = browser();
    await person.api.api.staff['sign-in'].$post({ json: { staffId } });
    return person;
  };
  return { origin, dataDir: folder, pid: child.pid ?? 0, browser, signedIn, stop, kill };
}

const patienceMs = 90_000;
const maxSaid = 20_000;

async function opens(origin: string, child: ChildProcess): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(50);
  }
  return false;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** The origin must be known before the office starts, because it is part of its configuration. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
