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
} as const satisfies Record<string, { status: number; text: string }>;
