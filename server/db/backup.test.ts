import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type BackupHeader, open, readHeader, seal } from './backup-crypt.ts';
import { writeBackup } from './backup.ts';
import { openDb } from './client.ts';
import { copyIn, inTransaction } from './copy.ts';
import { type RestoreOrder, restoreBackup } from './restore.ts';

/** A database with rows that are awkward to carry, its backup, and empty databases to bring it into. */
const folder = mkdtempSync(join(tmpdir(), 'schalter-backup-'));
const { adminUrl, ownerUrl } = inject('postgres');
const roles = { app: 'schalter_app', retention: 'schalter_retention' };
const now = new Date('2026-11-23T09:00:00.000Z');
const key = { bytes: new Uint8Array(randomBytes(32)), wrapped: 'wrapped-key' };
const unwrap = async (wrapped: string) => {
  if (wrapped !== key.wrapped) throw new Error('another key');
  return key.bytes;
};
const made: string[] = [];
const urlOf = (name: string) => ownerUrl.replace(/schalter$/, name);

async function makeDatabase(template = 'template1'): Promise<string> {
  const name = `b_${randomUUID().replaceAll('-', '')}`;
  const admin = openDb(adminUrl, 1);
  await admin.sql.unsafe(`create database ${name} owner schalter_owner template ${template}`);
  await admin.close();
  made.push(name);
  return urlOf(name);
}

let source = '';
const file = join(folder, 'office.backup');
const big = randomBytes(3_000_000);
beforeAll(async () => {
  source = await makeDatabase('schalter');
  const { sql, close } = openDb(source, 1);
  await sql`insert into blobs (blob_id, bytes) values (${randomUUID()}, ${big})`;
  await sql`insert into evidence_days values ('2026-11-22', ${'0'.repeat(64)}, ${['a', 'b\\c', 'd\te\n']}, 'x', null)`;
  await sql`insert into staff values ('odd', E'Name\twith\nall\\of it', 'clerk', false)`.catch(async () => {
    await sql`update staff set name = E'Name\twith\nall\\of it' where staff_id = 'demo-lead'`;
  });
  await sql`select nextval('desk_versions'), nextval('desk_versions')`;
  await close();
  await writeBackup({ ownerUrl: source, file, now, key });
});
afterAll(async () => {
  const admin = openDb(adminUrl, 1);
  for (const name of made) await admin.sql.unsafe(`drop database ${name} with (force)`);
  await admin.close();
  rmSync(folder, { recursive: true });
});

