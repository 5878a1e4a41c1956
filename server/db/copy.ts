import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql, TransactionSql } from 'postgres';

/**
 * COPY in both directions, as a stream that waits for who is slower. The driver leaves two things to its users: it
 * does not go on reading where the last piece was read late, and it tells nobody when rows are refused at the very end.
 */
export async function* copyOut(tx: TransactionSql, statement: string): AsyncGenerator<Uint8Array> {
  const rows = await tx.unsafe(statement).readable();
  yield* rows;
  // Everything was read; a connection that was paused for it goes on.
  rows._read(0);
}

/** Resolves when the database has taken the rows, and rejects where it refuses any. */
export async function copyIn(tx: TransactionSql, statement: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
  const target = await tx.unsafe(statement).writable();
  const endRows = target._final.bind(target);
  const isRefused = new Promise<never>((_, refuse) => {
    target._final = (done) => {
      endRows(done);
      // Answered behind the rows: in a transaction that they broke it is refused.
      tx`select 1`.catch(refuse);
    };
  });
  await Promise.race([pipeline(Readable.from(rows, { highWaterMark: 1 }), target), isRefused]);
}

/** A transaction whose own failure is told, and not that a rollback in the middle of a COPY cannot be asked for. */
export async function inTransaction(
  sql: Sql,
  mode: 'read write' | 'isolation level repeatable read read only',
  work: (tx: TransactionSql) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const run = (tx: TransactionSql) =>
    work(tx).catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  await sql.begin(mode, run).catch((error: unknown) => {
    throw failures.length > 0 ? failures[0] : error;
  });
}
