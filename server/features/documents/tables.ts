import { sql } from 'drizzle-orm';
import { check, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { documentProblems } from '../../../shared/wire/cases.ts';
import { cases } from '../cases/tables.ts';

/** The key that every file of a case is encrypted with, wrapped by the office's. Deleting the row destroys the files. */
export const caseKeys = pgTable('case_keys', (t) => ({
  caseId: t
    .uuid('case_id')
    .primaryKey()
    .references(() => cases.caseId, { onDelete: 'cascade' }),
  wrapped: t.text('wrapped').notNull(),
}));

/**
 * Papers of a case. `unsealedBlob` holds the bytes before sealing and is stored first; whoever seals them first wins.
 * The bytes of a sealed document are never exchanged.
 */
export const documents = pgTable(
  'documents',
  (t) => ({
    documentId: t.uuid('document_id').primaryKey(),
    caseId: t
      .uuid('case_id')
      .notNull()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    kind: t.text('kind', { enum: ['declaration', 'copy', 'meldebestaetigung', 'paper-scan'] }).notNull(),
    revision: t.integer('revision').notNull(),
    state: t.text('state', { enum: ['pending', 'sealed', 'failed', 'plain'] }).notNull(),
    level: t.text('level'),
    /** What the last try failed at, while the document is not there. */
    problem: t.text('problem', { enum: documentProblems }),
    /** Of the bytes in `blob`, before encryption. */
    sha256: t.text('sha256'),
    unsealedBlob: t.uuid('unsealed_blob'),
    blob: t.uuid('blob'),
    /** How often it was handed out, printed or fetched. */
    copies: t.integer('copies').notNull(),
    /** A certificate that was wrong: since when it does not count, and why. It stays, and another takes its place. */
    withdrawnAt: t.text('withdrawn_at'),
    withdrawnBecause: t.text('withdrawn_because'),
    at: t.text('at').notNull(),
  }),
  (row) => [
    // One document of a kind for a revision: the key that decides who won. Scans and reports there may be many.
    uniqueIndex('documents_one')
      .on(row.caseId, row.kind, row.revision)
      .where(sql`${row.kind} not in ('paper-scan', 'evidence-report') and ${row.withdrawnAt} is null`),
    check('documents_sealed', sql`${row.state} <> 'sealed' or (${row.blob} is not null and ${row.level} is not null)`),
    check('documents_withdrawn', sql`(${row.withdrawnAt} is null) = (${row.withdrawnBecause} is null)`),
    check('documents_hash', sql`(${row.blob} is null) = (${row.sha256} is null)`),
  ],
);
export type DocumentRow = typeof documents.$inferSelect;

/** Links to a copy, opened once with the date of birth. Only the hash of the token lies here. */
export const copyLinks = pgTable('copy_links', (t) => ({
  tokenHash: t.text('token_hash').primaryKey(),
  caseId: t
    .uuid('case_id')
    .notNull()
    .references(() => cases.caseId, { onDelete: 'cascade' }),
  documentId: t
    .uuid('document_id')
    .notNull()
    .references(() => documents.documentId, { onDelete: 'cascade' }),
  until: t.text('until').notNull(),
  tries: t.integer('tries').notNull(),
  usedAt: t.text('used_at'),
}));
