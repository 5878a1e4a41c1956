import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';

/**
 * The office's connection to PostgreSQL: one small pool for a process, opened by `main.ts` and by tests only.
 * `Tx` is what a query or an action takes, so that it runs inside a transaction as well as on its own.
 */
export function openDb(url: string, connections = 10): OpenDb {
  const sql = postgres(url, { max: connections, onnotice: () => {}, connection: bounds });
  return { db: drizzle(prepared(sql)), sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Drizzle asks for every statement unprepared: two journeys to the database and a new plan each time. Its statements
 * are few and their values are parameters, so each connection prepares them once. Behind a pooler that exchanges
 * connections between transactions this needs one that knows prepared statements (PgBouncer from 1.21).
 */
function prepared<Client extends Sql | TransactionSql>(client: Client): Client {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'unsafe')
        return ((query, values, options) =>
          target.unsafe(query, values, { ...options, prepare: true })) satisfies Client['unsafe'];
      if (key === 'begin' && 'begin' in target)
        return (work: (tx: TransactionSql) => unknown) => target.begin((tx) => work(prepared(tx)));
      if (key === 'savepoint' && 'savepoint' in target)
        return (work: (tx: TransactionSql) => unknown) => target.savepoint((tx) => work(prepared(tx)));
      return Reflect.get(target, key);
    },
  });
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
