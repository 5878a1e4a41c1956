import { partialDateOf } from '../base/partial-date.ts';
import type { Locale } from '../base/locale.ts';
import type { Address } from './answers.ts';
import type { AskedField } from './asked.ts';
import { codeLabel } from './code-lists/code-list.ts';
import { isAddress, isCodes } from './paths.ts';
import { type Texts, textOf } from './texts.ts';

/**
 * How an answer reads on screen and on paper. Tablet and server must come to the same characters, because they are
 * hashed; so nothing here asks the language data of the browser (`Intl`), which differs between versions.
 */
export function showAnswer(asked: Pick<AskedField, 'field' | 'key' | 'value'>, texts: Texts, locale: Locale): string {
  const { field, key, value } = asked;
  if (value === undefined || value === null || value === '') return words.none[locale];
  if (typeof value === 'boolean') return (value ? words.yes : words.no)[locale];
  if (field.kind === 'choice' && typeof value === 'string')
    return textOf(texts, locale, `${key}.options.${value}`, field.options[value] ?? value);
  if (field.kind === 'code' && typeof value === 'string') return codeLabel(field.list, value, locale);
  if (field.kind === 'codes' && isCodes(value))
    return value.map((code) => codeLabel(field.list, code, locale)).join(', ');
  if ((field.kind === 'date' || field.kind === 'partial-date') && typeof value === 'string')
    return showDate(value, locale);
  if (isAddress(value)) return showAddress(value, locale);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `22.11.2026`, of a partial date `00.00.1950`; in English `22 November 2026`, `1950`. */
export function showDate(value: string, locale: Locale): string {
  const date = partialDateOf(value);
  if (!date) return value;
  if (date.kind === 'unknown') return words.unknown[locale];
  const { year } = date;
  const month = date.kind === 'year' ? undefined : date.month;
  const day = date.kind === 'full' ? date.day : undefined;
  if (locale === 'en') return [day, month && months[month - 1], year].filter((part) => part !== undefined).join(' ');
  const two = (part: number | undefined) => String(part ?? 0).padStart(2, '0');
  return `${two(day)}.${two(month)}.${year}`;
}

/** `Lindenweg 4 a, Wohnung 12, 70771 Leinfelden-Echterdingen (Musberg)`; a state only where it is not Germany. */
export function showAddress(address: Address, locale: Locale): string {
  const { street, houseNumber, addition, postcode, city, district, state } = address;
  if (address.ags === '99999999') return words.unknown[locale];
  const place = [postcode, city].filter(Boolean).join(' ');
  return [
    [street, houseNumber].filter(Boolean).join(' '),
    addition,
    district ? `${place} (${district})` : place,
    state === undefined || state === '000' ? '' : codeLabel('staat', state, locale),
  ]
    .filter(Boolean)
    .join(', ');
}

const words = {
  yes: { de: 'Ja', plain: 'Ja', en: 'Yes' },
  no: { de: 'Nein', plain: 'Nein', en: 'No' },
  none: { de: 'keine Angabe', plain: 'nichts eingetragen', en: 'not stated' },
  unknown: { de: 'unbekannt', plain: 'nicht bekannt', en: 'unknown' },
} as const satisfies Record<string, Record<Locale, string>>;

const months = 'January February March April May June July August September October November December'.split(' ');
