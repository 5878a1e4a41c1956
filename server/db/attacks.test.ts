import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startOffice, type TestOffice } from '../../tests/support/office.ts';
import { openDb, type OpenDb } from './client.ts';

/** Somebody who took over the process and speaks to the database with the password of one of its roles. */
let office: TestOffice;
let retention: OpenDb;
beforeAll(async () => {
  office = await startOffice();
  retention = openDb(inject('postgres').retentionUrl.replace(/schalter$/, office.url.split('/').at(-1) ?? ''), 1);
});
afterAll(async () => {
  await retention.close();
  await office.close();
});

const refused = /permission denied|must be owner|must be superuser|must have|only roles with|not permitted/i;
const entry = `('0193538e-5c60-7c3c-a3f1-000000000001', 0, '2026-11-23T09:00:00.000Z', 'system', 'begun', '{}',
  '${'0'.repeat(64)}', '${'0'.repeat(64)}')`;

describe('with the application’s role what happened cannot be rewritten', () => {
  test.for([
    `update evidence_entries set actor = 'system'`,
    `delete from evidence_entries`,
    `truncate evidence_entries`,
    `truncate cases cascade`,
    `insert into evidence_entries values ${entry} on conflict (case_id, position) do update set actor = 'system'`,
    `merge into evidence_entries old using (select 1) one on true when matched then delete`,
    `with gone as (delete from evidence_entries returning 1) select * from gone`,
    `select * from evidence_entries for update`,
    `update revisions set declaration = '{}'`,
    `update blobs set bytes = ''`,
    `update authenticity_codes set issued_on = '2020-01-01'`,
    `alter table evidence_entries disable trigger all`,
    `alter table evidence_entries drop constraint evidence_hash`,
    `alter table evidence_entries owner to schalter_app`,
    `alter table evidence_entries rename to old_entries`,
    `create rule quiet as on insert to evidence_entries do instead nothing`,
    `create trigger quiet before insert on evidence_entries execute function suppress_redundant_updates_trigger()`,
    `create policy mine on evidence_entries using (true)`,
    `drop table evidence_entries`,
    `create table public.evidence_entries_too (a int)`,
    `create function public.mine() returns int language sql security definer as 'select 1'`,
    `create schema mine`,
    `grant update on evidence_entries to schalter_app`,
    `update pg_catalog.pg_class set relacl = null where relname = 'evidence_entries'`,
    `set role schalter_owner`,
    `set role schalter_retention`,
    `set session authorization schalter_owner`,
    `set session_replication_role = replica`,
    `alter role schalter_app superuser`,
    `grant schalter_owner to schalter_app`,
    `create role mine`,
    `alter system set archive_command = 'true'`,
    `alter default privileges for role schalter_owner grant all on tables to schalter_app`,
    `select pg_read_file('/etc/passwd')`,
    `copy evidence_entries from program 'true'`,
    `copy (select 1) to '/tmp/schalter-attack'`,
    `update drizzle.__drizzle_migrations set hash = 'x'`,
  ])('%s', async (statement) => {
    const answer = await office.sql.unsafe(statement).then(
      (rows) => `done: ${JSON.stringify(rows)}`,
      (error: unknown) => String(error),
    );
    if (!answer.startsWith('done')) expect(answer).toMatch(refused);
    // A grant that one has no right to give is only warned about, and gives nothing.
    else expect(statement).toMatch(/^grant update/);
    const [still] = await office.sql<{ may: boolean }[]>`
      select has_table_privilege('evidence_entries', 'update') or has_table_privilege('evidence_entries', 'delete') as may`;
    expect(still?.may).toBe(false);
  });

  test('no function in it runs with the rights of somebody else', async () => {
    const found = await office.sql`
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`;
    expect([...found]).toEqual([]);
  });

  test('no role is a member of another, and none may more than sign in', async () => {
    const members = await office.sql`
      select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname like 'schalter%'
      and r.rolname <> 'schalter_admin'`;
    expect([...members]).toEqual([]);
    const mighty = await office.sql`
      select rolname from pg_roles where rolname in ('schalter_owner', 'schalter_app', 'schalter_retention')
      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`;
    expect([...mighty]).toEqual([]);
  });
});

describe('with the role of the retention', () => {
  test.for([
    `update evidence_entries set actor = 'system'`,
    `insert into evidence_entries values ${entry}`,
    `update staff set role = 'lead'`,
    `update cases set state = 'finished'`,
    `update devices set state = 'paired'`,
    `insert into staff_sessions select * from staff_sessions`,
    `truncate evidence_entries`,
    `drop table cases`,
  ])('nothing is changed or added: %s', async (statement) => {
    await expect(retention.sql.unsafe(statement)).rejects.toThrow(refused);
  });

  test('what is due can be deleted', async () => {
    await retention.sql`delete from cases where case_id = '0193538e-5c60-7c3c-a3f1-000000000001'`;
  });
});

test('the embedded server listens on the loopback only, asks for a password, and writes down no row it refused', async () => {
  const { sql } = openDb(inject('postgres').adminUrl, 1);
  const [settings] = await sql`
    select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
      current_setting('password_encryption') as passwords, current_setting('log_error_verbosity') as told,
      current_setting('log_min_error_statement') as statements`;
  const rules = await sql<{ method: string }[]>`select distinct auth_method as method from pg_hba_file_rules`;
  await sql.end();
  expect(settings).toEqual({
    addresses: '127.0.0.1',
    sockets: '',
    passwords: 'scram-sha-256',
    told: 'terse',
    statements: 'panic',
  });
  expect(rules.map(({ method }) => method)).toEqual(['scram-sha-256']);
});
