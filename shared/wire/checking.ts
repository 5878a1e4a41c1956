import * as v from 'valibot';
import { authenticityCodeLetters, isAuthenticityCode } from '../base/authenticity-code.ts';

/** What anybody may ask of an Echtheitscode, and all that is ever answered. */
export const CheckCode = v.strictObject({
  code: v.pipe(v.string(), v.length(authenticityCodeLetters), v.check(isAuthenticityCode)),
});

/**
 * Always these three parts. Of a code that nobody gave out, that is too old or whose case is erased, all of them say
 * nothing; nothing ever says whom a certificate is about or where somebody lives today.
 */
export const CodeAnswer = v.object({
  state: v.picklist(['genuine', 'withdrawn', 'unknown']),
  /** The day the certificate speaks of, `YYYY-MM-DD`. */
  issuedOn: v.nullable(v.string()),
  withdrawnOn: v.nullable(v.string()),
});
