import type { RefusalCode } from '../../shared/base/refusal.ts';
import type { Text } from './i18n/text.ts';
import { problemTexts, refusalTexts, refusedElsewhere } from './problem-texts.ts';

/** `network`: the server was not reached. `internal`: it failed, or answered something that is not its own. */
export type ProblemCode = RefusalCode | 'network' | 'internal';

export type ProblemDetails = Readonly<Record<string, string | number | readonly string[]>>;

type Content = {
  code: string;
  status?: number | undefined;
  title?: string | undefined;
  details?: ProblemDetails | undefined;
  retryAfterSeconds?: number | undefined;
};

/** Why a call did not end well, with words for the person in every language. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  /** Of HTTP; 0 when the server was not reached. */
  readonly status: number;
  readonly details: ProblemDetails;
  readonly words: Text;
  readonly retryAfterSeconds: number | undefined;

  constructor(content: Content) {
    super(content.code);
    this.name = 'ProblemError';
    // A server of another version may know codes that this app does not: the German sentence comes with them.
    this.code = content.code as ProblemCode;
    this.status = content.status ?? 0;
    this.details = content.details ?? {};
    this.words = wordsOf(content);
    this.retryAfterSeconds = content.retryAfterSeconds;
  }

  /** It may go well a moment later. */
  get isPassing(): boolean {
    return this.code === 'network' || [429, 502, 503, 504].includes(this.status);
  }
}

/** The words of anything that was thrown; what is no problem of a call is a bug and says only that. */
export const wordsOfProblem = (cause: unknown): Text =>
  cause instanceof ProblemError ? cause.words : problemTexts.internal;

/** An answer of RFC 9457 with our `code`. */
export function isProblem(body: unknown): body is Content & { code: string } {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

function wordsOf({ code, title }: Content): Text {
  if (code === 'network') return problemTexts.network;
  if (title === undefined || code === 'internal') return problemTexts.internal;
  const known: Readonly<Record<string, Omit<Text, 'de'> | undefined>> = refusalTexts;
  return { de: title, ...((Object.hasOwn(known, code) ? known[code] : undefined) ?? refusedElsewhere) };
}
