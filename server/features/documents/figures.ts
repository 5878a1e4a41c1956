import { count, isNotNull, min, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { documents } from './tables.ts';

/** How far the documents have come, as numbers. */
export type Growing = {
  byLevel: readonly { level: string; count: number }[];
  waiting: number;
  /** When the oldest of those that wait was ordered. */
  waitingSince: string | null;
};

export async function countGrowing(tx: Tx): Promise<Growing> {
  const level = sql<string>`coalesce(${documents.level}, ${documents.state})`;
  const byLevel = await tx
    .select({ level, count: count() })
    .from(documents)
    .where(sql`${documents.state} <> 'plain'`)
    .groupBy(level);
  const [waiting] = await tx
    .select({ count: count(), since: min(documents.at) })
    .from(documents)
    .where(isGrowing);
  return { byLevel, waiting: waiting?.count ?? 0, waitingSince: waiting?.since ?? null };
}

export async function countGivenUp(tx: Tx): Promise<number> {
  const [found] = await tx.select({ count: count() }).from(documents).where(isNotNull(documents.givenUpAt));
  return found?.count ?? 0;
}

/** Ordered and not there, or sealed and not yet as provable as it is to be. The index `documents_growing` knows the same. */
export const isGrowing = sql`(${documents.state} = 'pending' or (${documents.state} = 'sealed' and ${documents.level} <> 'B-LTA'))`;
