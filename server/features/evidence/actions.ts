import { sql } from 'drizzle-orm';
import { toInstant } from '../../../shared/base/instant.ts';
import { type Entry, nextEntry } from '../../../shared/evidence/chain.ts';
import type { EvidenceEvent } from '../../../shared/evidence/events.ts';
import type { Actor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { needTransaction } from '../../db/transaction.ts';
import { findLastEntry } from './queries.ts';
import { evidenceEntries } from './tables.ts';

/**
 * Writes what happened into the chain of its case, in the transaction of the change itself: both stand or neither.
 * Writers of the same case wait for each other until their transaction ends. `details` are ids and salted hashes,
 * never personal data. Callers are the actions of every feature.
 */
export async function appendEvidence(office: Pick<Office, 'now'>, tx: Tx, happening: Happening): Promise<Entry> {
  needTransaction(tx, 'evidence');
  const { caseId, actor, event, details } = happening;
  // Held until the transaction ends. A lock on the case's row would do the same, but the evidence knows no cases.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`evidence:${caseId}`}, 0))`);
  const last = await findLastEntry(tx, caseId);
  const entry = await nextEntry(last, {
    at: toInstant(office.now()),
    actor: nameOf(actor),
    event,
    details: details ?? {},
  });
  await tx.insert(evidenceEntries).values({ caseId, ...entry });
  return entry;
}

export type Happening = {
  caseId: string;
  /** `citizen` is whoever sits at the tablet; `system` is a job. */
  actor: Actor | 'citizen' | 'system';
  event: EvidenceEvent;
  details?: Readonly<Record<string, string>>;
};

function nameOf(actor: Happening['actor']): string {
  if (typeof actor === 'string') return actor;
  if (actor.kind === 'staff') return `${actor.role}:${actor.staffId}`;
  return actor.kind === 'device' ? `device:${actor.deviceId}` : 'citizen';
}
