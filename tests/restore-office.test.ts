import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openKeyFile } from '../server/adapters/keys/key-file.ts';
import { writeBackup } from '../server/db/backup.ts';
import { openDb } from '../server/db/client.ts';
import { restoreBackup } from '../server/db/restore.ts';
import { repeatDeletions } from '../server/features/cases/erase-again.ts';
import { eraseAbandoned } from '../server/features/cases/jobs.ts';
import { deleteDueCases } from '../server/features/cases/erase-due.ts';
import { closeDays } from '../server/features/evidence/days.ts';
import { checkRestored, type Findings } from '../server/features/evidence/restored.ts';
import { bringCase, type Counter, must, startCounter } from './support/counter.ts';

/**
 * A whole office is backed up; afterwards one case is ended and erased, and another one is deleted at the end of its
 * retention. Then the office burns down, and its backup, key file and deletion log come to a new machine.
 */
const folder = mkdtempSync(join(tmpdir(), 'schalter-restore-'));
const file = join(folder, 'office.backup');
const { adminUrl, ownerUrl } = inject('postgres');
const roles = { app: 'schalter_app', retention: 'schalter_retention' };
const made: string[] = [];

let counter: Counter;
let [sealed, ended, old] = ['', '', ''];
beforeAll(async () => {
  counter = await startCounter();
  sealed = await bringCase(counter, 'confirmed');
  await must(counter.clerk.cases[':caseId'].accept.$post({ param: { caseId: sealed } }));
  await counter.work();
  old = await bringCase(counter, 'confirmed');
  ended = await bringCase(counter, 'filling');
  await counter.sql`update cases set opened_at = '2020-05-05T09:00:00.000Z' where case_id = ${old}`;
  await must(counter.lead.cases[':caseId']['evidence-report'].$post({ param: { caseId: sealed } }));
  await counter.work();
  counter.pass(16 * 3600);
  await closeDays(counter.office);
  const keys = await openKeyFile(join(counter.folder, 'keys.json'));
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const key = { bytes, wrapped: await keys.wrap(bytes) };
  await writeBackup({ ownerUrl: sourceUrl(), file, now: counter.office.now(), key });

  // What happens after the backup.
  const clerk = (await counter.signedIn('demo-clerk-1')).api.api;
  await must(clerk.cases[':caseId'].recall.$post({ param: { caseId: ended } }));
  await must(clerk.cases[':caseId'].finish.$post({ param: { caseId: ended } }));
  counter.pass(80 * 3600);
  await counter.work();
  await deleteDueCases(counter.office);
  await eraseAbandoned(counter.office);
  await counter.work();
});
afterAll(async () => {
  await counter.close();
  const admin = openDb(adminUrl, 1);
  for (const name of made) await admin.sql.unsafe(`drop database ${name} with (force)`);
  await admin.close();
  rmSync(folder, { recursive: true });
});

const sourceUrl = () => ownerUrl.replace(/schalter$/, counter.url.split('/').at(-1) ?? '');
async function emptyDatabase(): Promise<string> {
  const name = `r_${randomUUID().replaceAll('-', '')}`;
  const admin = openDb(adminUrl, 1);
  await admin.sql.unsafe(`create database ${name} owner schalter_owner template template1`);
  await admin.close();
  made.push(name);
  return ownerUrl.replace(/schalter$/, name);
}

const live = { publish: async () => {}, endSession: async () => {} };
const trust = async () => ({
  sealAnchors: (await counter.office.sealer.anchors()).seal,
  tsaAnchors: await counter.office.timestamps.anchors(),
  revocation: (await counter.office.sealer.anchors()).crls,
  at: counter.office.now(),
});

