import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
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
    kind: t
      .text('kind', { enum: ['declaration', 'copy', 'meldebestaetigung', 'paper-scan', 'evidence-report'] })
      .notNull(),
    revision: t.integer('revision').notNull(),
    state: t.text('state', { enum: ['pending', 'sealed', 'failed', 'plain'] }).notNull(),
    level: t.text('level'),
    /** What the last try failed at, while the document is not there or has not reached its level. */
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
    /** The queue gave it up; somebody has to ask for it again. */
    givenUpAt: t.text('given_up_at'),
    /** Until when the last time stamp that was appended holds. */
    renewBy: t.text('renew_by'),
    /** The algorithms that stamp rests on, as reports name them. */
    stampedWith: t.text('stamped_with'),
    renewalOrderedAt: t.text('renewal_ordered_at'),
    at: t.text('at').notNull(),
  }),
  (row) => [
    // What the figures and the renewal look for among all that ever was.
    index('documents_growing')
      .on(row.at)
      .where(sql`${row.state} = 'pending' or (${row.state} = 'sealed' and ${row.level} <> 'B-LTA')`),
    index('documents_renew_by').on(row.renewBy),
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

/**
 * Every version of a sealed document that ever was: the first `bytes` bytes of the one that lies in `blob`, so that
 * each can be had and proven without being kept twice. A row is never changed.
 */
export const documentVersions = pgTable(
  'document_versions',
  (t) => ({
    documentId: t
      .uuid('document_id')
      .notNull()
      .references(() => documents.documentId, { onDelete: 'cascade' }),
    sha256: t.text('sha256').notNull(),
    /** Counts the seals of the document; another one begins where a seal was revoked before any time stamp. */
    seal: t.integer('seal').notNull(),
    bytes: t.integer('bytes').notNull(),
    level: t.text('level').notNull(),
    at: t.text('at').notNull(),
  }),
  (row) => [
    primaryKey({ columns: [row.documentId, row.sha256] }),
    check('document_versions_bytes', sql`${row.bytes} > 0 and ${row.seal} >= 1`),
    check('document_versions_hash', sql`${row.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);
export type VersionRow = typeof documentVersions.$inferSelect;

/** What was sealed by a certificate that was revoked before anybody could prove when; kept, and marked. Never changed. */
export const replacedSeals = pgTable(
  'replaced_seals',
  (t) => ({
    documentId: t
      .uuid('document_id')
      .notNull()
      .references(() => documents.documentId, { onDelete: 'cascade' }),
    seal: t.integer('seal').notNull(),
    blob: t.uuid('blob').notNull(),
    sha256: t.text('sha256').notNull(),
    replacedAt: t.text('replaced_at').notNull(),
  }),
  (row) => [primaryKey({ columns: [row.documentId, row.seal] })],
);

/** The last word about certificates that seal, for every process and for the time after a restart. */
export const sealStatuses = pgTable('seal_statuses', (t) => ({
  certificateHash: t.text('certificate_hash').primaryKey(),
  /** When its issuer last stood by it. */
  goodAt: t.text('good_at'),
  /** Once revoked, it never seals again. */
  revokedAt: t.text('revoked_at'),
}));

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
