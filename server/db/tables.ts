import { customType, index, pgTable, primaryKey } from 'drizzle-orm/pg-core';

/** Tables that belong to the floor and to no feature. */

const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (stored) => new Uint8Array(stored),
});

/** Files, encrypted before they come here with the key of their case. Never updated. */
export const blobs = pgTable('blobs', (t) => ({
  blobId: t.uuid('blob_id').primaryKey(),
  bytes: bytes('bytes').notNull(),
}));

/** How often something was tried in a window of time. The key is a hash, so no address and no name lies here. */
export const rateLimits = pgTable(
  'rate_limits',
  (t) => ({
    key: t.text('key').notNull(),
    windowStart: t.timestamp('window_start', { withTimezone: true, mode: 'date' }).notNull(),
    windowEnd: t.timestamp('window_end', { withTimezone: true, mode: 'date' }).notNull(),
    tries: t.integer('tries').notNull(),
  }),
  (limit) => [primaryKey({ columns: [limit.key, limit.windowStart] }), index('rate_limits_end').on(limit.windowEnd)],
);
