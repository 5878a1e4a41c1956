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
import { definitionHashOf, serviceOf } from './service-of.ts';
import { type CaseRow, caseNumbers, cases } from './tables.ts';

type Wish = InferOutput<typeof OpenCase>;

/**
 * Opens a case under the id that the desk chose; the same id with the same content answers the same. Starts from the
 * register's record where one was found (§ 23 Abs. 3 BMG). Refuses with `same-id-other-content`, and with `not-found`
 * where the register has no such record.
 */
export async function openCase(office: Office, actor: StaffActor, wish: Wish): Promise<CaseRow> {
  const openedWith = await hashOf(wish);
  // Outside the transaction: the register is another system and may be slow.
  const record = wish.registerKey === undefined ? undefined : await readRegister(office, wish);
  return office.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`open:${wish.caseId}`}, 0))`);
    const [known] = await tx.select().from(cases).where(eq(cases.caseId, wish.caseId));
    if (known && known.openedWith !== openedWith) throw new Refusal('same-id-other-content');
    return known ?? (await insertCase(office, tx, actor, wish, { openedWith, record }));
  });
}

async function readRegister(office: Office, wish: Wish): Promise<Answers> {
  const found = await office.register.read(wish.registerKey ?? '');
  if (!found) throw new Refusal('not-found');
  return serviceOf(wish).fromRegister(found.answers, wish.persons);
}

async function insertCase(
  office: Office,
  tx: Tx,
  actor: StaffActor,
  wish: Wish,
  start: { openedWith: string; record: Answers | undefined },
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
      answers,
      answersForClerk: answers,
      registerKey: wish.registerKey ?? null,
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
