import { createSignal } from 'solid-js';
import type { Locale } from '../../../shared/base/locale.ts';
import { asText, type Words } from './text.ts';

/**
 * The language of this tab. German is always shown; any other one stands line by line under it, because the German
 * text binds. Nothing is remembered here: the next citizen starts in German.
 */
const [locale, setLocale] = createSignal<Locale>('de');
export { locale, setLocale };

/** Names as people look for them, each in its own language. */
export const localeNames: Readonly<Record<Locale, string>> = { de: 'Deutsch', plain: 'Einfach erklärt', en: 'English' };

/** BCP 47 tag for `lang` attributes and `Intl`. */
export const languageTags: Readonly<Record<Locale, string>> = { de: 'de', plain: 'de', en: 'en' };

/** The writing direction of a language; Arabic, Persian and Hebrew come with their translations. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (/^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr');

/** The words in the chosen language alone, for `aria-label` and `document.title`, where two lines cannot stand. */
export const say = (words: Words): string => asText(words)[locale()];

/** Both lines one after the other: the accessible name of what shows both (WCAG 2.5.3). */
export const sayBoth = (words: Words): string =>
  [asText(words).de, secondLine(words)].filter((line) => line !== undefined).join(' ');

/** The line under the German one: nothing when German is chosen or both say the same. */
export function secondLine(words: Words): string | undefined {
  const text = asText(words);
  const line = text[locale()];
  return line === text.de ? undefined : line;
}
