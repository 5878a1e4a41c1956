import { eq } from 'drizzle-orm';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import type { ReasonCode } from '../../../shared/verifying/reasons.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { findCase } from '../cases/queries.ts';
import { lockCase } from '../cases/record.ts';
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
  /** What follows in the case, in the transaction that makes the document real. */
  onSealed(tx: Tx, row: CaseRow, sealed: SealedDocument): Promise<void>;
};
export type SealedDocument = { documentId: string; sha256: string; level: string; certificateHash: string };

export const sealOrdered = (office: Office, order: Order): Promise<void> =>
  oneAtATime(office, order.documentId, () => seal(office, order));

async function seal(office: Office, order: Order): Promise<void> {
  const ordered = await findDocument(office.db, order.documentId);
  if (ordered?.state !== 'pending') return;
  const unsealed = await unsealedBytes(office, ordered, order);
  const sealed = await sealBytes(office, unsealed);
  const level = await confirmedLevel(office, sealed.pdf);
  const sha256 = await sha256Hex(sealed.pdf);
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, ordered.caseId);
    if ((await findDocument(tx, order.documentId))?.state !== 'pending') return;
    const blob = await storeFile(office, tx, ordered.caseId, sealed.pdf);
    await tx
      .update(documents)
      .set({ state: 'sealed', level, sha256, blob })
      .where(eq(documents.documentId, order.documentId));
    const { documentId } = order;
    await order.onSealed(tx, row, { documentId, sha256, level, certificateHash: sealed.certificateHash });
  });
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
async function confirmedLevel(office: Office, pdf: Bytes): Promise<string> {
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
  return 'unconfirmed';
}

const outside: readonly ReasonCode[] = [
  'anchor-unknown',
  'revocation-missing',
  'revocation-stale',
  'revocation-unusable',
];
