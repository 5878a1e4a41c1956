/**
 * The form language: a service as plain data that a lawyer can read.
 *
 * A definition is JSON and nothing else, because its hash is part of every declaration. German labels bind; other
 * languages stand beside the definition, keyed by the same ids (`texts.ts` of the service). Published versions are
 * frozen.
 */
export type ServiceDefinition = {
  id: string;
  /** `YYYY-MM` of publication; a change of anything below needs another version. */
  version: string;
  title: string;
  /** The paragraph that asks for this declaration. */
  basis: string;
  /** Which paragraph lets an electronic confirmation count. */
  form: { basis: string };
  /** One section is one step on the tablet and one card of the review. */
  sections: readonly Section[];
  /** What the signer assures; shown above the confirmation. */
  statements: readonly Clause[];
  /** What the signer is told: objections, data protection, fines. */
  notices: readonly Clause[];
};

export type Section = {
  id: string;
  title: string;
  intro?: string;
  /** The list answer this section is repeated for, once an item: `persons`. */
  each?: string;
  when?: Condition;
  fields: readonly Field[];
};

export type Clause = { id: string; text: string; basis: string; when?: Condition };

export type Field = FieldBase & FieldKind;

export type FieldBase = {
  /** ASCII, unique among its siblings; the key of the answer. */
  id: string;
  label: string;
  hint?: string;
  /** Asked only while the condition holds; an answer that is not asked for is not declared. */
  when?: Condition;
  /** Left out means: an answer is needed. */
  optional?: true;
  /** The clerk sees it at review only, not while it is being filled in. */
  sensitive?: true;
  /** Filled in by the clerk; the citizen reads it at review. */
  by?: 'clerk';
};

export type FieldKind =
  | { kind: 'text'; maxLength: number }
  /** A name of a natural person, DIN 91379 datatype A. */
  | { kind: 'name'; maxLength: number }
  /** `YYYY-MM-DD` */
  | { kind: 'date' }
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown` */
  | { kind: 'partial-date' }
  | { kind: 'yes-no' }
  | { kind: 'choice'; options: Readonly<Record<string, string>> }
  /** One key of a code list (`shared/forms/code-lists`). */
  | { kind: 'code'; list: CodeListId }
  | { kind: 'codes'; list: CodeListId; limit: number }
  | { kind: 'address'; within: 'office' | 'germany' | 'anywhere' }
  | { kind: 'group'; fields: readonly Field[] }
  | { kind: 'list'; fields: readonly Field[]; limit: number; itemLabel: string };

export type CodeListId = 'staat' | 'staatsangehoerigkeit' | 'religion';

/**
 * Paths are read from the nearest item around the field (one person, one Ausweis), or from the top with a leading
 * slash. A condition looks only at fields that stand before it. Where the answer is several codes, `is` and `isOneOf`
 * ask whether one of them is among those.
 */
export type Condition =
  | { field: string; is: string | boolean | number }
  | { field: string; isOneOf: readonly string[] }
  | { field: string; isSet: boolean }
  /** The list holds more items than this. */
  | { field: string; moreThan: number }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };
