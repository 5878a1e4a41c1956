import { sql } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { check, index, pgSequence, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { locales } from '../../../shared/base/locale.ts';
import { signerRoles } from '../../../shared/declaration/declaration.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import {
  awaitedProofs,
  caseStates,
  identificationKinds,
  identificationResults,
  type RegisterSearch,
  registerLookUpKinds,
  serviceIds,
} from '../../../shared/wire/cases.ts';
import { desks } from '../devices/tables.ts';

/**
 * Vorgänge: one citizen's, or one family's, request for one service.
 *
 * A row is changed only under its lock (`lockCase`) and only by `saveCase`, which counts `version` up, so that
 * whoever shows the case knows when to read again.
 */
export const cases = pgTable(
  'cases',
  (t) => ({
    caseId: t.uuid('case_id').primaryKey(),
    number: t.text('number').notNull().unique(),
    service: t.text('service', { enum: serviceIds }).notNull(),
    serviceVersion: t.text('service_version').notNull(),
    definitionHash: t.text('definition_hash').notNull(),
    /** What the opener sent, hashed: the same id with other content is refused. */
    openedWith: t.text('opened_with').notNull(),
    state: t.text('state', { enum: caseStates }).notNull(),
    version: t.integer('version').notNull(),
    /** The last revision that was frozen; 0 before the first review. */
    revision: t.integer('revision').notNull(),
    persons: t.integer('persons').notNull(),
    name: t.text('name').notNull(),
    /** The name in the search form of DIN 91379, so that "Müller" finds "MUELLER". */
    searchKey: t.text('search_key').notNull(),
    /** The paper it waits for, as far as the clerk may know. */
    awaitedProof: t.text('awaited_proof', { enum: awaitedProofs }),
    answers: t.jsonb('answers').$type<Answers>().notNull(),
    /** The answers without what the clerk sees at review only. */
    answersForClerk: t.jsonb('answers_for_clerk').$type<Answers>().notNull(),
    registerKey: t.text('register_key'),
    registerAnswers: t.jsonb('register_answers').$type<Answers>(),
    /** Paths by who wrote them last, `added` where the citizen found nothing there; the tablet marks them. */
    changedBy: t.jsonb('changed_by').$type<Readonly<Record<string, 'office' | 'citizen' | 'added'>>>().notNull(),
    /** Paths changed since the evidence last said so, by writer. */
    unrecorded: t.jsonb('unrecorded').$type<Readonly<Record<string, readonly string[]>>>().notNull(),
    channel: t.text('channel', { enum: ['counter', 'video'] }).notNull(),
    policyProfile: t.text('policy_profile').notNull(),
    policyBasis: t.text('policy_basis').notNull(),
    locale: t.text('locale', { enum: locales }).notNull(),
    showsAtEnd: t.boolean('shows_at_end').notNull(),
    entitlementAssuredAt: t.text('entitlement_assured_at'),
    /** Where the case lies on a tablet. */
    deskId: t.text('desk_id').references(() => desks.deskId),
    /** Where it lay last: the tablet there is told why it is gone. */
    lastDeskId: t.text('last_desk_id'),
    clerk: t.text('clerk').notNull(),
    returnedBecause: t.text('returned_because'),
    /** What the citizen said when he declined, if he said anything. */
    declinedNote: t.text('declined_note'),
    /** 128 random bits for the declaration and every salted hash; destroyed with the case. */
    salt: t.text('salt').notNull(),
    copyDeliveredAt: t.text('copy_delivered_at'),
    openedAt: t.text('opened_at').notNull(),
    /** Ended without a confirmation: nothing personal is left in the row, nor anything that hung on it. */
    erasedAt: t.text('erased_at'),
    changedAt: t.text('changed_at').notNull(),
  }),
  (row) => [
    // One case at a time on a desk, whatever two clerks do at once.
    uniqueIndex('cases_desk')
      .on(row.deskId)
      .where(sql`${row.deskId} is not null`),
    index('cases_search').on(row.searchKey),
    index('cases_changed').on(row.changedAt),
    // The few that are at work, among those of five years.
    index('cases_unfinished')
      .on(row.changedAt)
      .where(sql`${row.state} <> 'finished'`),
    check('cases_state', sql`${row.state} in (${sql.raw(caseStates.map((state) => `'${state}'`).join(', '))})`),
    check('cases_persons', sql`${row.persons} between 1 and 8`),
    check('cases_counts', sql`${row.version} >= 1 and ${row.revision} >= 0`),
    check(
      'cases_at_a_desk',
      sql`${row.deskId} is not null or ${row.state} not in ('handed-over', 'filling', 'reviewing')`,
    ),
  ],
);
export type CaseRow = typeof cases.$inferSelect;

/** The last Vorgangsnummer given out, by device and year. */
export const caseNumbers = pgTable(
  'case_numbers',
  (t) => ({
    device: t.text('device').notNull(),
    year: t.integer('year').notNull(),
    last: t.integer('last').notNull(),
  }),
  (row) => [primaryKey({ columns: [row.device, row.year] }), check('case_numbers_last', sql`${row.last} > 0`)],
);

