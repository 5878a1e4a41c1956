import { and, asc, count, desc, eq, inArray, isNull, like, min, ne, or, type SQL } from 'drizzle-orm';
import { limits } from '../../../shared/base/limits.ts';
import { searchForm } from '../../../shared/base/search-form.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { CaseState } from '../../../shared/wire/cases.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { documents } from '../documents/tables.ts';
import { acts } from '../signing/tables.ts';
import { staff } from '../staff/tables.ts';
import { findRevision } from './confirmations.ts';
import { listIdentifications } from './identifications.ts';
import { findOpenLease } from './leases.ts';
import { signersOf } from './signers.ts';
import { findSitting } from './sittings.ts';
import { type CaseRow, cases, tasks } from './tables.ts';

export async function findCase(tx: Tx, caseId: string): Promise<CaseRow> {
  const [row] = await tx.select().from(cases).where(eq(cases.caseId, caseId));
  if (!row) throw new Refusal('not-found');
  return row;
}

export type CaseSearch = {
  state?: CaseState | undefined;
  tasks?: 'open' | undefined;
  life?: 'unfinished' | undefined;
  search?: string | undefined;
  limit?: number | undefined;
};

/** The latest change first, or the earliest last day where tasks are asked for. Searches the number as typed, and the name in the search form of DIN 91379. */
export async function listCases(tx: Tx, wish: CaseSearch): Promise<readonly Listed[]> {
  const { state, search, limit = 50 } = wish;
  const found: SQL[] = state === undefined ? [] : [eq(cases.state, state)];
  if (search !== undefined && search.trim() !== '') {
    const name = searchForm(search);
    const fits = [
      like(cases.number, anywhere(search.trim())),
      name === '' ? undefined : like(cases.searchKey, anywhere(name)),
    ];
    found.push(or(...fits) ?? eq(cases.number, ''));
  }
  if (wish.life === 'unfinished') found.push(ne(cases.state, 'finished'));
  if (wish.tasks === 'open')
    found.push(inArray(cases.caseId, tx.select({ caseId: tasks.caseId }).from(tasks).where(isNull(tasks.doneAt))));
  const open = tx
    .select({ count: count().as('open_count'), due: min(tasks.due).as('open_due') })
    .from(tasks)
    .where(and(eq(tasks.caseId, cases.caseId), isNull(tasks.doneAt)))
    .as('open');
  return tx
    .select({ row: listed, clerk: staff.name, open: { count: open.count, due: open.due } })
    .from(cases)
    .crossJoinLateral(open)
    .leftJoin(staff, eq(staff.staffId, cases.clerk))
    .where(and(...found))
    .orderBy(...(wish.tasks === 'open' ? [asc(open.due)] : []), desc(cases.changedAt), desc(cases.number))
    .limit(Math.min(limit, limits.caseListRows));
}
export type Listed = {
  row: Pick<CaseRow, keyof typeof listed>;
  clerk: string | null;
  /** What is still to do, and its earliest last day. */
  open: { count: number; due: string | null };
};

/** What a list shows of a case. The answers stay in the database: those of fifty families weigh most of a megabyte. */
const listed = {
  caseId: cases.caseId,
  number: cases.number,
  service: cases.service,
  state: cases.state,
  name: cases.name,
  persons: cases.persons,
  awaitedProof: cases.awaitedProof,
  deskId: cases.deskId,
  clerk: cases.clerk,
  openedAt: cases.openedAt,
  changedAt: cases.changedAt,
};

/** Everything that lies around a case, as the clerk's desk shows it. */
export const readCase = async (office: Office, caseId: string) => readAround(office, await findCase(office.db, caseId));

/** The same, for who has just written the row and need not read it again. */
export async function readAround(office: Office, row: CaseRow) {
  const { db } = office;
  const { caseId } = row;
  // Before the first review there is nothing that was frozen, confirmed or made of it.
  const wasFrozen = row.revision > 0;
  const [clerk, noted, signers, given, revision, lease, papers, open, sitting] = await Promise.all([
    db.select({ name: staff.name }).from(staff).where(eq(staff.staffId, row.clerk)),
    listIdentifications(db, caseId),
    // A name the clerk does not see yet is not told as a signer's either.
    signersOf(office, db, { ...row, answers: row.answersForClerk }),
    wasFrozen ? listActs(db, caseId) : [],
    wasFrozen ? findRevision(db, caseId, row.revision) : undefined,
    wasFrozen ? findOpenLease(db, caseId) : undefined,
    wasFrozen ? listDocuments(db, caseId) : [],
    db.select().from(tasks).where(eq(tasks.caseId, caseId)).orderBy(asc(tasks.openedAt), asc(tasks.taskId)),
    row.state === 'filling' ? findSitting(db, caseId) : undefined,
  ]);
  const about = { row, clerk: clerk[0]?.name ?? row.clerk, noted, signers };
  return { ...about, acts: given, revision, lease, papers, tasks: open, sitting };
}
export type CaseAndAround = Awaited<ReturnType<typeof readAround>>;

const listActs = (tx: Tx, caseId: string) =>
  tx.select().from(acts).where(eq(acts.caseId, caseId)).orderBy(asc(acts.revision), asc(acts.at), asc(acts.actId));

const listDocuments = (tx: Tx, caseId: string) =>
  tx
    .select()
    .from(documents)
    .where(eq(documents.caseId, caseId))
    .orderBy(asc(documents.at), asc(documents.kind), asc(documents.documentId));

/** Percent and underscore are letters here. */
const anywhere = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
