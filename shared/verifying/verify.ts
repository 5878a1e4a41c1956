import { type Bytes, sha256Hex, toHex } from '../base/bytes.ts';
import { toInstant } from '../base/instant.ts';
import type { PdfFile } from '../pdf/file.ts';
import { readPdf } from '../pdf/read.ts';
import { checkActiveContent } from './active-content.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { checkIncrements } from './increments.ts';
import { makeNotes } from './notes.ts';
import type { DocumentShown, Report, RevisionShown } from './report.ts';
import { findSeal, type Seal } from './seal.ts';
import { verifyContent } from './verify-content.ts';
import { type SealFound, verifySeal } from './verify-seal.ts';

/** What whoever verifies brings along; nothing of it is taken from the file. All certificates and lists are DER. */
export type Trust = {
  sealAnchors: readonly Bytes[];
  tsaAnchors: readonly Bytes[];
  /** Lists of revoked certificates, and OCSP answers. */
  revocation: readonly Bytes[];
  /** The time of verification. */
  at: Date;
};

/**
 * Says what a sealed PDF proves (signing.md 9). The steps stand here as a list; each has its own reasons, and only a
 * file that passes all of them passes. Answers for any bytes; throws a plain Error only where an anchor of `trust`
 * is no certificate, which is the caller's mistake.
 */
export async function verify(pdf: Bytes, trust: Trust): Promise<Report> {
  const anchors = {
    seal: trust.sealAnchors.map((bytes) => parseAnchor(bytes)),
    time: trust.tsaAnchors.map((bytes) => parseAnchor(bytes)),
  };
  const notes = makeNotes();
  const { step } = notes;
  const file = await step('structure', () => readPdf(pdf));
  if (file) await step('active-content', (note) => checkActiveContent(file, note));
  const seal = file && (await step('seal', () => findSeal(file)));
  let shown: Omit<SealFound, 'isIntact'> & { document?: DocumentShown } = {};
  let kinds: readonly RevisionShown['kind'][] = [];
  if (file && seal) {
    const { revision } = seal.signature;
    kinds = (await step('increments', (note) => checkIncrements(file, revision, note))) ?? [];
    const { isIntact, ...found } = await verifySeal({ file, seal, trust, anchors, kinds }, notes);
    // What a document says that was changed is not the authority's word, so nobody reads it here.
    const document = isIntact ? await verifyContent(file, revision, notes) : undefined;
    shown = { ...found, ...(document && { document }) };
  }
  return {
    schema: 'schalter/verification@1',
    at: toInstant(trust.at),
    file: { sha256: await sha256Hex(pdf), bytes: pdf.length },
    ...notes.conclude(),
    ...shown,
    revisions: file ? showRevisions(file, seal, kinds) : [],
  };
}

function showRevisions(
  file: PdfFile,
  seal: Seal | undefined,
  kinds: readonly RevisionShown['kind'][],
): readonly RevisionShown[] {
  return file.revisions.map(({ index, start, end, objects }) => {
    const sealIndex = seal?.signature.revision;
    const kind =
      sealIndex === undefined || index < sealIndex
        ? 'document'
        : index === sealIndex
          ? 'sealed'
          : (kinds[index - sealIndex - 1] ?? 'unknown');
    return { start, end, kind, objects: objects.size };
  });
}

function parseAnchor(bytes: Bytes): Certificate {
  try {
    return parseCertificate(bytes);
  } catch (error) {
    throw new Error(`An anchor is not a certificate this verification accepts: ${toHex(bytes.subarray(0, 8))}…`, {
      cause: error,
    });
  }
}