/** Counts what happens at desks, so that a tablet can tell a late message from a fresh one. */
export const deskVersions = pgSequence('desk_versions');

/** How each person identified himself: kind and result, no serial number. The latest note counts. */
export const identifications = pgTable(
  'identifications',
  (t) => ({
    caseId: t
      .uuid('case_id')
      .notNull()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    person: t.text('person').notNull(),
    document: t.text('document', { enum: identificationKinds }).notNull(),
    result: t.text('result', { enum: identificationResults }).notNull(),
    note: t.text('note'),
    by: t.text('by').notNull(),
    at: t.text('at').notNull(),
  }),
  (row) => [primaryKey({ columns: [row.caseId, row.person] })],
);
export type IdentificationRow = typeof identifications.$inferSelect;

/** Who has to confirm, as the clerk decided; without rows the service suggests. */
export const signers = pgTable(
  'signers',
  (t) => ({
    caseId: t
      .uuid('case_id')
      .notNull()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    signer: t.text('signer').notNull(),
    role: t.text('role', { enum: signerRoles }).notNull(),
    /** Counts only where no declared person has the id. */
    name: t.text('name').notNull(),
    position: t.integer('position').notNull(),
  }),
  (row) => [primaryKey({ columns: [row.caseId, row.signer] })],
);
export type SignerRow = typeof signers.$inferSelect;

/** What somebody in the office still has to do for a case. Never deleted before the case is. */
export const tasks = pgTable(
  'tasks',
  (t) => ({
    taskId: t.uuid('task_id').primaryKey(),
    caseId: t
      .uuid('case_id')
      .notNull()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    kind: t.text('kind').notNull(),
    /** The person or field it is about; empty for the whole case. */
    path: t.text('path').notNull(),
    /** The last day in time, where the law sets one. */
    due: t.text('due'),
    openedAt: t.text('opened_at').notNull(),
    doneAt: t.text('done_at'),
    doneBy: t.text('done_by'),
  }),
  (row) => [
    index('tasks_case').on(row.caseId),
    // A second reason of the same kind adds nothing while the first is open.
    uniqueIndex('tasks_open')
      .on(row.caseId, row.kind, row.path)
      .where(sql`${row.doneAt} is null`),
  ],
);
export type TaskRow = typeof tasks.$inferSelect;

/**
 * What the register gave a clerk, kept for a quarter of an hour so that a case can begin with it. The clerk holds the
 * token; it counts in the session that asked, and for one case.
 */
export const registerFinds = pgTable('register_finds', (t) => ({
  tokenHash: t.text('token_hash').primaryKey(),
  sessionId: t.uuid('session_id').notNull(),
  searchId: t.uuid('search_id').notNull(),
  registerKey: t.text('register_key').notNull(),
  caseId: t.uuid('case_id'),
  endsAt: t.text('ends_at').notNull(),
}));
export type RegisterFindRow = typeof registerFinds.$inferSelect;

/**
 * Who asked the Melderegister for what (§ 5 Abs. 1 1. BMeldDÜV): one row for each search, found or not, and one when a
 * case takes the record over. Rows are never changed; the application adds and reads, and the retention role deletes
 * them after twelve months (R-122). They serve the control of lawfulness and nothing else (§ 40 Abs. 3 BMG), so no
 * case reads them and none takes them along when it is erased.
 */
export const registerLookUps = pgTable(
  'register_look_ups',
  (t) => ({
    lookUpId: t.uuid('look_up_id').primaryKey(),
    at: t.text('at').notNull(),
    staffId: t.text('staff_id').notNull(),
    kind: t.text('kind', { enum: registerLookUpKinds }).notNull(),
    /** The paragraph that allows it. */
    purpose: t.text('purpose').notNull(),
    /** The search a case takes its record from. */
    searchId: t.uuid('search_id'),
    caseId: t.uuid('case_id'),
    /** Who asked, by its Gemeindeschlüssel. */
    authority: t.text('authority').notNull(),
    /** Whose register answered; null where nobody was found. */
    source: t.text('source'),
    asked: t.jsonb('asked').$type<InferOutput<typeof RegisterSearch>>(),
    /** What reached the clerk: at a search the name and the number of persons, in a case the whole record. */
    given: t.jsonb('given').$type<Answers>(),
  }),
  (row) => [
    index('register_look_ups_at').on(row.at),
    check('register_look_ups_instant', sql`${row.at} ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$'`),
    check(
      'register_look_ups_kind',
      sql`(${row.kind} = 'searched' and ${row.asked} is not null and ${row.caseId} is null)
        or (${row.kind} = 'taken' and ${row.searchId} is not null and ${row.caseId} is not null)`,
    ),
  ],
);
export type RegisterLookUpRow = typeof registerLookUps.$inferSelect;
