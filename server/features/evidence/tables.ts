import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { evidenceEvents } from '../../../shared/evidence/events.ts';

/**
 * The evidence of a case: an append-only, hash-linked list of what happened.
 *
 * Rows are never updated; only the retention role deletes. The application role may SELECT and INSERT here (see
 * `server/db/grants.ts`), so not even a bug can rewrite history. `shared/evidence/chain.ts` makes the hashes.
 */
export const evidenceEntries = pgTable(
  'evidence_entries',
  (t) => ({
    // No foreign key: the chain outlives nothing, but must not hinder deletion.
    caseId: t.uuid('case_id').notNull(),
    position: t.integer('position').notNull(),
    // Text, not timestamptz: the hash covers exactly these characters.
    at: t.text('at').notNull(),
    actor: t.text('actor').notNull(),
    event: t.text('event', { enum: evidenceEvents }).notNull(),
    details: t.jsonb('details').$type<Readonly<Record<string, string>>>().notNull(),
    previousHash: t.text('previous_hash').notNull(),
    hash: t.text('hash').notNull(),
  }),
  (entry) => [
    // Two writers cannot both write entry 7, whatever else goes wrong.
    primaryKey({ columns: [entry.caseId, entry.position] }),
    check('evidence_position', sql`${entry.position} >= 0`),
    check('evidence_at', sql`${entry.at} ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$'`),
    check('evidence_hash', sql`${entry.hash} ~ '^[0-9a-f]{64}$' and ${entry.previousHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

export type EvidenceRow = typeof evidenceEntries.$inferSelect;
