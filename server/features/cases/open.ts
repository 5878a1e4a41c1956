import { eq, sql } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { makeCaseNumber } from '../../../shared/base/case-number.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { searchForm } from '../../../shared/base/search-form.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { hashOf } from '../../../shared/declaration/hash.ts';
import { makeSalt } from '../../../shared/evidence/chain.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { OpenCase } from '../../../shared/wire/cases.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { leavesOf } from './answer-tree.ts';
import { tell } from './record.ts';
import { readFind, useFind } from './register-finds.ts';
import { noteLookUp } from './register-log.ts';
import { definitionHashOf, serviceOf } from './service-of.ts';
import { type CaseRow, caseNumbers, cases } from './tables.ts';

type Wish = InferOutput<typeof OpenCase>;

/**
 * Opens a case under the id that the desk chose; the same id with the same content answers the same. Starts from the
 * register's record where one was found (§ 23 Abs. 3 BMG). Refuses with `same-id-other-content`, and with
 * `register-search-stale` where the key is not of this clerk's own search.
 */
export async function openCase(office: Office, actor: StaffActor, wish: Wish): Promise<CaseRow> {
  const openedWith = await hashOf(wish);
  const known = await findOpened(office.db, wish, openedWith);
  if (known) return known;
  // Outside the transaction: the register is another system and may be slow.
  const start = wish.registerKey === undefined ? undefined : await readRegister(office, actor, wish, wish.registerKey);
  return office.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`open:${wish.caseId}`}, 0))`);
    const meanwhile = await findOpened(tx, wish, openedWith);
    if (meanwhile) return meanwhile;
    if (start) await useFind(office, tx, actor, { caseId: wish.caseId, token: start.token });
    return insertCase(office, tx, actor, wish, { openedWith, ...start });
  });
}

async function findOpened(tx: Tx, { caseId }: Wish, openedWith: string): Promise<CaseRow | undefined> {
  const [known] = await tx.select().from(cases).where(eq(cases.caseId, caseId));
  if (known && known.openedWith !== openedWith) throw new Refusal('same-id-other-content');
  return known;
}

type Start = { token: string; registerKey: string; record: Answers };

/** The record that this clerk's search found. That it was taken over is logged even if no case comes of it. */
async function readRegister(office: Office, actor: StaffActor, wish: Wish, token: string): Promise<Start> {
  const { caseId } = wish;
  const { registerKey, searchId } = await readFind(office, actor, { caseId, token });
  const found = await office.register.read(registerKey);
  if (!found) throw new Refusal('register-search-stale');
  const record = serviceOf(wish).fromRegister(found.answers, wish.persons);
  const lookUp = { kind: 'taken', searchId, caseId, given: record, source: found.source } as const;
  await noteLookUp(office, office.db, actor, lookUp);
  return { token, registerKey, record };
}

async function insertCase(
  office: Office,
  tx: Tx,
  actor: StaffActor,
  wish: Wish,
  start: { openedWith: string } & Partial<Start>,
): Promise<CaseRow> {
  const service = serviceOf(wish);
  const answers = start.record ?? service.emptyAnswers(wish.persons);
  const at = toInstant(office.now());
  const name = service.firstPersonName(answers);
  const definitionHash = await definitionHashOf(service);
  const [row] = await tx
    .insert(cases)
    .values({
      caseId: wish.caseId,
      number: await nextNumber(office, tx),
      service: wish.service,
      serviceVersion: service.definition.version,
      definitionHash,
      openedWith: start.openedWith,
      state: 'prepared',
      version: 1,
      revision: 0,
      persons: service.personsOf(answers).length,
      name,
      searchKey: searchForm(name),
      awaitedProof: service.awaitedProof(answers) ?? null,
      answers,
      answersForClerk: answers,
      registerKey: start.registerKey ?? null,
      registerAnswers: start.record ?? null,
      changedBy: Object.fromEntries([...leavesOf(answers).keys()].map((path) => [path, 'office'] as const)),
      unrecorded: {},
      channel: 'counter',
      policyProfile: office.settings.profile,
      policyBasis: service.definition.form.basis,
      locale: 'de',
      showsAtEnd: false,
      clerk: actor.staffId,
      salt: makeSalt(office.randomBytes(16)),
      openedAt: at,
      changedAt: at,
    })
    .returning();
  if (!row) throw new Error('an insert without a row');
  const { caseId, number, serviceVersion } = row;
  const details = { caseId, number, service: row.service, serviceVersion, definitionHash };
  await appendEvidence(office, tx, { caseId, actor, event: 'case-opened', details });
  await tell(office, tx, row);
  return row;
}

/** The server's own Vorgangsnummern. The row of the year is held until the case is written: no number is given twice. */
async function nextNumber(office: Office, tx: Tx): Promise<string> {
  const device = '0000';
  const year = office.now().getUTCFullYear();
  const [row] = await tx
    .insert(caseNumbers)
    .values({ device, year, last: 1 })
    .onConflictDoUpdate({ target: [caseNumbers.device, caseNumbers.year], set: { last: sql`${caseNumbers.last} + 1` } })
    .returning();
  if (!row) throw new Error('an upsert without a row');
  return makeCaseNumber({ year, device: 0, counter: row.last });
}
