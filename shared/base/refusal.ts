/**
 * A rule of the office says no. Each code stands once in the table below with its HTTP status and the German
 * sentence for the person; a code without them does not compile.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Facts for the client, such as the paths of wrong fields. Never personal data. */
  readonly details: RefusalDetails | undefined;

  constructor(code: RefusalCode, details?: RefusalDetails) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>;
export type RefusalCode = keyof typeof refusals;

export const refusals = {
  /** The body, the query or the path does not have the shape the route describes. */
  'request-invalid': { status: 422, text: 'Die Anfrage ist unvollständig oder hat ein falsches Format.' },
  /** The body is larger than the route accepts. */
  'request-too-large': { status: 413, text: 'Die Anfrage ist zu groß.' },
  /** Nobody is signed in. Sign in and repeat. */
  'not-signed-in': { status: 401, text: 'Bitte melden Sie sich an.' },
  /** Signed in, but not with a role that may do this. */
  'role-forbidden': { status: 403, text: 'Dafür fehlt Ihnen die Berechtigung.' },
  /** A write came from another origin. */
  'origin-forbidden': { status: 403, text: 'Die Anfrage kam von einer fremden Seite.' },
  /** No such thing, or not for this person to know of. */
  'not-found': { status: 404, text: 'Das wurde nicht gefunden.' },
  /** The same id was used with other content. */
  'same-id-other-content': { status: 409, text: 'Unter dieser Nummer ist schon etwas anderes gespeichert.' },
  /** A text has characters that no font of the documents can show; `characters` names them as `U+XXXX`. Change the text. */
  'text-not-printable': { status: 422, text: 'Ein Zeichen lässt sich nicht drucken. Bitte ersetzen Sie es.' },
  /** More documents are waiting than the office can make soon. Repeat later. */
  'documents-busy': {
    status: 503,
    text: 'Gerade entstehen sehr viele Dokumente. Bitte versuchen Sie es gleich noch einmal.',
  },
  /** A document was not finished within its time. Repeat; a second time means a fault. */
  'document-late': {
    status: 504,
    text: 'Das Dokument wurde nicht rechtzeitig fertig. Bitte versuchen Sie es noch einmal.',
  },
  /** Too many tries in a short time. `Retry-After` says how many seconds to wait. */
  'too-many-tries': { status: 429, text: 'Das waren zu viele Versuche. Bitte warten Sie einen Moment.' },
  /** No pairing code like that is open: mistyped, used, or older than ten minutes. Ask for another one. */
  'pairing-code-wrong': {
    status: 403,
    text: 'Dieser Code stimmt nicht oder ist abgelaufen. Bitte lassen Sie sich einen neuen zeigen.',
  },
  /** The proof of the key does not fit: wrong key, wrong text, or a challenge that is used up or too old. */
  'device-proof-wrong': { status: 403, text: 'Das Gerät konnte sich nicht ausweisen.' },
  /** The device was blocked by the office. Pair it anew. */
  'device-revoked': { status: 403, text: 'Dieses Gerät wurde gesperrt.' },
  /** The demo sign-in exists in the demo office only. */
  'demo-only': { status: 404, text: 'Das gibt es nur in der Demo.' },
} as const satisfies Record<string, { status: number; text: string }>;