/** Every row of every table, as text, and the sequences. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const { sql, close } = openDb(url, 1);
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await sql<{ row: string }[]>`select t::text as row from ${sql(name)} t order by 1`;
    content[name] = rows.map(({ row }) => row);
  }
  content.sequences = (await sql`select last_value, is_called from desk_versions`).map((row) => JSON.stringify(row));
  await close();
  return content;
}

const restore = async (change: Partial<RestoreOrder> = {}) => {
  const url = change.ownerUrl ?? (await makeDatabase());
  await restoreBackup({ file, ownerUrl: url, roles, now, unwrap, before: async () => {}, ...change });
  return url;
};

describe('a backup', () => {
  test('comes back into an empty database exactly as it was', async () => {
    // On its last day.
    const url = await restore({ now: new Date('2026-12-28T09:00:00.000Z') });
    const before = await contentOf(source);
    expect(before.blobs).toHaveLength(1);
    expect(await contentOf(url)).toEqual(before);
  });

  test('opens no door that was shut since it was made: nobody is signed in, and no link opens', async () => {
    const other = await makeDatabase('schalter');
    const { sql, close } = openDb(other, 1);
    const [soon, id] = ['2026-11-24T09:00:00.000Z', randomUUID()];
    await sql`insert into staff_sessions values (${id}, 'a', 'demo-lead', ${soon}, ${soon})`;
    await sql`insert into device_challenges values ('b', ${id}, ${soon})`;
    await sql`insert into pairing_codes select 'c', desk_id, 'Tablet', 'demo-lead', ${soon}, ${soon} from desks limit 1`;
    await close();
    const withDoors = join(folder, 'doors.backup');
    await writeBackup({ ownerUrl: other, file: withDoors, now, key });
    const content = await contentOf(await restore({ file: withDoors }));
    expect(content.staff?.length).toBeGreaterThan(0);
    for (const table of ['staff_sessions', 'device_sessions', 'device_challenges', 'pairing_codes', 'copy_links'])
      expect(content[table]).toEqual([]);
  });

  test('says what it is and until when, and nothing of its content', () => {
    const bytes = readFileSync(file);
    const header = JSON.parse(bytes.subarray(0, bytes.indexOf('\n')).toString('utf8')) as BackupHeader;
    expect(header).toMatchObject({
      schema: 'schalter/backup@1',
      madeAt: '2026-11-23T09:00:00.000Z',
      expiresAt: '2026-12-28T09:00:00.000Z',
    });
    for (const secret of ['DEMO', 'staff', 'copy', big.subarray(0, 12).toString('latin1')])
      expect(bytes.includes(Buffer.from(secret, 'latin1'))).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is one moment of the database, whatever is written meanwhile, and is never written over', async () => {
    await expect(writeBackup({ ownerUrl: source, file, now, key })).rejects.toThrow('is there already');
  });

  test('keeps to nobody who comes too late, by its own word', async () => {
    const late = new Date('2026-12-28T09:00:00.001Z');
    await expect(restore({ now: late })).rejects.toThrow('expired on 2026-12-28');
  });
});

describe('a restore is refused, and leaves the database as empty as it was,', () => {
  // One for all of them: what one leaves behind the next would meet, and the last one brings the whole backup in.
  let empty = '';
  beforeAll(async () => {
    empty = await makeDatabase();
  });
  const bytes = () => readFileSync(file);
  const line = () => bytes().indexOf('\n') + 1;
  const withHeader = (change: Partial<BackupHeader>) => {
    const header = { ...(JSON.parse(bytes().subarray(0, line()).toString('utf8')) as BackupHeader), ...change };
    return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes().subarray(line())]);
  };
  const flip = (at: number) => {
    const copy = bytes();
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };

  test.for<[string, string, () => Buffer]>([
    ['an empty file', 'no backup', () => Buffer.alloc(0)],
    ['something else', 'no backup', () => Buffer.from('%PDF-1.7\n%%EOF\n')],
    ['a line without end', 'no backup', () => Buffer.alloc(100_000, 0x7b)],
    ['the line alone', 'not whole', () => bytes().subarray(0, line())],
    ['a file cut in its first frame', 'not whole', () => bytes().subarray(0, line() + 1_000)],
    ['a file cut in the middle', 'not whole', () => bytes().subarray(0, bytes().length >> 1)],
    ['a file cut by its last byte', 'not whole', () => bytes().subarray(0, bytes().length - 1)],
    ['a file without its last frame', 'not whole', () => withoutLastFrame(bytes(), line())],
    ['something behind the end', 'not whole', () => Buffer.concat([bytes(), Buffer.from([0])])],
    ['a changed first frame', 'was changed', () => flip(line() + 100)],
    ['a changed frame in the middle', 'was changed', () => flip(bytes().length >> 1)],
    ['a changed last byte', 'was changed', () => flip(bytes().length - 1)],
    ['a later date of expiry', 'was changed', () => withHeader({ expiresAt: '2099-01-01T00:00:00.000Z' })],
    ['an earlier day of making', 'was changed', () => withHeader({ madeAt: '2020-01-01T00:00:00.000Z' })],
    ['frames in another order', 'was changed', () => swappedFrames(bytes(), line())],
    ['another migration', 'another version', () => withHeader({ migration: 'f'.repeat(64) })],
    ['a key of another office', 'other keys', () => withHeader({ key: 'foreign' })],
  ])('for %s: "%s"', async ([, because, content]) => {
    const other = join(folder, `${randomUUID()}.backup`);
    writeFileSync(other, content());
    await expect(restore({ file: other, ownerUrl: empty })).rejects.toThrow(because);
    const left = await contentOf(empty).catch(() => ({}));
    expect(Object.entries(left).flatMap(([name, rows]) => (name === 'sequences' ? [] : rows))).toEqual([]);
  });

  test('for a database in which somebody is already', async () => {
    await expect(restore({ ownerUrl: source })).rejects.toThrow('not empty');
  });

  test('where what came back does not hold', async () => {
    const before = async () => {
      throw new Error('the evidence of case x is broken at entry 3');
    };
    await expect(restore({ ownerUrl: empty, before })).rejects.toThrow('broken at entry 3');
  });

  test('for a database in which an office begins to work at that moment', async () => {
    const url = await makeDatabase();
    await expect(restore({ ownerUrl: url, before: () => Promise.reject(new Error('not now')) })).rejects.toThrow();
    const { sql, close } = openDb(url, 2);
    let restoring: Promise<unknown> = Promise.resolve();
    await sql.begin(async (tx) => {
      await tx`insert into desks values ('desk-x', 'Platz einer anderen Stadt', 'anderswo')`;
      restoring = restore({ ownerUrl: url }).catch((error: unknown) => error);
      const isWaiting = async () => {
        const [held] = await sql`select 1 from pg_locks where not granted and relation = 'desks'::regclass`;
        return held !== undefined;
      };
      await Promise.race([
        restoring,
        expect
          .poll(isWaiting, { timeout: 10_000 })
          .toBe(true)
          .catch(() => {}),
      ]);
    });
    expect(String(await restoring)).toContain('not empty');
    expect(await sql`select desk_id from desks`).toEqual([{ desk_id: 'desk-x' }]);
    await close();
  });

  test('for a file that is not there', async () => {
    await expect(restore({ file: join(folder, 'nowhere'), ownerUrl: empty })).rejects.toThrow('Cannot read');
  });

  test('and after all of that the whole one is still welcome there', async () => {
    await restore({ ownerUrl: empty });
    expect(await contentOf(empty)).toEqual(await contentOf(source));
  });
});

describe('rows on their way into a table', () => {
  test.for([
    ['break a rule at the very end', `${randomUUID()}\tx\n`, 'foreign key'],
    ['are none', 'no uuid\tx\n', 'invalid input'],
  ] as const)('that %s are refused, and nobody waits for ever', async ([, rows, because]) => {
    const { sql, close } = openDb(source, 1);
    const one = (async function* () {
      yield Buffer.from(rows);
    })();
    const filling = inTransaction(sql, 'read write', (tx) => copyIn(tx, 'copy case_keys from stdin', one));
    await expect(filling).rejects.toThrow(new RegExp(`${because}|transaction is aborted`));
    await close();
  });
});

test.for([0, 1, 65_535, 65_536, 65_537, 200_000])('%i bytes come out of the frames as they went in', async (length) => {
  const content = randomBytes(length);
  const header: BackupHeader = {
    schema: 'schalter/backup@1',
    madeAt: '',
    expiresAt: now.toISOString(),
    migration: '',
    key: '',
  };
  const sealed: Buffer[] = [];
  for await (const part of seal(inPieces(content, 1_000), { header, key: key.bytes })) sealed.push(part);
  const opened: Buffer[] = [];
  for await (const part of open(await readHeader(inPieces(Buffer.concat(sealed), 777)), key.bytes)) opened.push(part);
  expect(Buffer.concat(opened).equals(content)).toBe(true);
});

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function framesOf(bytes: Buffer, start: number): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = start; at < bytes.length;) {
    const end = at + 4 + bytes.readUInt32BE(at);
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return frames;
}
const withoutLastFrame = (bytes: Buffer, start: number): Buffer =>
  Buffer.concat([bytes.subarray(0, start), ...framesOf(bytes, start).slice(0, -1)]);
function swappedFrames(bytes: Buffer, start: number): Buffer {
  const [first, second, ...more] = framesOf(bytes, start);
  return Buffer.concat([bytes.subarray(0, start), second ?? bytes, first ?? bytes, ...more]);
}
