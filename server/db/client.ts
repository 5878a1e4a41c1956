import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';

/**
 * The office's connection to PostgreSQL: one small pool for a process, opened by `main.ts` and by tests only.
 * `Tx` is what a query or an action takes, so that it runs inside a transaction as well as on its own.
 */
export function openDb(url: string, connections = 10): OpenDb {
  const sql = postgres(url, { max: connections, onnotice: () => {}, connection: bounds });
  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}

/** Nothing that hangs may hold the lock of a case for long. Milliseconds. */
const bounds = {
  application_name: 'schalter',
  statement_timeout: 20_000,
  idle_in_transaction_session_timeout: 60_000,
};

export type OpenDb = { db: Db; sql: Sql; close(): Promise<void> };
export type Db = ReturnType<typeof drizzle<Record<string, never>>>;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0] | Db;
