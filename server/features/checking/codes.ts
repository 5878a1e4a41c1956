import { and, eq, gt, isNotNull, lte, notInArray, or } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import type { Day } from '../../../shared/base/partial-date.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { CodeAnswer } from '../../../shared/wire/checking.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { hashToken } from '../../tokens.ts';
import { documents } from '../documents/tables.ts';
import { dayOf } from '../evidence/office-day.ts';
import { authenticityCodes } from './tables.ts';

/**
 * Keeps the hash of the code that stands on a certificate, in the transaction that keeps the certificate's bytes: a
 * page with a code that nobody knows, or a code without a page, cannot come about.
 */
export async function keepCode(
  office: Office,
  tx: Tx,
  { documentId, code, issuedOn }: { documentId: string; code: string; issuedOn: Day },
): Promise<void> {
  const now = office.now().getTime();
  await tx.delete(authenticityCodes).where(lte(authenticityCodes.until, toInstant(new Date(now))));
  const until = toInstant(new Date(now + limits.authenticityCodeDays * 86_400_000));
  await tx.insert(authenticityCodes).values({ codeHash: hashToken(code), documentId, issuedOn, until });
}

/**
 * What a code says. One look by its hash, whatever is asked: unknown, too old, erased and not yet sealed take the same
 * way and give the same answer.
 */
export async function checkCode(office: Office, code: string): Promise<InferOutput<typeof CodeAnswer>> {
  const [known] = await office.db
    .select({ issuedOn: authenticityCodes.issuedOn, withdrawnAt: documents.withdrawnAt })
    .from(authenticityCodes)
    .innerJoin(documents, eq(documents.documentId, authenticityCodes.documentId))
    .where(
      and(
        eq(authenticityCodes.codeHash, hashToken(code)),
        gt(authenticityCodes.until, toInstant(office.now())),
        // Withdrawn is withdrawn, also while a seal that was revoked waits for another.
        or(isNotNull(documents.withdrawnAt), notInArray(documents.state, ['pending', 'failed'])),
      ),
    );
  if (!known) return { state: 'unknown', issuedOn: null, withdrawnOn: null };
  const { issuedOn, withdrawnAt } = known;
  return {
    state: withdrawnAt === null ? 'genuine' : 'withdrawn',
    issuedOn,
    withdrawnOn: withdrawnAt && dayOf(withdrawnAt),
  };
}
