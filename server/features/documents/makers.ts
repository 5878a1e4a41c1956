import type { JobName } from '../../context.ts';
import type { DocumentRow } from './tables.ts';

/** Which job makes a document of a kind, the first time and every other time. */
export const makers: Readonly<Record<DocumentRow['kind'], JobName>> = {
  declaration: 'seal-document',
  meldebestaetigung: 'make-meldebestaetigung',
  'evidence-report': 'make-evidence-report',
  // These two are never ordered before they are there, so neither fails.
  copy: 'make-copy',
  'paper-scan': 'make-copy',
};
