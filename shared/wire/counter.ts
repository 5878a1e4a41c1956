import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { AnswerPath, AnswerValue, At, Base64Url, Code, Id, LocaleCode, Sha256, ShortText } from './base.ts';
import { caseStates, serviceIds, SignerWire } from './cases.ts';

/** The counter as the tablet sees it: one case at a time, and no personal data before the citizen begins. */
export const CounterCover = v.object({
  caseId: v.string(),
  number: v.string(),
  service: v.picklist(serviceIds),
  serviceVersion: v.string(),
  persons: v.number(),
  state: v.picklist(caseStates),
  version: v.number(),
  /** Relatives' data come only after assurance and instruction, § 23 Abs. 4 BMG. */
  needsEntitlement: v.boolean(),
});

/** Who or what helps the citizen; the declaration says so. */
export const AssistanceWire = v.pipe(v.array(v.picklist(['read-aloud', 'translated', 'accompanied'])), v.maxLength(3));

export const Begin = v.strictObject({ locale: LocaleCode, assistance: v.optional(AssistanceWire) });
export const ChooseAssistance = v.strictObject({ assistance: AssistanceWire });
export const AssureEntitlement = v.strictObject({
  statement: v.literal('entitled'),
  instruction: v.literal('informed-202a-stgb'),
});
export const ShowAtEnd = v.strictObject({ showsAtEnd: v.boolean() });
export const ChooseLocale = v.strictObject({ locale: LocaleCode });
export const WriteAnswers = v.strictObject({
  answers: v.pipe(v.array(v.strictObject({ path: AnswerPath, value: AnswerValue })), v.minLength(1), v.maxLength(50)),
});

/** The case opened on the tablet. Without the assurance only the signer's own data are in `answers`. */
export const CounterCase = v.object({
  ...CounterCover.entries,
  locale: LocaleCode,
  showsAtEnd: v.boolean(),
  answers: v.record(v.string(), AnswerValue),
  /** Paths filled in by the office or the register, to be marked softly. */
  prefilled: v.array(v.string()),
  /** Paths at which the citizen put something else since the hand-over; what had been empty is not among them. */
  changed: v.array(v.string()),
  assistance: AssistanceWire,
  /** The citizen is done; what is missing only the office can enter, and it was told. */
  awaitsOffice: v.boolean(),
  signers: v.array(SignerWire),
  confirmedSigners: v.array(v.string()),
  returnedBecause: v.nullable(v.string()),
});

/** What lies on the desk, in one answer: the cover, and the case itself once the citizen has begun. */
export const CounterNow = v.object({ case: v.nullable(CounterCover), open: v.nullable(CounterCase) });

/** What helped since the citizen began; it is added to what he said himself. */
export const StartReview = v.strictObject({ assistance: AssistanceWire });

/**
 * The frozen revision. The tablet builds the declaration itself from the same function and refuses to show one whose
 * hash differs. `challenge` lives with the lease, so that confirming needs no round trip.
 */
export const Lease = v.object({
  caseId: v.string(),
  revision: v.number(),
  /** The declaration as canonical JSON text: exactly these characters are hashed. */
  declaration: v.string(),
  declarationHash: Sha256,
  comparingCode: v.string(),
  challenge: v.string(),
  validUntil: At,
});

/** A path on a field of 1000 x 300 units, equal steps of 4 units, no time and no pressure (signing.md 4). */
export const DrawingWire = v.strictObject({
  schema: v.literal('schalter/drawing@1'),
  paths: v.pipe(
    v.array(
      v.pipe(
        v.array(
          v.strictTuple([
            v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
            v.pipe(v.number(), v.minValue(0), v.maxValue(300)),
          ]),
        ),
        v.minLength(1),
        v.maxLength(limits.drawingPoints),
      ),
    ),
    v.minLength(1),
    v.maxLength(limits.drawingPaths),
  ),
});

export const SendAct = v.strictObject({
  actId: Id,
  /** Compact JWS by the device's key. */
  jws: v.pipe(v.string(), v.maxLength(8_000)),
  drawing: v.optional(DrawingWire),
});
export const ActReceipt = v.object({
  actId: v.string(),
  at: At,
  /** Everyone who has to has confirmed. */
  complete: v.boolean(),
  /** Who is asked next, where several sign. */
  nextSigner: v.nullable(v.string()),
});

/** One line: PostgreSQL has no text with NUL in it, and no other control character is meant for anybody. */
export const Decline = v.strictObject({ note: v.optional(v.pipe(ShortText, v.regex(/^\P{Cc}*$/u))) });
export const CopyOffer = v.object({ token: Base64Url, path: v.string(), until: At });
/** Day, month and year of the first person, `YYYY-MM-DD`. The token stands in the body, which no proxy writes down. */
export const FetchCopy = v.strictObject({
  token: v.pipe(Base64Url, v.maxLength(64)),
  birthDate: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export const EndCase = v.strictObject({ handedOver: v.pipe(v.array(Code), v.maxLength(10)) });
