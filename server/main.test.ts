import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'schalter-main-'));
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

/** A process of the office; `url` is where it listens, once it says so. */
function startProcess(env: Record<string, string>) {
  const base = { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['server/main.ts'], { env: { ...base, ...env }, stdio: 'pipe' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const said = { text: '' };
  child.stdout.on('data', (data) => (said.text += String(data)));
  child.stderr.on('data', (data) => (said.text += String(data)));
  const url = async () => {
    await expect.poll(() => said.text, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+\/clerk\//);
    return /(http:\/\/localhost:\d+)\/clerk\//.exec(said.text)?.[1] ?? '';
  };
  const exit = async () => ((await once(child, 'exit')) as [number | null])[0];
  return { child, said, url, exit };
}

describe('a process of the office', () => {
  test('starts on a fresh folder, says where to click, and ends with 0 when it is asked to', async () => {
    const { child, said, url, exit } = startProcess({});
    const ready = await fetch(`${await url()}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { database: true, migrations: true, workers: true }]);
    expect(said.text).toContain('DEMO');
    const ended = exit();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(folder, 'data/database/postgres/postmaster.pid'))).toBe(false);
  }, 90_000);

  test('shares one database with a second one, and leaves it to the one that stays', async () => {
    const [first, second] = [startProcess({}), startProcess({})];
    const urls = [await first.url(), await second.url()];
    for (const url of urls) expect((await fetch(`${url}/api/staff/demo`)).status).toBe(200);
    const ended = first.exit();
    first.child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect((await fetch(`${urls[1]}/api/staff/demo`)).status).toBe(200);
    const last = second.exit();
    second.child.kill('SIGTERM');
    expect(await last).toBe(0);
  }, 90_000);

  test('that was killed leaves nothing that hinders the next one', async () => {
    const first = startProcess({});
    await first.url();
    const killed = first.exit();
    first.child.kill('SIGKILL');
    await killed;
    const second = startProcess({});
    expect((await fetch(`${await second.url()}/readyz`)).status).toBe(200);
    const ended = second.exit();
    second.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 90_000);

  test('says that its port is taken, and leaves no database behind', async () => {
    const first = startProcess({});
    const port = new URL(await first.url()).port;
    const second = startProcess({ PORT: port, DATA_DIR: join(folder, 'other') });
    expect(await second.exit()).toBe(1);
    expect(second.said.text).toContain(`127.0.0.1:${port} cannot be opened: something else listens there; set PORT.`);
    expect(existsSync(join(folder, 'other/database/postgres/postmaster.pid'))).toBe(false);
    const ended = first.exit();
    first.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 90_000);

  test('does not start where the environment is wrong, and says all of it', async () => {
    const { said, exit } = startProcess({ PORT: 'eighty', SCHALTER_MODE: 'production' });
    expect(await exit()).toBe(1);
    expect(said.text).toMatch(/^Schalter does not start:\n- PORT must be/);
    expect(said.text).toContain('SIGN_IN=demo is refused');
    expect(said.text).not.toContain('    at ');
  }, 30_000);
});
