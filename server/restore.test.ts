import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, inject, test } from 'vitest';
import { openKeyFile } from './adapters/keys/key-file.ts';
import { type BackupHeader, seal } from './db/backup-crypt.ts';
import { writeRecord } from './db/backup-records.ts';
import { openDb } from './db/client.ts';
import { newestMigration } from './db/migrate.ts';

/** The command itself, with a backup that holds a row no database takes. */
const folder = mkdtempSync(join(tmpdir(), 'schalter-restore-command-'));
const { adminUrl, appUrl, ownerUrl, retentionUrl } = inject('postgres');
const database = `c_${randomUUID().replaceAll('-', '')}`;
const urlOf = (url: string) => url.replace(/schalter$/, database);
afterAll(async () => {
  const admin = openDb(adminUrl, 1);
  await admin.sql.unsafe(`drop database if exists ${database} with (force)`);
  await admin.close();
  rmSync(folder, { recursive: true });
});

const place = (name: string) => join(folder, name);

async function writeOddBackup(): Promise<void> {
  const keys = await openKeyFile(place('keys.json'));
  const bytes = new Uint8Array(randomBytes(32));
  const header: BackupHeader = {
    schema: 'schalter/backup@1',
    madeAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    migration: newestMigration(),
    key: await keys.wrap(bytes),
  };
  const table = { schema: 'public', name: 'staff', columns: ['staff_id', 'name', 'role', 'pin', 'is_demo'] };
  const records = [
    writeRecord({ is: 'table', table }),
    writeRecord({ is: 'rows', bytes: Buffer.from('s1\tRosa Geheimnis\tqueen\t\\N\tf\n') }),
    // Enough behind it that the refusal comes while rows are still on their way.
    ...Array.from({ length: 200 }, () => writeRecord({ is: 'rows', bytes: Buffer.alloc(65_536, 'a') })),
    writeRecord({ is: 'end' }),
  ];
  const plain = (async function* () {
    yield gzipSync(Buffer.concat(records));
  })();
  const parts: Buffer[] = [];
  for await (const part of seal(plain, { header, key: bytes })) parts.push(part);
  writeFileSync(place('odd.backup'), Buffer.concat(parts));
}

test('a restore that fails says why, and repeats nobody’s row on the screen', async () => {
  const admin = openDb(adminUrl, 1);
  await admin.sql.unsafe(`create database ${database} owner schalter_owner template template1`);
  await admin.close();
  mkdirSync(place('anchors'));
  await writeOddBackup();
  const { code, said } = await restore('--without-deletion-log');
  expect([code, said]).toEqual([1, expect.stringContaining('staff_role')]);
  expect(said).not.toContain('Geheimnis');
}, 60_000);

test('without the deletion log nothing is restored, or deleted cases would come back', async () => {
  const { code, said } = await restore();
  expect([code, said]).toEqual([1, expect.stringContaining('deletions.jsonl is missing')]);
});

/** Runs the command as it is typed, and gives all it says. */
async function restore(...options: readonly string[]): Promise<{ code: unknown; said: string }> {
  const command = [join(import.meta.dirname, 'restore.ts'), place('odd.backup'), '--anchors', place('anchors')];
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: urlOf(appUrl),
    DATABASE_OWNER_URL: urlOf(ownerUrl),
    DATABASE_RETENTION_URL: urlOf(retentionUrl),
  };
  const run = spawn(process.execPath, [...command, ...options], { env });
  let said = '';
  run.stdout.on('data', (text: Buffer) => (said += text.toString()));
  run.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((ended) => run.once('close', ended));
  return { code, said };
}
