import { and, eq, isNull, like, lte, or } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import type { SealChains } from '../../sealing/chains.ts';
import { highest } from './confirmed-level.ts';
import { documents } from './tables.ts';

/**
 * An archive time stamp loses its force when a certificate it rests on ends, or an algorithm is no longer trusted. Some
 * months before, a fresh one is put over it; then the old one only has to have held until then.
 */
export type Lasting = {
  /** When the first certificate of the last stamp ends. */
  renewBy: string;
  /** The algorithms it rests on, as reports name them. */
  stampedWith: string;
};

/** How long the last time stamp of a document lasts. */
export function lastingOf({ stamps }: SealChains): Lasting {
  const last = stamps.at(-1);
  if (!last) throw new Error('without a time stamp nothing lasts');
  return { renewBy: toInstant(new Date(last.endsAt)), stampedWith: last.algorithms.join('; ') };
}

/** Whether it is time for a fresh stamp. */
export function isRenewalDue(
  office: Pick<Office, 'now' | 'settings'>,
  { renewBy, stampedWith }: { renewBy: string | null; stampedWith: string | null },
): boolean {
  const until = horizonOf(office);
  return (
    (renewBy !== null && renewBy <= until) || weakBy(office, until).some((name) => stampedWith?.includes(name) === true)
  );
}

/** Once a day: orders a fresh stamp for every document whose last one ends soon. What was ordered lately is at work. */
export async function orderRenewals(office: Office): Promise<void> {
  const until = horizonOf(office);
  const lately = toInstant(new Date(office.now().getTime() - limits.renewalPauseDays * dayMs));
  const isDue = or(
    lte(documents.renewBy, until),
    ...weakBy(office, until).map((name) => like(documents.stampedWith, `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`)),
  );
  const isIdle = or(isNull(documents.renewalOrderedAt), lte(documents.renewalOrderedAt, lately));
  const due = await office.db
    .select({ caseId: documents.caseId, documentId: documents.documentId })
    .from(documents)
    .where(and(eq(documents.state, 'sealed'), eq(documents.level, highest), isDue, isIdle))
    .orderBy(documents.renewBy)
    .limit(limits.renewalsAtOnce);
  for (const { caseId, documentId } of due)
    await office.db.transaction(async (tx) => {
      const renewalOrderedAt = toInstant(office.now());
      await tx.update(documents).set({ renewalOrderedAt }).where(eq(documents.documentId, documentId));
      await office.jobs.send(tx, 'raise-level', { caseId, documentId });
    });
}

function horizonOf({ now, settings }: Pick<Office, 'now' | 'settings'>): string {
  const until = new Date(now());
  until.setUTCMonth(until.getUTCMonth() + settings.renewal.months);
  return toInstant(until);
}

/** The algorithms that are not to be trusted any more by then. */
const weakBy = ({ settings }: Pick<Office, 'settings'>, until: string): readonly string[] =>
  Object.entries(settings.renewal.weakFrom)
    .filter(([, day]) => day <= until)
    .map(([name]) => name);

const dayMs = 24 * 60 * 60 * 1000;
