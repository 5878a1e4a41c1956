import { type Bytes, sha256Hex } from '../base/bytes.ts';
import type { Declaration } from '../declaration/declaration.ts';
import { resolve } from '../pdf/file.ts';
import { PdfProblem } from '../pdf/problem.ts';
import { readPdf } from '../pdf/read.ts';
import { catalogOf } from '../pdf/signatures.ts';
import { asCount, asDict } from '../pdf/values.ts';
import type { Note } from './notes.ts';

/**
 * Holds the form of the Fachverfahren against what the declaration says of it: its hash, and its pages where this
 * verification can count them. Other makers' PDFs it often cannot read; then the hash alone speaks, and it suffices.
 */
export async function checkOriginal(
  original: Declaration['original'],
  bytes: Bytes | undefined,
  note: Note,
): Promise<void> {
  if (!original) {
    if (bytes) note('original-mismatch');
    return;
  }
  if (!bytes) return note('original-missing', { part: original.fileName });
  if ((await sha256Hex(bytes)) !== original.sha256) return note('original-mismatch', { part: 'hash' });
  const pages = await countPages(bytes);
  if (pages !== undefined && pages !== original.pages) note('original-mismatch', { part: 'pages' });
}

/** What the root of the page tree counts. */
async function countPages(bytes: Bytes): Promise<number | undefined> {
  try {
    const file = await readPdf(bytes);
    const last = file.revisions.length - 1;
    const pages = asDict(resolve(file, catalogOf(file, last).dict.entries.get('Pages'), last));
    return asCount(pages?.entries.get('Count'));
  } catch (error) {
    if (error instanceof PdfProblem) return undefined;
    throw error;
  }
}
