import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openDb } from './client.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

const fast = ['fsync=off', 'full_page_writes=off'];

/** Most tests share one folder, because preparing one takes seconds. */
const folder = mkdtempSync(join(tmpdir(), 'schalter-embedded-'));
const started: Embedded[] = [];
const start = async (at = folder, settings: readonly string[] = []) => {
  const server = await startEmbedded(at, settings);
  started.push(server);
  return server;
};
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const postmaster = (at = folder) => Number(readFileSync(join(at, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function ask<Row>(url: string, question: string): Promise<Row[]> {
  const { sql, close } = openDb(url, 1);
  try {
    return await sql.unsafe<Row[]>(question);
  } finally {
    await close();
  }
}

describe('the embedded database', () => {
  test('is one server, however many processes open the fresh folder at the same moment', async () => {
    const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
      await startEmbedded(${JSON.stringify(folder)});`;
    const exits = [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
      const [code] = (await once(child, 'exit')) as [number];
      return code;
    });
    expect(await Promise.all(exits)).toEqual([0, 0, 0]);
    // The three that started it are gone; it is adopted.
    const before = postmaster();
    const { appUrl } = await start();
    expect(postmaster()).toBe(before);
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  test('keeps what was committed when it is killed', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept (id int); insert into kept values (7)');
    process.kill(postmaster(), 'SIGKILL');
    const second = await start();
    expect(await ask(second.ownerUrl, 'select id from kept')).toEqual([{ id: 7 }]);
  }, 60_000);

  test('starts although another program got the number of the killed server', async () => {
    const first = await start();
    const [, ...rest] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
    await first.stop();
    writeFileSync(join(folder, 'postgres/postmaster.pid'), [process.pid, ...rest].join('\n'));
    const second = await start();
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  test('works below a folder that only its owner may enter, and where the preparing process was killed', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(join(closed, 'data', 'postgres'), { recursive: true });
    chmodSync(closed, 0o700);
    writeFileSync(join(closed, 'data', 'postgres', 'half'), 'half a cluster');
    const { appUrl } = await start(join(closed, 'data'), fast);
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  test('goes on running for the process that still uses it', async () => {
    const [first, second] = [await start(), await start()];
    const { sql, close } = openDb(second.appUrl, 1);
    await sql`select 1`;
    await first.stop();
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await close();
    await second.stop();
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
  }, 60_000);

  test('sorts names as Germans do, speaks UTC, and keeps its passwords to itself', async () => {
    const { appUrl } = await start();
    const sorted = await ask<{ name: string }>(
      appUrl,
      `select name from (values ('Zebra'), ('Äpfel'), ('apfel'), ('Öl')) as t (name) order by name`,
    );
    expect(sorted.map(({ name }) => name)).toEqual(['apfel', 'Äpfel', 'Öl', 'Zebra']);
    expect(await ask(appUrl, 'show timezone')).toEqual([{ TimeZone: 'UTC' }]);
    for (const role of ['admin', 'owner', 'app', 'retention'])
      expect(statSync(join(folder, 'postgres.passwords', `schalter_${role}`)).mode & 0o777).toBe(0o600);
  }, 60_000);

  test('has three roles, none of which is a member of another or can do more than its part', async () => {
    const { adminUrl, appUrl, retentionUrl } = await start();
    const members = await ask(adminUrl, `select 1 from pg_auth_members where member::regrole::text like 'schalter_%'`);
    expect(members).toEqual([]);
    for (const url of [appUrl, retentionUrl]) {
      await expect(ask(url, 'create table mine (id int)')).rejects.toThrow('permission denied');
      await expect(ask(url, 'create role mine')).rejects.toThrow('permission denied');
      await expect(ask(url, 'set role schalter_owner')).rejects.toThrow('permission denied');
    }
    await expect(ask(appUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
  }, 60_000);
});
