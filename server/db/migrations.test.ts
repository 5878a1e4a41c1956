import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { is } from 'drizzle-orm';
import { PgSequence, PgTable } from 'drizzle-orm/pg-core';
import { expect, inject, test } from 'vitest';
import { openDb } from './client.ts';
import { migrateDb } from './migrate.ts';

const files = ['server/db/tables.ts', ...globSync('server/features/*/tables.ts')];

test('the migrations make exactly the tables that the features describe', async () => {
  const modules = await Promise.all(files.map((file): Promise<Record<string, unknown>> => import(resolve(file))));
  const exported = modules.flatMap((module) => Object.entries(module));
  const described = Object.fromEntries(
    exported.filter(([, value]) => is(value, PgTable) || value instanceof PgSequence),
  );
  expect(Object.keys(described).length).toBeGreaterThan(10);
  const snapshots = globSync(join(import.meta.dirname, 'migrations/meta/*_snapshot.json')).toSorted();
  const last = JSON.parse(readFileSync(snapshots.at(-1) ?? '', 'utf8')) as ReturnType<typeof generateDrizzleJson>;
  expect(await generateMigration(last, generateDrizzleJson(described, last.id))).toEqual([]);
});

test('an office that is up to date is not changed by migrating again, by however many processes', async () => {
  const { ownerUrl } = inject('postgres');
  const roles = { app: 'schalter_app', retention: 'schalter_retention' };
  const state = async () => {
    const { sql, close } = openDb(ownerUrl, 1);
    const [found] = await sql`
      select (select count(*) from drizzle.__drizzle_migrations) as migrations,
        (select string_agg(relname || coalesce(relacl::text, ''), ' ' order by relname) from pg_class
          where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relkind in ('r', 'S')) as rights,
        (select string_agg(name, ' ' order by name) from pgboss.queue) as queues`;
    await close();
    return found;
  };
  const before = await state();
  await Promise.all([1, 2, 3].map(() => migrateDb(ownerUrl, roles)));
  expect(await state()).toEqual(before);
});

test('two roles that are one are refused before any right is given', async () => {
  const { ownerUrl } = inject('postgres');
  await expect(migrateDb(ownerUrl, { app: 'schalter_owner', retention: 'schalter_retention' })).rejects.toThrow(
    'three different roles',
  );
});
