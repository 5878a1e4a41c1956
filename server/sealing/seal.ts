import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../ports/sealer.ts';
import { digestOf, isSignedBy, longestSignature } from './algorithms.ts';
import { assembleCms, signedAttributes } from './cms.ts';
import { sealField } from './complete.ts';
import { aroundGap, emptyContents, fillHole, type Gap, measureHole, unknownByteRange } from './hole.ts';
import { appendIncrement, arrayAt, type Draft } from './increment.ts';
import { pdfDate } from './pdf-date.ts';

/**
 * The city's seal on a document: PAdES B-B, a certification signature that permits no change (DocMDP P=1), in two
 * phases, so that a key that leaves its HSM never works the same as one in a file.
 */
export type SealRequest = {
  /** As `completePdf` left it: with the empty field. */
  pdf: Bytes;
  leaf: Bytes;
  chain: readonly Bytes[];
  algorithm: SealAlgorithm;
  /** When the seal is made, for /M; a claim, which only a time stamp proves. */
  at: Date;
  /** Room to keep for a signature time stamp, in bytes. None for B-B. */
  timestampBytes?: number;
};

/** Plain data: may cross into a worker and back between the phases. */
export type PreparedSeal = {
  /** The whole file, its hole still empty. */
  pdf: Bytes;
  gap: Gap;
  /** The signed attributes; the key signs the digest of these bytes. */
  toBeSigned: Bytes;
  /** Their digest, for `Sealer.sign`. */
  digest: Bytes;
  leaf: Bytes;
  chain: readonly Bytes[];
  algorithm: SealAlgorithm;
};

export async function prepareSeal({
  pdf,
  leaf,
  chain,
  algorithm,
  at,
  timestampBytes = 0,
}: SealRequest): Promise<PreparedSeal> {
  const room = longestCms({ leaf, chain, algorithm }, timestampBytes);
  const appended = await appendIncrement(pdf, (draft) => {
    const seal = draft.add(sealDictionary(room, at));
    emptySealField(draft).set('V', seal);
    draft.catalog.set('Perms', PdfDict.of({ DocMDP: seal }));
  });
  const { pdf: measured, gap } = measureHole(appended, pdf.length, room);
  const content = digestOf(algorithm.hash, ...aroundGap(measured, gap));
  const toBeSigned = signedAttributes(content, leaf, algorithm.hash);
  return { pdf: measured, gap, toBeSigned, digest: digestOf(algorithm.hash, toBeSigned), leaf, chain, algorithm };
}

/** Puts the signature into its place. Refuses one that the certificate's key does not answer for. */
export function finishSeal(prepared: PreparedSeal, signature: Bytes, timestamp?: Bytes): Bytes {
  const { pdf, gap, toBeSigned, leaf, chain, algorithm } = prepared;
  if (!isSignedBy(leaf, algorithm, toBeSigned, signature))
    throw new Error('The seal key and the seal certificate do not belong together.');
  return fillHole(pdf, gap, assembleCms({ attributes: toBeSigned, signature, algorithm, leaf, chain, timestamp }));
}

function sealDictionary(room: number, at: Date): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    Contents: emptyContents(room),
    ByteRange: unknownByteRange(),
    M: PdfString.fromString(pdfDate(at)),
    Reference: new PdfArray([
      PdfDict.of({
        Type: PdfName.of('SigRef'),
        TransformMethod: PdfName.of('DocMDP'),
        TransformParams: PdfDict.of({
          Type: PdfName.of('TransformParams'),
          P: PdfNumber.of(1),
          V: PdfName.of('1.2'),
        }),
      }),
    ]),
  });
}

function emptySealField(draft: Draft): PdfDict {
  for (const item of arrayAt(draft, draft.form, 'Fields')) {
    const field = draft.follow(item);
    if (!(field instanceof PdfDict) || field.getString('T')?.asString() !== sealField.name) continue;
    if (field.has('V')) throw new Error('This document is already sealed.');
    return field;
  }
  throw new Error('This document has no field for a seal.');
}

/** The size of the hole: that of the CMS with the longest signature this key can make. */
function longestCms(key: Pick<SealRequest, 'leaf' | 'chain' | 'algorithm'>, timestampBytes: number): number {
  const digest = digestOf(key.algorithm.hash);
  return assembleCms({
    ...key,
    attributes: signedAttributes(digest, key.leaf, key.algorithm.hash),
    signature: new Uint8Array(longestSignature(key.leaf)),
    timestamp: timestampBytes > 0 ? new Uint8Array(timestampBytes) : undefined,
  }).length;
}
