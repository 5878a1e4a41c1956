import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Tx } from './client.ts';

/** For what must stand or fall with a change: throws where it was called outside of any transaction. */
export function needTransaction(tx: Tx, what: string): void {
  if (!(tx instanceof PgTransaction)) throw new Error(`${what} needs the transaction of the change it belongs to`);
}
