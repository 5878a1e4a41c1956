import { eq } from 'drizzle-orm';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import type { EvidenceEvent } from '../../../shared/evidence/events.ts';
import type { DocumentProblem } from '../../../shared/wire/cases.ts';
import { anchorsOf } from '../../anchors.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { findCase } from '../cases/queries.ts';
import { lockCase, saveCase } from '../cases/record.ts';
import type { CaseRow } from '../cases/tables.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { confirmedLevel, highest, type Level, NotProven } from './confirmed-level.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { noteProblem, problemOf } from './problems.ts';
import { gatherWhatIsAtHand } from './proofs.ts';
import { findDocument } from './queries.ts';
import { certificatesToSealWith } from './seal-status.ts';
import { noStamp, openQuickStamp, type QuickStamp } from './stamping.ts';
import { type DocumentRow, documents } from './tables.ts';
import { readFile, storeFile } from './vault.ts';
import { addVersion, countReplaced } from './versions.ts';

/**
 * Fills the place of an ordered document: the bytes before sealing first, then the sealed ones. Each step commits by
 * itself and can be repeated; a process that dies in between leaves the rest to the next, and of two that seal at once
 * the first wins. A document that is there is never exchanged: what its seal still lacks is appended to it later.
 */
export type Order = {
  documentId: string;
  typeset(row: CaseRow): Promise<Bytes>;
  /** What belongs to these bytes and to no others, in the transaction that keeps them. */
  onKept?(tx: Tx): Promise<void>;
  /** What follows in the case, in the transaction that makes the document real. */
  onSealed(tx: Tx, row: CaseRow, sealed: SealedDocument): Promise<void>;
};
export type SealedDocument = { documentId: string; sha256: string; level: string; certificateHash: string };

export const sealOrdered = (office: Office, order: Order): Promise<void> =>
  oneAtATime(office, order.documentId, () => seal(office, order));

async function seal(office: Office, order: Order): Promise<void> {
  const ordered = await findDocument(office.db, order.documentId);
  if (ordered?.state !== 'pending') return;
  let problem: DocumentProblem = 'not-typeset';
  try {
    const unsealed = await unsealedBytes(office, ordered, order);
    problem = 'not-sealed';
    const sealed = await sealProvably(office, unsealed);
    problem = 'not-stored';
    await store(office, order, ordered, sealed);
  } catch (error) {
    await noteProblem(office, ordered, problemOf(error, problem));
    throw error;
  }
}

async function store(
  office: Office,
  order: Order,
  { caseId, documentId }: DocumentRow,
  { pdf, certificateHash, level }: Sealed,
): Promise<void> {
  const sha256 = await sha256Hex(pdf);
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const now = await findDocument(tx, documentId);
    if (now?.state !== 'pending') return;
    const blob = await storeFile(office, tx, caseId, pdf);
    const made = { state: 'sealed', level, sha256, blob, problem: null, givenUpAt: null } as const;
    await tx.update(documents).set(made).where(eq(documents.documentId, documentId));
    await addVersion(office, tx, now, { sha256, bytes: pdf.length, level });
    if (level !== highest) await office.jobs.send(tx, 'raise-level', { caseId, documentId });
    const sealed = { documentId, sha256, level, certificateHash };
    // What followed in the case when it was sealed first is done; only the seal is another one.
    if ((await countReplaced(tx, documentId)) === 0) return order.onSealed(tx, row, sealed);
    await appendEvidence(office, tx, { caseId, actor: 'system', event: sealedEvents[now.kind], details: sealed });
    await saveCase(office, tx, row, {});
  });
}

const sealedEvents = {
  declaration: 'sealed',
  meldebestaetigung: 'certificate-sealed',
  'evidence-report': 'report-made',
  copy: 'sealed',
  'paper-scan': 'sealed',
} as const satisfies Record<DocumentRow['kind'], EvidenceEvent>;

/** Made once and kept: every later try seals these same bytes. Typeset before the lock is taken, so nobody waits for it. */
async function unsealedBytes(office: Office, ordered: DocumentRow, order: Order): Promise<Bytes> {
  const { caseId, documentId } = ordered;
  if (ordered.unsealedBlob !== null) return readFile(office, office.db, caseId, ordered.unsealedBlob);
  const pdf = await order.typeset(await findCase(office.db, caseId));
  return office.db.transaction(async (tx) => {
    await lockCase(tx, caseId);
    const kept = (await findDocument(tx, documentId))?.unsealedBlob ?? null;
    if (kept !== null) return readFile(office, tx, caseId, kept);
    const unsealedBlob = await storeFile(office, tx, caseId, pdf);
    await tx.update(documents).set({ unsealedBlob }).where(eq(documents.documentId, documentId));
    await order.onKept?.(tx);
    return pdf;
  });
}

type Sealed = { pdf: Bytes; certificateHash: string; level: Level };

/**
 * With a time stamp where one is to be had quickly. A stamp that our own verification does not accept, because its
 * service was revoked say, costs the document a level for now and nothing else.
 */
async function sealProvably(office: Office, pdf: Bytes): Promise<Sealed> {
  const quick = openQuickStamp(office);
  try {
    return await sealBytes(office, pdf, quick);
  } catch (error) {
    if (!(error instanceof NotProven) || !quick.hasStamped()) throw error;
    office.log.error({ err: error }, 'a time stamp is not accepted; sealed without it');
    return sealBytes(office, pdf, noStamp);
  }
}

/** Refuses where the seal must not be used; throws `NotProven` where what was made does not verify. */
async function sealBytes(office: Office, pdf: Bytes, quick: QuickStamp): Promise<Sealed> {
  const { leaf, chain, algorithm } = await certificatesToSealWith(office);
  const timestampBytes = await quick.room();
  const request = { pdf, leaf, chain, algorithm, at: office.now(), timestampBytes };
  const prepared = await office.typesetter.prepareSeal(request);
  const signature = await office.sealer.sign(prepared);
  const sealed = await office.typesetter.finishSeal(prepared, signature, await quick.over(signature));
  const level = await levelAtOnce(office, sealed);
  return { pdf: sealed, certificateHash: await sha256Hex(leaf), level };
}

/** What our own verification proves of a seal that was just made, with what is known of its certificates at once. */
async function levelAtOnce(office: Office, pdf: Bytes): Promise<Level> {
  const chains = await office.typesetter.readChains(pdf, await anchorsOf(office)).catch(() => undefined);
  if (!chains) return confirmedLevel(office, pdf);
  const known = await gatherWhatIsAtHand(office, [chains.seal, ...chains.stamps.map(({ chain }) => chain)]);
  return confirmedLevel(office, pdf, known.data);
}
