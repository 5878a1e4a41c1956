import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Assistance } from '../../../shared/declaration/declaration.ts';
import type { Drawing } from '../../../shared/declaration/drawing.ts';
import { cases } from '../cases/tables.ts';

/** What was frozen for review: the declaration exactly as it is hashed. Never updated. */
export const revisions = pgTable(
  'revisions',
  (t) => ({
    caseId: t
      .uuid('case_id')
      .notNull()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    revision: t.integer('revision').notNull(),
    /** Canonical JSON. Text, not jsonb: these characters are what the hash covers. */
    declaration: t.text('declaration').notNull(),
    declarationHash: t.text('declaration_hash').notNull(),
    at: t.text('at').notNull(),
  }),
  (row) => [
    primaryKey({ columns: [row.caseId, row.revision] }),
    check('revisions_hash', sql`${row.declarationHash} ~ '^[0-9a-f]{64}$'`),
  ],
);
export type RevisionRow = typeof revisions.$inferSelect;

/**
 * What belongs to a citizen's turn at the tablet and not to the answers. One row a case, written anew each time
 * somebody begins.
 */
export const sittings = pgTable(
  'sittings',
  (t) => ({
    caseId: t
      .uuid('case_id')
      .primaryKey()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    assistance: t.jsonb('assistance').$type<readonly Assistance[]>().notNull(),
    /** The citizen is done and waits for what only the office can enter. */
    awaitsOffice: t.boolean('awaits_office').notNull(),
    /** Taken back while somebody was filling in, and from which tablet. */
    recalledAt: t.text('recalled_at'),
    recalledFrom: t.uuid('recalled_from'),
    /** What the office changed since then; what was typed before it does not come over that. */
    officeChanged: t.jsonb('office_changed').$type<readonly string[]>().notNull(),
  }),
  (row) => [check('sittings_recall', sql`(${row.recalledAt} is null) = (${row.recalledFrom} is null)`)],
);
export type SittingRow = typeof sittings.$inferSelect;

export const leaseEnds = ['confirmed', 'left', 'on-paper', 'declined', 'recalled', 'overridden', 'expired'] as const;
export type LeaseEnd = (typeof leaseEnds)[number];

/** A revision lent to one tablet for confirming. Ended, kept until its case is erased: an act that comes late is told from a forged one. */
export const leases = pgTable(
  'leases',
  (t) => ({
    leaseId: t.uuid('lease_id').primaryKey(),
    caseId: t.uuid('case_id').notNull(),
    revision: t.integer('revision').notNull(),
    deviceId: t.uuid('device_id').notNull(),
    thumbprint: t.text('thumbprint').notNull(),
    challenge: t.text('challenge').notNull(),
    since: t.text('since').notNull(),
    validUntil: t.text('valid_until').notNull(),
    endedAt: t.text('ended_at'),
    ended: t.text('ended', { enum: leaseEnds }),
  }),
  (row) => [
    foreignKey({
      columns: [row.caseId, row.revision],
      foreignColumns: [revisions.caseId, revisions.revision],
    }).onDelete('cascade'),
    uniqueIndex('leases_open')
      .on(row.caseId)
      .where(sql`${row.endedAt} is null`),
    check('leases_end', sql`(${row.endedAt} is null) = (${row.ended} is null)`),
  ],
);
export type LeaseRow = typeof leases.$inferSelect;

/**
 * Bestätigungen. A row loses nothing and stays as long as its case is not erased; it can only become void. `late` ones arrived after a recall:
 * they are kept and confirm nothing.
 */
export const acts = pgTable(
  'acts',
  (t) => ({
    actId: t.uuid('act_id').primaryKey(),
    caseId: t.uuid('case_id').notNull(),
    revision: t.integer('revision').notNull(),
    signer: t.text('signer').notNull(),
    method: t.text('method', { enum: ['drawn', 'confirmed', 'mark', 'paper'] }).notNull(),
    state: t.text('state', { enum: ['valid', 'void', 'late'] }).notNull(),
    /** SHA-256 of the payload, of the scan for paper: what makes a repeated act the same act. */
    payloadHash: t.text('payload_hash').notNull(),
    /** Null for paper. */
    jws: t.text('jws'),
    drawing: t.jsonb('drawing').$type<Drawing>(),
    thumbprint: t.text('thumbprint'),
    note: t.text('note'),
    at: t.text('at').notNull(),
    voidedBecause: t.text('voided_because'),
  }),
  (row) => [
    foreignKey({
      columns: [row.caseId, row.revision],
      foreignColumns: [revisions.caseId, revisions.revision],
    }).onDelete('cascade'),
    // Nobody confirms the same revision twice, whatever two requests do at once.
    uniqueIndex('acts_one_valid')
      .on(row.caseId, row.revision, row.signer)
      .where(sql`${row.state} = 'valid'`),
    check('acts_device', sql`(${row.method} = 'paper') = (${row.jws} is null)`),
    check('acts_void', sql`(${row.state} = 'void') = (${row.voidedBecause} is not null)`),
  ],
);
export type ActRow = typeof acts.$inferSelect;
