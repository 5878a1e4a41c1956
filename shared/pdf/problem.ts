/**
 * Something in the bytes the reader does not know or does not accept. The reader answers any input with a file or
 * with one of these, never with another exception. `offset` counts bytes from the start of the file; inside an object
 * stream it is where that stream lies.
 */
export class PdfProblem extends Error {
  readonly code: PdfProblemCode;
  readonly offset: number;

  constructor(code: PdfProblemCode, offset: number) {
    super(`${code} at byte ${offset}`);
    this.code = code;
    this.offset = offset;
  }
}

export type PdfProblemCode = keyof typeof pdfProblems;

export const pdfProblems = {
  'file-too-large': { de: 'Die Datei ist größer, als die Prüfung zulässt.', en: 'The file is larger than allowed.' },
  'too-much': { de: 'Die Datei enthält mehr Teile, als die Prüfung zulässt.', en: 'The file has too many parts.' },
  'header-missing': { de: 'Die Datei beginnt nicht wie ein PDF.', en: 'The file does not begin like a PDF.' },
  'bytes-unaccounted': {
    de: 'Hier stehen Bytes, die zu keinem Teil des Dokuments gehören.',
    en: 'There are bytes here that belong to no part of the document.',
  },
  'revision-unfinished': { de: 'Der letzte Abschnitt der Datei hat kein Ende.', en: 'The last section has no end.' },
  'token-unknown': { de: 'Hier steht etwas, das in einem PDF nichts bedeutet.', en: 'This means nothing in a PDF.' },
  'nesting-too-deep': { de: 'Teile sind zu tief ineinander geschachtelt.', en: 'Parts are nested too deeply.' },
  'key-twice': { de: 'Ein Eintrag kommt zweimal vor.', en: 'An entry occurs twice.' },
  'object-odd': { de: 'Ein Objekt ist nicht so aufgebaut, wie es sein muss.', en: 'An object is malformed.' },
  'object-twice': {
    de: 'Ein Objekt kommt im selben Abschnitt zweimal vor.',
    en: 'An object occurs twice in a section.',
  },
  'stream-odd': { de: 'Länge oder Ende eines Datenstroms stimmen nicht.', en: 'A stream has a wrong length or end.' },
  'stream-undecodable': { de: 'Ein Datenstrom lässt sich nicht entpacken.', en: 'A stream cannot be decoded.' },
  'filter-unsupported': { de: 'Ein Datenstrom ist auf unbekannte Art gepackt.', en: 'A stream has an unknown filter.' },
  'xref-odd': { de: 'Ein Verzeichnis der Objekte ist fehlerhaft.', en: 'A cross-reference section is malformed.' },
  'xref-differs': {
    de: 'Das Verzeichnis der Objekte stimmt nicht mit der Datei überein.',
    en: 'The cross-reference section does not match the file.',
  },
  'startxref-wrong': { de: 'Ein Verweis auf das Verzeichnis ist falsch.', en: 'A startxref value is wrong.' },
  'prev-wrong': {
    de: 'Die Abschnitte der Datei schließen nicht aneinander an.',
    en: 'The sections of the file do not follow each other.',
  },
  'trailer-odd': { de: 'Die Angaben am Ende eines Abschnitts sind fehlerhaft.', en: 'A trailer is malformed.' },
  encrypted: { de: 'Die Datei ist verschlüsselt.', en: 'The file is encrypted.' },
  hybrid: { de: 'Die Datei hat zwei Verzeichnisse für denselben Abschnitt.', en: 'The file is a hybrid file.' },
  'reference-broken': { de: 'Ein Verweis führt ins Leere.', en: 'A reference leads nowhere.' },
  'signature-odd': {
    de: 'Ein Siegel oder Zeitstempel steht nicht so im Dokument, wie es sein muss.',
    en: 'A signature dictionary is malformed.',
  },
} as const satisfies Record<string, { de: string; en: string }>;
