import * as v from 'valibot';
import { instantPattern } from '../base/instant.ts';
import { limits } from '../base/limits.ts';
import { locales } from '../base/locale.ts';
import type { Answer } from '../forms/answers.ts';

/** The pieces every other schema of the wire is made of. Requests are strict: an unknown field is refused. */
export const Id = v.pipe(v.string(), v.uuid());
export const At = v.pipe(v.string(), v.regex(instantPattern));
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const Base64Url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/));
export const Code = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/), v.maxLength(60));
export const LocaleCode = v.picklist(locales);
export const ShortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.textLength));
export const AnswerPath = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/),
  v.maxLength(limits.pathLength),
);

/** Any plain tree; `setAnswer` of `shared/forms` says whether the definition has a place for it. */
export const AnswerValue: v.GenericSchema<Answer> = v.union([
  v.null(),
  v.boolean(),
  v.pipe(v.number(), v.integer()),
  v.pipe(v.string(), v.maxLength(limits.textLength)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(limits.textLength))), v.maxLength(20)),
  v.pipe(v.array(v.lazy(() => ItemValue)), v.maxLength(20)),
  v.record(
    v.string(),
    v.lazy(() => AnswerValue),
  ),
]) as v.GenericSchema<Answer>;

const ItemValue = v.intersect([
  v.looseObject({ id: Code }),
  v.record(
    v.string(),
    v.lazy(() => AnswerValue),
  ),
]);

/** RFC 9457, with our closed list of codes in `code`. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
  details: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())]))),
});
