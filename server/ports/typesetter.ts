import type { Bytes } from '../../shared/base/bytes.ts';
import type { Report } from '../../shared/verifying/report.ts';
import type { Trust } from '../../shared/verifying/verify.ts';
import type { SealChains } from '../sealing/chains.ts';
import type { PreparedTimestamp } from '../sealing/document-timestamp.ts';
import type { ValidationData } from '../sealing/dss.ts';
import type { PreparedSeal, SealRequest } from '../sealing/seal.ts';
import type { SealAnchors } from './sealer.ts';

/**
 * Draws documents as PDF/A-3a with the additions of PDF/UA-1 and an empty field for the seal, and does the hashing
 * of sealing, all in worker threads: the caller's event loop is free. The same job gives the same bytes.
 *
 * Refuses with `text-not-printable` (details name the characters), `documents-busy` and `document-late`.
 */
export type Typesetter = {
  typeset(job: TypesetJob): Promise<Bytes>;
  /** The first phase of a seal, on a document this port made; the answer's `digest` is for `Sealer.sign`. */
  prepareSeal(request: SealRequest): Promise<PreparedSeal>;
  /** The second phase: the sealed document. Throws where the signature is not one of the certificate's key. */
  finishSeal(prepared: PreparedSeal, signature: Bytes, timestamp?: Bytes): Promise<Bytes>;
  /** Whose certificates a sealed document rests on. Throws where they lead to none of the anchors. */
  readChains(pdf: Bytes, anchors: Pick<SealAnchors, 'seal' | 'timestamps'>): Promise<SealChains>;
  /** The document with what it takes to validate it once those who issued that are gone, appended. */
  appendData(pdf: Bytes, data: ValidationData): Promise<Bytes>;
  /** A time stamp over the whole document, in two phases: `imprint`, a SHA-256, is for `Timestamps.stamp`. */
  prepareTimestamp(pdf: Bytes, tokenBytes: number): Promise<PreparedTimestamp>;
  finishTimestamp(prepared: PreparedTimestamp, token: Bytes): Promise<Bytes>;
  /** What our own verification says of a document. */
  verify(pdf: Bytes, trust: Trust): Promise<Report>;
};

export type TypesetJob = {
  template: 'declaration' | 'meldebestaetigung' | 'evidence-report';
  /** The template's data as JSON text; `server/typesetting/README.md` says each template's shape. */
  data: string;
  attachments: readonly TypesetAttachment[];
  /** Drawn as vectors and handed to the template by name. */
  barcodes?: readonly Barcode[];
  /** Goes into the metadata; a document says when it was made, not when it was typeset. */
  madeAt: Date;
};

export type Barcode = { name: string; kind: 'qr'; text: string } | { name: string; kind: 'data-matrix'; bytes: Bytes };

export type TypesetAttachment = {
  /** A plain file name, `declaration.json`; unique in the document. */
  name: string;
  mimeType: string;
  description: string;
  /** What the file is to the page (ISO 32000-2, 7.11.3): the page is drawn from a source, shows data, has a supplement. */
  relationship: 'source' | 'data' | 'supplement';
  bytes: Bytes;
};
