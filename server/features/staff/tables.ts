import { sql } from 'drizzle-orm';
import { check, index, pgTable } from 'drizzle-orm/pg-core';
import { staffRoles } from '../../../shared/wire/staff.ts';

/** People who work in the office. A row stays for as long as cases name the person; it is closed, not deleted. */
export const staff = pgTable(
  'staff',
  (t) => ({
    staffId: t.text('staff_id').primaryKey(),
    name: t.text('name').notNull(),
    role: t.text('role', { enum: staffRoles }).notNull(),
    /** Names the clerk on a tablet without network; the form is that of `shared/base/pin.ts`. */
    pin: t.text('pin'),
    isDemo: t.boolean('is_demo').notNull(),
  }),
  (row) => [check('staff_role', sql`${row.role} in ('clerk', 'lead', 'administrator')`)],
);

/** Who is signed in. The token itself is only in the browser's cookie. */
export const staffSessions = pgTable(
  'staff_sessions',
  (t) => ({
    sessionId: t.uuid('session_id').primaryKey(),
    tokenHash: t.text('token_hash').notNull().unique(),
    staffId: t
      .text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'cascade' }),
    openedAt: t.timestamp('opened_at', { withTimezone: true, mode: 'date' }).notNull(),
    endsAt: t.timestamp('ends_at', { withTimezone: true, mode: 'date' }).notNull(),
  }),
  (session) => [index('staff_sessions_end').on(session.endsAt)],
);

export type StaffRow = typeof staff.$inferSelect;
