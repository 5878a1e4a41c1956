import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres, { type TransactionSql } from 'postgres';
import { limits } from '../../shared/base/limits.ts';
import { type BackupHeader, BackupRefused, seal } from './backup-crypt.ts';
import { writeRecord } from './backup-records.ts';
import { listSequences, listTables, nameOf, quoted } from './backup-tables.ts';
import { copyOut, inTransaction } from './copy.ts';
import { newestMigration } from './migrate.ts';

export type BackupOrder = {
  ownerUrl: string;
  /** Where it goes; a file that is there is never written over. */
  file: string;
  now: Date;
  /** The backup's own key, and the same wrapped by the office's. */
  key: { bytes: Uint8Array; wrapped: string };
};

/**
 * Writes the whole database, as it stands in one moment, into an encrypted file, while the office goes on working. The
 * file is there under its name only when it is whole and on the disk. Throws `BackupRefused`.
 */
export async function writeBackup({ ownerUrl, file, now, key }: BackupOrder): Promise<BackupHeader> {
  const expiresAt = new Date(now.getTime() + limits.backupDays * 86_400_000);
  const header: BackupHeader = {
    schema: 'schalter/backup@1',
    madeAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    migration: newestMigration(),
    key: key.wrapped,
  };
  const draft = `${file}.${randomUUID()}.part`;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'schalter-backup' } });
  try {
    await inTransaction(sql, 'isolation level repeatable read read only', async (tx) => {
      await expectMigration(tx, header.migration);
      const packed = createGzip({ level: 1 });
      const packing = pipeline(Readable.from(readTables(tx), { highWaterMark: 1 }), packed);
      const writing = pipeline(
        seal(packed, { header, key: key.bytes }),
        createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
      );
      await Promise.all([packing, writing]);
    });
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new BackupRefused(`${file} is there already; it is not written over.`) : error;
    });
    // The name lies in the folder, and the folder has to reach the disk as well.
    const folder = await open(dirname(file), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
    return header;
  } finally {
    await rm(draft, { force: true });
    await sql.end({ timeout: 5 });
  }
}

async function* readTables(tx: TransactionSql): AsyncGenerator<Buffer> {
  for (const table of await listTables(tx)) {
    yield writeRecord({ is: 'table', table });
    const rows = copyOut(tx, `copy ${nameOf(table)} (${table.columns.map(quoted).join(', ')}) to stdout`);
    for await (const bytes of rows) yield writeRecord({ is: 'rows', bytes: Buffer.from(bytes) });
  }
  yield writeRecord({ is: 'sequences', sequences: await listSequences(tx) });
  yield writeRecord({ is: 'end' });
}

/** A database that another version of the program left behind has other tables than this one writes down. */
async function expectMigration(tx: TransactionSql, migration: string): Promise<void> {
  const [found] = await tx<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by created_at desc limit 1`.catch(() => []);
  if (found?.hash !== migration)
    throw new BackupRefused(
      'The database is not of this version of the program; start the office once, then back it up.',
    );
}
