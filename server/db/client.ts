import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const migrationLock = 727_001;

export function openDb(url: string) {
  const sql = postgres(url, { max: 10, onnotice: () => {} });
  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}
export type Db = ReturnType<typeof openDb>['db'];
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0] | Db;

/** One migrator at a time, over all server processes: an advisory lock on a connection of its own. */
export async function migrateDb(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(sql), { migrationsFolder: `${import.meta.dirname}/migrations` });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
