import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { BackupRefused, type OpenBackup, open, readHeader } from './backup-crypt.ts';
import { type BackupRecord, readRecords, type TableRecord } from './backup-records.ts';
import { listTables, nameOf, quoted } from './backup-tables.ts';
import type { Db } from './client.ts';
import { copyIn, inTransaction } from './copy.ts';
import { migrateDb, newestMigration } from './migrate.ts';

export type RestoreOrder = {
  file: string;
  ownerUrl: string;
  roles: { app: string; retention: string };
  now: Date;
  /** The backup's key, from what the file says of it; rejects where the office's keys did not wrap it. */
  unwrap(wrapped: string): Promise<Uint8Array>;
  /** What must be true before the database may be opened: it throws, or all of it stays. */
  before(db: Db): Promise<void>;
};

/**
 * Brings a backup into an empty database: what can be told from the file is told before the database is touched, the
 * rest happens in one transaction: tables, sequences, every open session and link ended, then `before`, which deletes anew what was deleted since and
 * verifies what came back. Where anything is wrong the database is as empty as it was. Throws `BackupRefused`.
 */
export async function restoreBackup(order: RestoreOrder): Promise<void> {
  const key = await reading(order, (backup) => checkFile(backup, order));
  await reading(order, (backup) => bringIn(open(backup, key), order));
}

async function reading<T>({ file }: RestoreOrder, work: (backup: OpenBackup) => Promise<T>): Promise<T> {
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    return await work(await readHeader(bytes));
  } catch (error) {
    const isUnreadable = error instanceof Error && 'syscall' in error && 'path' in error && error.path === file;
    throw isUnreadable ? new BackupRefused(`Cannot read ${file}.`) : error;
  } finally {
    bytes.destroy();
  }
}

/** Each check is one step and one sentence. Answers with the key that opened the whole file. */
async function checkFile(backup: OpenBackup, { now, unwrap }: RestoreOrder): Promise<Uint8Array> {
  const { header } = backup;
  // 1. It is young enough: an older one would bring back what had to be deleted.
  if (now.getTime() > Date.parse(header.expiresAt))
    throw new BackupRefused(`This backup expired on ${header.expiresAt.slice(0, 10)} and is not restored.`);

  // 2. It has the tables this program knows.
  if (header.migration !== newestMigration())
    throw new BackupRefused('This backup was made by another version of the program; restore it with that one.');

  // 3. The office's keys open it.
  const key = await unwrap(header.key).catch(() => {
    throw new BackupRefused('This backup belongs to other keys: KEY_FILE is not the one it was made with.');
  });

  // 4. Every frame of it opens, up to the last.
  for await (const frame of open(backup, key)) void frame;
  return key;
}

async function bringIn(plain: AsyncIterable<Uint8Array>, { ownerUrl, roles, before }: RestoreOrder): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'schalter-restore' } });
  try {
    // 5. Nothing is in the database yet.
    await expectEmpty(sql);
    await migrateDb(ownerUrl, roles);
    await inTransaction(sql, 'read write', async (tx) => {
      // An office that was started meanwhile waits, and one that wrote already keeps us from mixing two offices.
      await tx.unsafe(`lock table ${(await listTables(tx)).map(nameOf).join(', ')} in exclusive mode`);
      await expectEmpty(tx);
      const unpacked = createGunzip();
      const unpacking = pipeline(Readable.from(plain), unpacked);
      await Promise.all([unpacking, putIn(tx, readRecords(unpacked))]);
      // 6. No door is open that was shut since: who signed out stays out, and a link that was used is used.
      for (const table of openDoors) await tx.unsafe(`delete from ${table}`);
      await before(drizzleInside(sql, tx));
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function expectEmpty(sql: Sql | TransactionSql): Promise<void> {
  for (const table of await listTables(sql)) {
    const rows = await sql.unsafe(`select 1 from ${nameOf(table)} limit 1`);
    if (rows.length > 0)
      throw new BackupRefused('The database is not empty; a backup is restored into an empty one only.');
  }
}

/** Whoever is signed in, or may come in with what he was given. */
const openDoors = ['staff_sessions', 'device_sessions', 'device_challenges', 'pairing_codes', 'copy_links'];

/** Table after table, as the records come; the stream of the file waits for the database. */
async function putIn(tx: TransactionSql, records: AsyncGenerator<BackupRecord>): Promise<void> {
  const known = await listTables(tx);
  let next = await records.next();
  while (!next.done) {
    const record = next.value;
    if (record.is === 'sequences')
      for (const { schema, name, value, isCalled } of record.sequences)
        await tx`select setval(${nameOf({ schema, name })}::regclass, ${value}::bigint, ${isCalled})`;
    if (record.is !== 'table') {
      next = await records.next();
      continue;
    }
    const table = expectKnown(record.table, known);
    const rows = async function* () {
      for (next = await records.next(); !next.done && next.value.is === 'rows'; next = await records.next())
        yield next.value.bytes;
    };
    await copyIn(tx, `copy ${nameOf(table)} (${table.columns.map(quoted).join(', ')}) from stdin`, rows());
  }
}

function expectKnown(table: TableRecord, known: readonly TableRecord[]): TableRecord {
  const found = known.find(({ schema, name }) => schema === table.schema && name === table.name);
  if (found?.columns.join() !== table.columns.join())
    throw new BackupRefused(`The backup holds a table that this program does not know: ${table.schema}.${table.name}.`);
  return table;
}

/** Drizzle on a transaction that is open already: what begins inside of it is a savepoint. */
function drizzleInside(root: Sql, tx: TransactionSql): Db {
  const client = new Proxy(tx, {
    get(target, key) {
      if (key === 'options') return root.options;
      if (key === 'begin') return (work: (inner: TransactionSql) => unknown) => target.savepoint(work);
      return Reflect.get(target, key);
    },
  });
  // A transaction lacks of a client exactly what is given here.
  return drizzle(client as unknown as Sql);
}
