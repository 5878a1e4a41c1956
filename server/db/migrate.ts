import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { PgBoss } from 'pg-boss';
import postgres, { type Sql } from 'postgres';
import { jobQueues, timetable } from '../jobs.ts';
import { grantRights } from './grants.ts';

const migrationLock = 727_001;
const migrationsFolder = `${import.meta.dirname}/migrations`;

/**
 * Brings a database to the state this program needs: tables, the job queue's schema, rights. Runs as the owner, one
 * process at a time over all machines, and changes nothing where everything is in place.
 */
export async function migrateDb(ownerUrl: string, roles: { app: string; retention: string }): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(sql), { migrationsFolder });
    await installJobQueue(ownerUrl);
    await grantRights(sql, roles);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Whether every migration of this program has been applied; readiness asks this of the database itself. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const wanted = readMigrationFiles({ migrationsFolder }).at(-1);
  if (!wanted) return true;
  const [found] =
    await sql`select 1 from drizzle.__drizzle_migrations where created_at >= ${wanted.folderMillis} limit 1`;
  return found !== undefined;
}

/** The hash of the newest migration this program has: two programs with the same have the same tables. */
export function newestMigration(): string {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1);
  if (!newest) throw new Error('there is no migration');
  return newest.hash;
}

async function installJobQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  boss.on('error', () => {}); // Whatever goes wrong here also rejects below.
  await boss.start();
  try {
    for (const [name, options] of Object.entries(jobQueues))
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    for (const [name, cron] of Object.entries(timetable)) await boss.schedule(name, cron);
  } finally {
    await boss.stop({ graceful: false });
  }
}
