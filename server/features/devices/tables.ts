import { sql } from 'drizzle-orm';
import { check, index, pgSequence, pgTable } from 'drizzle-orm/pg-core';
import type { PublicJwk } from '../../../shared/wire/devices.ts';
import type { InferOutput } from 'valibot';

/** Where somebody sits: one desk, one tablet after the other, one printer. */
export const desks = pgTable('desks', (t) => ({
  deskId: t.text('desk_id').primaryKey(),
  name: t.text('name').notNull(),
  site: t.text('site').notNull(),
}));

/** Open invitations to pair. Only the hash of the code lies here; a row is used once and then deleted. */
export const pairingCodes = pgTable('pairing_codes', (t) => ({
  codeHash: t.text('code_hash').primaryKey(),
  deskId: t
    .text('desk_id')
    .notNull()
    .references(() => desks.deskId),
  name: t.text('name').notNull(),
  /** Who let the tablet in; it goes over to the device. */
  invitedBy: t.text('invited_by').notNull(),
  invitedAt: t.timestamp('invited_at', { withTimezone: true, mode: 'date' }).notNull(),
  expiresAt: t.timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
}));

/** The four digits of the Vorgangsnummer. Never reused, so it is a sequence and not a count; 0000 is the server's. */
export const deviceNumber = pgSequence('device_number', { startWith: 1, maxValue: 9999 });

/** Tablets. A row is never deleted: acts of years ago name its key. */
export const devices = pgTable(
  'devices',
  (t) => ({
    deviceId: t.uuid('device_id').primaryKey(),
    number: t
      .integer('number')
      .notNull()
      .unique()
      .default(sql`nextval('device_number')`),
    name: t.text('name').notNull(),
    deskId: t
      .text('desk_id')
      .notNull()
      .references(() => desks.deskId),
    jwk: t.jsonb('jwk').$type<InferOutput<typeof PublicJwk>>().notNull(),
    /** RFC 7638, of `jwk`. */
    thumbprint: t.text('thumbprint').notNull().unique(),
    state: t.text('state', { enum: ['paired', 'revoked'] }).notNull(),
    /** Whose code it joined with: whoever pairs a device of his own answers for it. */
    invitedBy: t.text('invited_by').notNull(),
    invitedAt: t.timestamp('invited_at', { withTimezone: true, mode: 'date' }).notNull(),
    pairedAt: t.timestamp('paired_at', { withTimezone: true, mode: 'date' }).notNull(),
    revokedAt: t.timestamp('revoked_at', { withTimezone: true, mode: 'date' }),
    lastSeenAt: t.timestamp('last_seen_at', { withTimezone: true, mode: 'date' }),
  }),
  (device) => [
    check('device_state', sql`${device.state} in ('paired', 'revoked')`),
    check('device_revoked_at', sql`(${device.state} = 'revoked') = (${device.revokedAt} is not null)`),
    index('devices_desk').on(device.deskId),
  ],
);

/** What a tablet has to sign to open a session; used once. */
export const deviceChallenges = pgTable('device_challenges', (t) => ({
  challengeHash: t.text('challenge_hash').primaryKey(),
  deviceId: t.uuid('device_id').notNull(),
  expiresAt: t.timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
}));

/** Tablets that have proved their key. The token itself is only in the browser's cookie. */
export const deviceSessions = pgTable('device_sessions', (t) => ({
  sessionId: t.uuid('session_id').primaryKey(),
  tokenHash: t.text('token_hash').notNull().unique(),
  deviceId: t
    .uuid('device_id')
    .notNull()
    .references(() => devices.deviceId),
  openedAt: t.timestamp('opened_at', { withTimezone: true, mode: 'date' }).notNull(),
  endsAt: t.timestamp('ends_at', { withTimezone: true, mode: 'date' }).notNull(),
}));

export type DeskRow = typeof desks.$inferSelect;
export type DeviceRow = typeof devices.$inferSelect;
