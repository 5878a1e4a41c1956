import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { startEmbedded } from '../../../server/db/embedded.ts';
import type { RunningOffice } from '../../support/running-office.ts';

/** The running office's own PostgreSQL, asked without the office in between: the raw part of what goes through it. */
export async function openRawDatabase(office: RunningOffice): Promise<{ sql: Sql; close(): Promise<void> }> {
  const { ownerUrl } = await startEmbedded(join(office.dataDir, 'database'));
  const sql = postgres(ownerUrl, { max: 2, onnotice: () => {} });
  return { sql, close: () => sql.end({ timeout: 5 }) };
}

/** How long each takes, one after the other, at the pace of people. Milliseconds. */
export async function timeEach(count: number, ask: (at: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const begun = performance.now();
    await ask(at);
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}
