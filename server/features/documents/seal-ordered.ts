import { and, eq } from 'drizzle-orm';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { ReasonCode } from '../../../shared/verifying/reasons.ts';
import type { DocumentProblem } from '../../../shared/wire/cases.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { findCase } from '../cases/queries.ts';
import { lockCase, saveCase } from '../cases/record.ts';
import type { CaseRow } from '../cases/tables.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { findDocument } from './queries.ts';
import { type DocumentRow, documents } from './tables.ts';
import { readFile, storeFile } from './vault.ts';

/**
 * Fills the place of an ordered document: the bytes before sealing first, then the sealed ones. Each step commits by
 * itself and can be repeated; a process that dies in between leaves the rest to the next, and of two that seal at once
 * the first wins. A document that is there is never exchanged.
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
    const sealed = await sealBytes(office, unsealed);
    problem = 'not-verified';
    const level = await confirmedLevel(office, sealed.pdf);
    problem = 'not-stored';
    await store(office, order, ordered, { ...sealed, level });
  } catch (error) {
    const isText = error instanceof Refusal && error.code === 'text-not-printable';
    await noteProblem(office, ordered, isText ? 'not-printable' : problem);
    throw error;
  }
}

async function store(
  office: Office,
  order: Order,
  { caseId, documentId }: DocumentRow,
  { pdf, certificateHash, level }: { pdf: Bytes; certificateHash: string; level: string },
): Promise<void> {
  const sha256 = await sha256Hex(pdf);
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const now = await findDocument(tx, documentId);
    if (now?.state !== 'pending') return;
    const blob = await storeFile(office, tx, caseId, pdf);
    const made = { state: 'sealed', level, sha256, blob, problem: null } as const;
    await tx.update(documents).set(made).where(eq(documents.documentId, documentId));
    if (level === unconfirmed) await office.jobs.send(tx, 'confirm-level', { caseId, documentId });
    await order.onSealed(tx, row, { documentId, sha256, level, certificateHash });
  });
}

/** The desk sees what the last try failed at. Whether this can be written changes nothing for the next try. */
async function noteProblem(office: Office, document: DocumentRow, problem: DocumentProblem): Promise<void> {
  if (document.problem === problem) return;
  const { caseId, documentId } = document;
  const noting = office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const isPending = and(eq(documents.documentId, documentId), eq(documents.state, 'pending'));
    await tx.update(documents).set({ problem }).where(isPending);
    await saveCase(office, tx, row, {});
  });
  await noting.catch((error: unknown) => office.log.warn({ err: error, problem }, 'the problem could not be noted'));
}

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

async function sealBytes(office: Office, pdf: Bytes): Promise<{ pdf: Bytes; certificateHash: string }> {
  const { leaf, chain, algorithm } = await office.sealer.certificates();
  const prepared = await office.typesetter.prepareSeal({ pdf, leaf, chain, algorithm, at: office.now() });
  const signature = await office.sealer.sign(prepared);
  return { pdf: await office.typesetter.finishSeal(prepared, signature), certificateHash: await sha256Hex(leaf) };
}

/**
 * The level is what our own verification proves, not what was intended. Where only knowledge of the outside is missing
 * (no root configured, no fresh list of revoked certificates) the document is made and no level is claimed.
 */
export async function confirmedLevel(office: Office, pdf: Bytes): Promise<string> {
  const anchors = await office.sealer.anchors();
  const report = await office.typesetter.verify(pdf, {
    sealAnchors: anchors.seal,
    tsaAnchors: anchors.timestamps,
    revocation: anchors.crls,
    at: office.now(),
  });
  if (report.verdict === 'TOTAL-PASSED' && report.seal) return report.seal.level;
  const codes = report.reasons.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
  if (!codes.every((code) => outside.includes(code)))
    throw new Error(`the sealed document does not verify: ${codes.join(', ')}`);
  office.log.warn({ codes }, 'sealed, but its level cannot be confirmed now');
  return unconfirmed;
}

/** The level of a document that is sealed, while our own verification cannot say more. */
export const unconfirmed = 'unconfirmed';

const outside: readonly ReasonCode[] = [
  'anchor-unknown',
  'revocation-missing',
  'revocation-stale',
  'revocation-unusable',
];
