import type { Sql } from 'postgres';

/** Tables the application may fill and read and nothing else: what stands there has happened. */
const appendOnly = [
  'evidence_entries',
  'evidence_days',
  'evidence_timestamps',
  'evidence_heads',
  'register_look_ups',
  'document_versions',
  'replaced_seals',
];
/** What outlives every case: roots, their leaves and who vouches for when they were there. */
const kept = ['evidence_days', 'evidence_timestamps'];
/** What was shown, and files: it goes as a whole or stays as it is. */
const neverChanged = ['revisions', 'blobs', 'authenticity_codes'];

/**
 * Who may do what in the database, stated anew after every migration so that a new table gets its rights too. The
 * application reads and writes; on evidence it can only add. The retention role deletes and does nothing else. No
 * role is a member of another, and none of the two can change a table.
 */
export async function grantRights(sql: Sql, { app, retention }: { app: string; retention: string }): Promise<void> {
  const [owner] = await sql<{ name: string }[]>`select current_user as name`;
  if (owner?.name === app || owner?.name === retention)
    throw new Error('DATABASE_URL, DATABASE_OWNER_URL and DATABASE_RETENTION_URL need three different roles.');
  await sql.begin(async (tx) => {
    for (const schema of ['public', 'drizzle', 'pgboss']) {
      await tx`revoke all on all tables in schema ${tx(schema)} from ${tx(app)}, ${tx(retention)}`;
      await tx`grant usage on schema ${tx(schema)} to ${tx(app)}, ${tx(retention)}`;
      await tx`grant usage, select on all sequences in schema ${tx(schema)} to ${tx(app)}`;
      await tx`grant select on all tables in schema ${tx(schema)} to ${tx(app)}, ${tx(retention)}`;
    }
    for (const schema of ['public', 'pgboss']) {
      await tx`grant insert, update, delete on all tables in schema ${tx(schema)} to ${tx(app)}`;
      await tx`grant execute on all functions in schema ${tx(schema)} to ${tx(app)}`;
    }
    for (const table of appendOnly) await tx`revoke update, delete on ${tx(table)} from ${tx(app)}`;
    for (const table of neverChanged) await tx`revoke update on ${tx(table)} from ${tx(app)}`;
    // What the last try to have a day's root timestamped failed at; the root stays what it is.
    await tx`grant update (problem) on evidence_days to ${tx(app)}`;
    await tx`grant delete on all tables in schema public to ${tx(retention)}`;
    for (const table of kept) await tx`revoke delete on ${tx(table)} from ${tx(retention)}`;
  });
}
