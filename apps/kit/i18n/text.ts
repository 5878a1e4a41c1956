import type { Locale } from '../../../shared/base/locale.ts';

/**
 * One text of a screen in every language a citizen can read. The German one binds; `plain` is German "einfach
 * erklärt". A table written `satisfies Texts` does not compile when a language is missing.
 */
export type Text = Readonly<Record<Locale, string>>;

/** A text with a number or a name in it is a function that returns all languages at once. */
export type Texts = Readonly<Record<string, Text | ((...values: never[]) => Text)>>;

/** What components accept as words: all languages where citizens read, German alone at the clerk's desk. */
export type Words = Text | string;

/** The same words in every language, such as a name or a number. */
export const asText = (words: Words): Text =>
  typeof words === 'string' ? { de: words, plain: words, en: words } : words;

/** Puts several texts together, language by language. */
export function joinTexts(parts: readonly Words[], separator = ' '): Text {
  const texts = parts.map(asText);
  const join = (locale: Locale) => texts.map((text) => text[locale]).join(separator);
  return { de: join('de'), plain: join('plain'), en: join('en') };
}
