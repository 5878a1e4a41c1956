import { sql } from 'drizzle-orm';
import { check, index, pgTable } from 'drizzle-orm/pg-core';
import { documents } from '../documents/tables.ts';

/**
 * Echtheitscodes of certificates, as hashes: who reads the table can ask for none of them. A row says which document
 * and of which day, nothing of a person. It goes with its document, so that an erased case answers like a code that
 * nobody gave out, and it is never changed.
 */
export const authenticityCodes = pgTable(
  'authenticity_codes',
  (t) => ({
    codeHash: t.text('code_hash').primaryKey(),
    documentId: t
      .uuid('document_id')
      .notNull()
      .unique()
      .references(() => documents.documentId, { onDelete: 'cascade' }),
    /** The day the certificate speaks of, `YYYY-MM-DD`. */
    issuedOn: t.text('issued_on').notNull(),
    until: t.text('until').notNull(),
  }),
  (row) => [
    index('authenticity_codes_until').on(row.until),
    check('authenticity_codes_hash', sql`${row.codeHash} ~ '^[0-9a-f]{64}$'`),
  ],
);
