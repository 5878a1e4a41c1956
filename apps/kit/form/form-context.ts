import { createContext, type JSX, useContext } from 'solid-js';
import type { Municipality } from '../../../shared/base/municipality.ts';
import type { Locale } from '../../../shared/base/locale.ts';
import type { Answer, Path } from '../../../shared/forms/answers.ts';
import type { AskedField } from '../../../shared/forms/asked.ts';
import type { CodeListId } from '../../../shared/forms/definition.ts';
import type { Finding } from '../../../shared/forms/finding.ts';
import { type Texts, textOf } from '../../../shared/forms/texts.ts';
import type { Text } from '../i18n/text.ts';
import type { Choice } from '../ui/ChoiceField.tsx';
import type { Mark } from '../ui/FieldMark.tsx';

/** What every field of a form needs to know; given once by `FormSection`. */
export type FormProps = {
  /** Who fills in: the clerk sees every field and every finding, the citizen his own. */
  reader: 'citizen' | 'clerk';
  /** Of the service, beside its definition. */
  texts: Texts;
  findings: readonly Finding[];
  /** The sentence of a finding in every language. */
  wordsOfFinding(finding: Finding): Text;
  /** Entries of a code list, in the order they are offered; `choicesOf` of `codes.ts` gives them. */
  codes(list: CodeListId): readonly Choice[];
  /** A field was left with another value. `null` takes the answer, or an item of a list, away. */
  onLeave(path: Path, value: Answer): void;
  /** While somebody types, for a draft that must survive a reload. Not for the clerk's eyes. */
  onTyping?(path: Path, value: Answer): void;
  /** Errors of fields nobody has touched are shown from the first attempt to go on. */
  attempt: number;
  /** Paths with a soft mark. */
  prefilled?: ReadonlySet<Path> | undefined;
  changed?: ReadonlySet<Path> | undefined;
  /** On the tablet the browser must keep nothing that was typed (signing.md 8). */
  keepsNothing?: boolean | undefined;
  readOnly?: boolean | undefined;
  /** Beside a value at the clerk's desk: what the register has. */
  aside?(asked: AskedField): JSX.Element;
  /** Whose town, postcode and districts stand in an address within the office (`municipalityOf(ags)`). */
  municipality?: Municipality | undefined;
  /** The municipality's streets, where a list is configured. */
  streets?: readonly string[] | undefined;
  /** Heading level of the section. */
  level?: 2 | 3 | 4;
};

const FormContext = createContext<FormProps & { isShown(path: Path): boolean; touch(path: Path): void }>();
export const FormProvider = FormContext.Provider;

export function useForm() {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field stands outside a FormSection');
  return form;
}

/** The id in the page of the field at a path; the error summary links to it. */
export const fieldIdOf = (path: Path): string => `field-${path}`;

/** A text of the service in every language, German from the definition. */
export function wordsOf(texts: Texts, key: string, german: string): Text {
  const read = (locale: Locale) => textOf(texts, locale, key, german);
  return { de: german, plain: read('plain'), en: read('en') };
}

export const markOf = (form: FormProps, path: Path): Mark | undefined =>
  form.changed?.has(path) === true ? 'changed' : form.prefilled?.has(path) === true ? 'prefilled' : undefined;
