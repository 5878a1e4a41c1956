import * as v from 'valibot';
import { instantPattern } from '../base/instant.ts';
import { limits } from '../base/limits.ts';
import { locales } from '../base/locale.ts';
import { charactersOutsideTexts } from '../base/names.ts';
import type { Answer } from '../forms/answers.ts';

/** The pieces every other schema of the wire is made of. Requests are strict: an unknown field is refused. */
/** Written in one way only: what is encrypted or locked under an id must be found under it again. */
export const Id = v.pipe(v.string(), v.uuid(), v.regex(/^[^A-Z]*$/));
export const At = v.pipe(v.string(), v.regex(instantPattern));
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const Base64Url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/));
export const Code = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/), v.maxLength(60));
export const LocaleCode = v.picklist(locales);
export const ShortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.textLength));
/** What will stand on a paper: every character has a glyph, none is invisible or turns the direction of reading. */
export const PrintedText = v.pipe(
  ShortText,
  v.check((text) => charactersOutsideTexts(text).length === 0),
);
export const AnswerPath = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/),
  v.maxLength(limits.pathLength),
);

/**
 * Any plain tree; `setAnswer` of `shared/forms` says whether the definition has a place for it. What is too long is
 * refused before anybody looks inside, and looking ends at the first thing that is wrong.
 */
export const AnswerValue = v.config(
  v.lazy((value) => {
    if (Array.isArray(value)) return value.length > limits.answerEntries ? TooMany : Entries;
    if (typeof value !== 'object' || value === null) return value === undefined ? AnyValue : Single;
    return Object.keys(value).length > limits.answerEntries ? TooMany : Branch;
  }),
  { abortEarly: true },
) as v.GenericSchema<Answer>;

const Single = v.union([
  v.null(),
  v.boolean(),
  v.pipe(v.number(), v.integer()),
  v.pipe(v.string(), v.maxLength(limits.textLength)),
]);
const Texts = v.array(v.pipe(v.string(), v.maxLength(limits.textLength)));
const Branch = v.record(
  v.string(),
  v.lazy(() => AnswerValue),
);
const Items = v.array(v.intersect([v.looseObject({ id: Code }), Branch]));
const Entries = v.lazy((value) => (Array.isArray(value) && typeof value[0] === 'object' ? Items : Texts));
/** For the description of the API, which asks without a value. */
const AnyValue = v.union([Single, Texts, Items, Branch]);
const TooMany = v.never();

/** RFC 9457, with our closed list of codes in `code`. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
  details: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())]))),
});
