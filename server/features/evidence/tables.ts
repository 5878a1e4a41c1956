import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
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
    // Closing a day asks for what was written in it.
    index('evidence_at_day').on(entry.at),
    check('evidence_position', sql`${entry.position} >= 0`),
    check('evidence_at', sql`${entry.at} ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$'`),
    check('evidence_hash', sql`${entry.hash} ~ '^[0-9a-f]{64}$' and ${entry.previousHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

export type EvidenceRow = typeof evidenceEntries.$inferSelect;

export const rootProblems = ['no-answer', 'answer-refused'] as const;

/**
 * A closed day of the office: the tree over the heads of the chains that grew on it. Rows are never deleted and never
 * changed, but for what the last try to have the root timestamped failed at. A leaf alone says nothing about anybody.
 */
export const evidenceDays = pgTable(
  'evidence_days',
  (t) => ({
    day: t.text('day').primaryKey(),
    root: t.text('root').notNull(),
    /** Hashed leaves in the order of the tree, which is the order of their hashes: it tells nothing of the cases. */
    leaves: t.text('leaves').array().notNull(),
    closedAt: t.text('closed_at').notNull(),
    problem: t.text('problem', { enum: rootProblems }),
  }),
  (row) => [
    check('evidence_days_day', sql`${row.day} ~ '^\\d{4}-\\d{2}-\\d{2}$'`),
    check('evidence_days_root', sql`${row.root} ~ '^[0-9a-f]{64}$'`),
    check('evidence_days_leaves', sql`cardinality(${row.leaves}) > 0`),
  ],
);
export type EvidenceDayRow = typeof evidenceDays.$inferSelect;

/** The token of an authority over a day's root. Rows are never changed and never deleted. */
export const evidenceTimestamps = pgTable('evidence_timestamps', (t) => ({
  day: t
    .text('day')
    .primaryKey()
    .references(() => evidenceDays.day),
  /** RFC 3161, DER in base64. */
  token: t.text('token').notNull(),
}));

/**
 * Which leaf of a day is whose, and the random bytes in front of the head. The retention role deletes the rows of a case
 * with its entries; then nobody can tell any more.
 */
export const evidenceHeads = pgTable(
  'evidence_heads',
  (t) => ({
    caseId: t.uuid('case_id').notNull(),
    day: t
      .text('day')
      .notNull()
      .references(() => evidenceDays.day),
    place: t.integer('place').notNull(),
    /** The last entry of the chain on that day. */
    position: t.integer('position').notNull(),
    salt: t.text('salt').notNull(),
  }),
  (row) => [
    primaryKey({ columns: [row.caseId, row.day] }),
    uniqueIndex('evidence_heads_place').on(row.day, row.place),
    check('evidence_heads_counts', sql`${row.place} >= 0 and ${row.position} >= 0`),
  ],
);