/** As the command does it, on a machine that has nothing but the three files. */
async function restore(
  url: string,
  spoil: (sql: ReturnType<typeof openDb>['db']) => Promise<void> = async () => {},
): Promise<{ repeated: number; found: Findings }> {
  const keyFile = join(folder, `${randomUUID()}.json`);
  copyFileSync(join(counter.folder, 'keys.json'), keyFile);
  const keys = await openKeyFile(keyFile);
  const office = { ...counter.office, keys, live };
  const outcome: { repeated: number; found: Findings }[] = [];
  await restoreBackup({
    file,
    ownerUrl: url,
    roles,
    now: office.now(),
    unwrap: (wrapped) => keys.unwrap(wrapped),
    async before(db) {
      await spoil(db);
      const repeated = await repeatDeletions(office, db);
      outcome.push({ repeated, found: await checkRestored(office, db, await trust()) });
    },
  });
  const [only] = outcome;
  if (!only) throw new Error('nothing was verified');
  return only;
}

describe('an office that comes back from its backup', () => {
  test('has what it had, without what was deleted since, and every chain and seal is whole', async () => {
    const url = await emptyDatabase();
    const { repeated, found } = await restore(url);
    expect(repeated).toBe(2);
    expect(found).toMatchObject({ chains: 2, days: 1 });
    expect(found.documents).toBeGreaterThanOrEqual(2);

    const { sql, close } = openDb(url, 1);
    const rows = await sql<{ id: string; name: string; salt: string; erased: boolean }[]>`
      select case_id as id, name, salt, erased_at is not null as erased from cases order by erased`;
    expect(rows.map(({ id, erased }) => [id, erased])).toEqual([
      [sealed, false],
      [ended, true],
    ]);
    expect(rows[0]?.name).not.toBe('');
    expect(rows[1]).toMatchObject({ name: '', salt: '' });
    for (const table of ['evidence_entries', 'evidence_heads', 'documents', 'case_keys', 'acts', 'revisions'])
      expect(await sql`select 1 from ${sql(table)} where case_id = ${old}`).toEqual([]);
    const [last] =
      await sql`select event from evidence_entries where case_id = ${ended} order by position desc limit 1`;
    expect(last).toEqual({ event: 'erased' });
    await close();
  });

  test('gives the application its rights and no more', async () => {
    const url = await emptyDatabase();
    await restore(url);
    const app = openDb(inject('postgres').appUrl.replace(/schalter$/, made.at(-1) ?? ''), 1);
    expect((await app.sql`select count(*)::int as cases from cases`)[0]).toEqual({ cases: 2 });
    await expect(app.sql`delete from evidence_entries`).rejects.toThrow('permission denied');
    await app.close();
  });

  test.for<[string, string, string]>([
    ['an entry of a chain', `update evidence_entries set actor = 'clerk:x' where position = 1`, 'is broken at entry 1'],
    ['a case without its chain', `delete from evidence_entries where position >= 0`, 'has no evidence'],
    ['an earlier version', `update document_versions set bytes = bytes - 1`, 'does not begin with its version'],
    ['the root of a day', `update evidence_days set root = repeat('0', 64)`, 'does not follow from its leaves'],
    ['a leaf', `update evidence_heads set position = 0`, 'does not stand in the tree'],
    [
      'the hash of a document',
      `update documents set sha256 = repeat('0', 64) where blob is not null`,
      'is not the one',
    ],
    ['a file', `update blobs set bytes = set_byte(bytes, 40, 255 - get_byte(bytes, 40))`, 'does not open'],
  ])('is refused where %s does not hold, and nothing of it stays', async ([, statement, because]) => {
    const url = await emptyDatabase();
    await expect(restore(url, async (db) => void (await db.execute(statement)))).rejects.toThrow(because);
    const { sql, close } = openDb(url, 1);
    expect(await sql`select 1 from cases`).toEqual([]);
    await close();
  });

  test('needs the key file it was made with', async () => {
    const foreign = join(folder, 'foreign.json');
    const keys = await openKeyFile(foreign);
    const order = { file, ownerUrl: await emptyDatabase(), roles, now: counter.office.now(), before: async () => {} };
    const unwrap = (wrapped: string) => keys.unwrap(wrapped);
    await expect(restoreBackup({ ...order, unwrap })).rejects.toThrow('KEY_FILE is not the one');
  });

  test('was written without leaving anything else behind', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(existsSync(file)).toBe(true);
  });
});
