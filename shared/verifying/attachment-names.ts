/**
 * What a sealed document carries, by name (signing.md 5). Whoever makes documents and whoever verifies them take the
 * names from here. Acts count from 1 in the order of the declaration's signers; the drawing of act 2 is `drawing-2.json`.
 */
export const attachmentNames = {
  /** Canonical JSON of the declaration: the bytes whose hash every act confirms. */
  declaration: 'declaration.json',
  /** The form of the Fachverfahren the declaration is about, where it has an `original`. */
  original: 'original.pdf',
  /** The compact JWS, nothing around it. */
  act: (number: number): string => `act-${number}.jws`,
  /** Canonical JSON of the drawing: the bytes of `drawingHash`. Only with an act that has one. */
  drawing: (number: number): string => `drawing-${number}.json`,
  /** Canonical JSON of the evidence as it stood when the document was made. */
  evidence: 'evidence-at-seal.json',
  /** Canonical JSON of what a certificate certifies; a certificate carries nothing else. */
  certificate: 'certificate.json',
  /** The chain a Nachweisbericht was drawn from, with its proofs; a report carries nothing else. */
  report: 'evidence.json',
} as const;
