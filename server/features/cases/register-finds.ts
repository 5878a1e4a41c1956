import { and, eq, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { hashToken, makeToken } from '../../tokens.ts';
import { registerFinds, type RegisterFindRow } from './tables.ts';

/**
 * Between the search and the case: the register's own key never leaves the server. The clerk holds a token instead,
 * which counts in his session, for a quarter of an hour and for one case. Everything else is refused with
 * `register-search-stale`, which does not say what was wrong.
 */
export async function keepFind(
  office: Office,
  tx: Tx,
  { sessionId }: StaffActor,
  find: { searchId: string; registerKey: string },
): Promise<string> {
  const token = makeToken(office);
  const endsAt = toInstant(new Date(office.now().getTime() + limits.registerFindMinutes * 60_000));
  await tx.delete(registerFinds).where(lte(registerFinds.endsAt, toInstant(office.now())));
  await tx.insert(registerFinds).values({ tokenHash: hashToken(token), sessionId, endsAt, ...find });
  return token;
}

type Wish = { caseId: string; token: string };

/** What the token stands for, while it may begin this case. */
export async function readFind(office: Office, actor: StaffActor, wish: Wish): Promise<RegisterFindRow> {
  const [find] = await office.db
    .select()
    .from(registerFinds)
    .where(isOpenFor(office, actor, wish));
  if (!find) throw new Refusal('register-search-stale');
  return find;
}

/** Binds the find to the case, in the transaction that opens it: of two cases at once one is refused. */
export async function useFind(office: Office, tx: Tx, actor: StaffActor, wish: Wish): Promise<void> {
  const used = await tx
    .update(registerFinds)
    .set({ caseId: wish.caseId })
    .where(isOpenFor(office, actor, wish))
    .returning({ searchId: registerFinds.searchId });
  if (used.length === 0) throw new Refusal('register-search-stale');
}

const isOpenFor = (office: Office, { sessionId }: StaffActor, { token, caseId }: Wish): SQL | undefined =>
  and(
    eq(registerFinds.tokenHash, hashToken(token)),
    eq(registerFinds.sessionId, sessionId),
    gt(registerFinds.endsAt, toInstant(office.now())),
    or(isNull(registerFinds.caseId), eq(registerFinds.caseId, caseId)),
  );
