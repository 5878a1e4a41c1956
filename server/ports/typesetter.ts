import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * Draws documents as PDF/A-3a with the additions of PDF/UA-1, in worker threads: the caller's event loop is free.
 * The same job gives the same bytes.
 */
export type Typesetter = {
  typeset(job: TypesetJob): Promise<Bytes>;
};

export type TypesetJob = {
  template: 'declaration' | 'meldebestaetigung';
  /** The template's data as JSON text; `server/typesetting/README.md` says each template's shape. */
  data: string;
  attachments: readonly { name: string; mimeType: string; description: string; bytes: Bytes }[];
  /** Goes into the metadata; a document says when it was made, not when it was typeset. */
  madeAt: Date;
};
