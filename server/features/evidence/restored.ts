import { and, asc, eq, gt, isNotNull, notExists, sql } from 'drizzle-orm';
import { type Bytes, fromHex, sha256Hex, toHex } from '../../../shared/base/bytes.ts';
import { verifyChain } from '../../../shared/evidence/chain.ts';
import { leafOf } from '../../../shared/evidence/inclusion.ts';
import { rootOf } from '../../../shared/evidence/merkle.ts';
import type { Trust } from '../../../shared/verifying/verify.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { cases } from '../cases/tables.ts';
import { documents, documentVersions } from '../documents/tables.ts';
import { readFile } from '../documents/vault.ts';
import { listEvidence } from './queries.ts';
import { evidenceDays, evidenceEntries, evidenceHeads } from './tables.ts';

type Restored = Pick<Office, 'blobs' | 'keys' | 'randomBytes' | 'typesetter'>;

/** How much was found whole; `undecided` seals are whole too, but who issued them could not be told. */
export type Findings = { chains: number; days: number; documents: number; undecided: number };

/**
 * Holds a database that a backup brought back to its own evidence, before anybody works with it: every chain is whole
 * and every case has one, every closed day's root follows from its leaves and these from the chains, every file opens
 * and is the one that was noted, and every seal holds. Throws an Error that names the first thing that is not so.
 * One case and one file at a time, so it needs no more memory for a large office.
 */
export async function checkRestored(office: Restored, tx: Tx, trust: Trust): Promise<Findings> {
  const chains = await checkChains(tx);
  const days = await checkDays(tx);
  return { chains, days, ...(await checkDocuments(office, tx, trust)) };
}

async function checkChains(tx: Tx): Promise<number> {
  const entries = tx
    .select({ one: sql`1` })
    .from(evidenceEntries)
    .where(eq(evidenceEntries.caseId, cases.caseId));
  const [bare] = await tx.select({ caseId: cases.caseId }).from(cases).where(notExists(entries)).limit(1);
  if (bare) throw new Error(`case ${bare.caseId} has no evidence`);
  let [count, last] = [0, nobody];
  for (;;) {
    const [next] = await tx
      .select({ caseId: evidenceEntries.caseId })
      .from(evidenceEntries)
      .where(gt(evidenceEntries.caseId, last))
      .orderBy(asc(evidenceEntries.caseId))
      .limit(1);
    if (!next) return count;
    const chain = await listEvidence(tx, next.caseId);
    const verdict = await verifyChain(chain);
    if (!verdict.intact) throw new Error(`the evidence of case ${next.caseId} is broken at entry ${verdict.brokenAt}`);
    await checkHeads(
      tx,
      next.caseId,
      chain.map(({ hash }) => hash),
    );
    [count, last] = [count + 1, next.caseId];
  }
}

/** Each leaf that is known to be of this case is the one of its entry. */
async function checkHeads(tx: Tx, caseId: string, hashes: readonly string[]): Promise<void> {
  const heads = await tx
    .select({ head: evidenceHeads, leaf: sql<string | null>`${evidenceDays.leaves}[${evidenceHeads.place} + 1]` })
    .from(evidenceHeads)
    .innerJoin(evidenceDays, eq(evidenceDays.day, evidenceHeads.day))
    .where(eq(evidenceHeads.caseId, caseId));
  for (const { head, leaf } of heads) {
    const hash = hashes[head.position];
    const made = hash === undefined ? undefined : toHex(await leafOf({ salt: head.salt, head: hash }));
    if (made === undefined || made !== leaf)
      throw new Error(`the evidence of case ${caseId} does not stand in the tree of ${head.day}`);
  }
}

async function checkDays(tx: Tx): Promise<number> {
  const days = await tx.select({ day: evidenceDays.day }).from(evidenceDays).orderBy(asc(evidenceDays.day));
  for (const { day } of days) {
    const [row] = await tx.select().from(evidenceDays).where(eq(evidenceDays.day, day));
    if (!row || toHex(await rootOf(row.leaves.map(fromHex))) !== row.root)
      throw new Error(`the root of ${day} does not follow from its leaves`);
  }
  return days.length;
}

async function checkDocuments(office: Restored, tx: Tx, trust: Trust) {
  let [count, undecided, last] = [0, 0, nobody];
  for (;;) {
    const [next] = await tx
      .select()
      .from(documents)
      .where(and(isNotNull(documents.blob), gt(documents.documentId, last)))
      .orderBy(asc(documents.documentId))
      .limit(1);
    if (next?.blob == null) return { documents: count, undecided };
    const { documentId, caseId } = next;
    const file = await readFile(office, tx, caseId, next.blob).catch((error: unknown) => {
      throw new Error(`document ${documentId} does not open`, { cause: error });
    });
    if ((await sha256Hex(file)) !== next.sha256)
      throw new Error(`document ${documentId} is not the one that was noted`);
    await checkVersions(tx, documentId, file);
    if (next.state === 'sealed') {
      const { verdict, reasons } = await office.typesetter.verify(file, trust);
      const because = reasons.filter(({ severity }) => severity === 'failed').map(({ code }) => code);
      if (verdict === 'TOTAL-FAILED')
        throw new Error(`the seal of document ${documentId} fails: ${because.join(', ')}`);
      if (verdict === 'INDETERMINATE') undecided += 1;
    }
    [count, last] = [count + 1, documentId];
  }
}

/** What was delivered earlier is still the beginning of the file; versions under a seal that was replaced lie elsewhere. */
async function checkVersions(tx: Tx, documentId: string, file: Bytes): Promise<void> {
  const versions = await tx.select().from(documentVersions).where(eq(documentVersions.documentId, documentId));
  const current = Math.max(...versions.map(({ seal }) => seal));
  for (const { seal, bytes, sha256 } of versions)
    if (seal === current && (await sha256Hex(file.slice(0, bytes))) !== sha256)
      throw new Error(`document ${documentId} does not begin with its version ${sha256}`);
}

/** Sorts before every id. */
const nobody = '00000000-0000-0000-0000-000000000000';
