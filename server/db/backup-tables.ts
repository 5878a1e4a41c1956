import type { Sql, TransactionSql } from 'postgres';
import type { SequenceRecord, TableRecord } from './backup-records.ts';

/**
 * Which tables a backup holds: every table of the office, and the jobs that wait. What the job queue keeps for itself
 * (queues, timetable, statistics) is installed anew with the tables. Applied migrations are compared, not copied.
 */
export async function listTables(sql: Sql | TransactionSql): Promise<readonly TableRecord[]> {
  const rows = await sql<{ schema: string; name: string; columns: string[] }[]>`
    select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and (n.nspname = 'public' or (n.nspname = 'pgboss' and c.relname = 'job_common'))
    group by 1, 2 order by 1, 2`;
  const links = await sql<{ from: string; to: string }[]>`
    select f.relname as from, t.relname as to from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and f.oid <> t.oid`;
  return inOrder(rows, links);
}

/** A table stands behind those it refers to, so that its rows can be put in as they come. */
function inOrder(
  tables: readonly TableRecord[],
  links: readonly { from: string; to: string }[],
): readonly TableRecord[] {
  const placed: TableRecord[] = [];
  let open = [...tables];
  while (open.length > 0) {
    const ready = open.filter(
      ({ name }) => !links.some(({ from, to }) => from === name && open.some((one) => one.name === to)),
    );
    if (ready.length === 0)
      throw new Error(`these tables refer to each other: ${open.map(({ name }) => name).join(', ')}`);
    placed.push(...ready);
    open = open.filter((table) => !ready.includes(table));
  }
  return placed;
}

/** Sequences know no transaction; theirs are read after the tables, so that no number is given twice. */
export const listSequences = async (sql: Sql | TransactionSql): Promise<readonly SequenceRecord[]> => {
  const all = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, sequencename as name from pg_sequences where schemaname = 'public' order by 2`;
  const read: SequenceRecord[] = [];
  for (const { schema, name } of all) {
    const [row] = await sql<{ value: string; isCalled: boolean }[]>`
      select last_value::text as value, is_called as "isCalled" from ${sql(schema)}.${sql(name)}`;
    if (row) read.push({ schema, name, ...row });
  }
  return read;
};

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const nameOf = ({ schema, name }: Pick<TableRecord, 'schema' | 'name'>): string =>
  `${quoted(schema)}.${quoted(name)}`;
