import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { ListLookUps, LookUpView } from '../../../shared/wire/cases.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import type { RegisterQuery } from '../../ports/register.ts';
import { makeId } from '../../tokens.ts';
import { staff } from '../staff/tables.ts';
import { registerLookUps } from './tables.ts';

/**
 * The log of every look-up in the Melderegister (§ 5 Abs. 1 1. BMeldDÜV): who, when, for which purpose and case, what
 * was asked and what was given. The lead reads it for the random checks of § 5 Abs. 2; nothing of it stands in the
 * program's own log. It is written before anybody is answered, so what could not be written down is not told.
 */
type LookUp = { given: Answers | undefined; source: string | undefined } & (
  | { kind: 'searched'; asked: RegisterQuery }
  | { kind: 'taken'; searchId: string; caseId: string }
);

/** The vorausgefüllter Meldeschein is the one thing the register is asked for so far. */
const purpose = '§ 23 Abs. 3 BMG';

export async function noteLookUp(office: Office, tx: Tx, { staffId }: StaffActor, lookUp: LookUp): Promise<string> {
  const lookUpId = makeId(office);
  const authority = office.settings.authority.ags;
  await tx
    .insert(registerLookUps)
    .values({ lookUpId, at: toInstant(office.now()), staffId, purpose, authority, ...lookUp });
  return lookUpId;
}

type Wish = InferOutput<typeof ListLookUps>;

/** The latest first, so many at a time; `before` gives the page that follows. */
export async function listLookUps(office: Office, wish: Wish): Promise<readonly InferOutput<typeof LookUpView>[]> {
  const { before, staffId, caseId } = wish;
  const fits: (SQL | undefined)[] = [
    before === undefined ? undefined : lt(registerLookUps.at, before),
    staffId === undefined ? undefined : eq(registerLookUps.staffId, staffId),
    caseId === undefined ? undefined : eq(registerLookUps.caseId, caseId),
  ];
  const rows = await office.db
    .select({ row: registerLookUps, name: staff.name })
    .from(registerLookUps)
    .leftJoin(staff, eq(staff.staffId, registerLookUps.staffId))
    .where(and(...fits))
    .orderBy(desc(registerLookUps.at), desc(registerLookUps.lookUpId))
    .limit(limits.registerLogRows);
  return rows.map(({ row, name }) => {
    const { lookUpId, at, kind, searchId, asked, given, source } = row;
    const who = { staffId: row.staffId, name: name ?? row.staffId };
    return {
      lookUpId,
      at,
      ...who,
      kind,
      purpose: row.purpose,
      searchId,
      caseId: row.caseId,
      asked,
      isFound: given !== null,
      source,
    };
  });
}

/** Every night, as the role that deletes what is due: what is older than twelve months goes. */
export async function purgeLookUps(office: Office): Promise<void> {
  const before = new Date(office.now());
  before.setUTCMonth(before.getUTCMonth() - limits.registerLogMonths);
  await office.retentionDb.delete(registerLookUps).where(lt(registerLookUps.at, toInstant(before)));
}
