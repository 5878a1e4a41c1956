import type { Bytes } from '../../../shared/base/bytes.ts';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import { readAct } from '../../../shared/declaration/act.ts';
import type { Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { declarationAttachments } from '../../typesetting/attachments.ts';
import { declarationSheet, type SheetAct, type SheetPurpose } from '../../typesetting/sheet.ts';
import { declarationOf, findRevision, listValidActs } from '../cases/confirmations.ts';
import type { CaseRow } from '../cases/tables.ts';
import { presentEvidence } from '../evidence/present.ts';
import { findLastRoot } from '../evidence/proofs.ts';
import { listEvidence } from '../evidence/queries.ts';
import type { ActRow } from '../signing/tables.ts';

/**
 * The frozen revision on paper: the office's document with the evidence up to this moment, the citizen's copy, or the
 * sheet to be signed by hand. One template; what is on the page is in the attached declaration and acts.
 */
export async function typesetDeclaration(
  office: Office,
  tx: Tx,
  row: CaseRow,
  purpose: Exclude<SheetPurpose, 'unsent-copy'>,
): Promise<Bytes> {
  const revision = await findRevision(tx, row.caseId, row.revision);
  if (!revision) throw new Error(`case ${row.caseId} has no revision ${row.revision}`);
  const declaration = declarationOf(revision);
  const given = purpose === 'paper' ? [] : await listValidActs(tx, row.caseId, row.revision);
  const inOrder = declaration.signers.flatMap(({ id }) => given.filter(({ signer }) => signer === id));
  const chain = purpose === 'office' ? await listEvidence(tx, row.caseId) : undefined;
  const head = chain?.at(-1)?.hash;
  const lastRoot = purpose === 'copy' ? await findLastRoot(tx) : undefined;
  const { settings } = office;
  const sheet = declarationSheet({
    declaration,
    declarationHash: revision.declarationHash,
    acts: await Promise.all(inOrder.map(sheetAct)),
    ...(chain && head !== undefined && { evidence: { entries: chain.length, head } }),
    ...(lastRoot && { lastRoot }),
    purpose,
    checkAt: `${settings.origin}/citizen/checking`,
    demo: settings.mode === 'demo',
  });
  const signed = inOrder.flatMap(({ jws, drawing }) => (jws === null ? [] : [drawing ? { jws, drawing } : { jws }]));
  const evidence = chain && canonicalBytes(presentEvidence(row.caseId, chain));
  const attachments = declarationAttachments({ declaration, acts: signed, ...(evidence && { evidence }) });
  return office.typesetter.typeset({
    template: 'declaration',
    data: JSON.stringify(sheet),
    attachments,
    madeAt: office.now(),
  });
}

/** The office's clock says when; only where there was no network the tablet's. */
async function sheetAct({ signer, method, at, note, drawing, jws }: ActRow): Promise<SheetAct> {
  const read = jws === null ? undefined : await readAct(jws);
  const offline = read?.ok === true && read.act.offline;
  return {
    signer,
    method,
    at: read?.ok === true && offline ? read.act.capturedAt : at,
    offline,
    ...(drawing && { drawing }),
    ...(note !== null && { note }),
  };
}
