/** How much of a PDF the reader is willing to look at. Whatever is larger is a problem with a code, not a wait. */
export const pdfLimits = {
  fileBytes: 32 * 1024 * 1024,
  revisions: 64,
  /** Object numbers, and objects in one file. */
  objects: 100_000,
  /** Values of every kind (names, numbers, strings …) in one file; bounds memory. */
  values: 400_000,
  /** Dictionaries and arrays within each other. */
  nesting: 48,
  nameBytes: 127,
  stringBytes: 256 * 1024,
  numberCharacters: 20,
  headerCommentBytes: 64,
  /** What all streams of one file may unfold to, together. */
  decodedBytes: 64 * 1024 * 1024,
} as const;
