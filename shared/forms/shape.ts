import { limits } from '../base/limits.ts';
import type { Address, Answer, Item } from './answers.ts';
import type { Field } from './definition.ts';
import { isBranch, isCodes } from './paths.ts';

/**
 * Brings a value from outside into the shape of its field. `null` means there is no answer; undefined means the field
 * has no place for such a value. What somebody half typed (a date without its year) keeps its place, so that nothing
 * typed is lost; `checkFields` says what is wrong with it.
 */
export function shapeAnswer(field: Field, value: unknown): Answer | undefined {
  if (value === null || value === '') return null;
  switch (field.kind) {
    case 'text':
    case 'name':
      return shapeText(value, field.maxLength);
    case 'date':
      return matches(value, /^[\d-]{1,10}$/);
    case 'partial-date':
      return matches(value, /^([\d-]{1,10}|unknown)$/);
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options, value) ? value : undefined;
    case 'code':
      return matches(value, codePattern);
    case 'codes':
      return shapeCodes(value, field.limit);
    case 'address':
      return shapeAddress(value);
    case 'group':
      return shapeFields(field.fields, value);
    case 'list':
      return shapeItems(field.fields, value, field.limit);
  }
}

const codePattern = /^[a-z0-9-]{1,8}$/;
const itemIdPattern = /^[a-z0-9-]{1,20}$/;
/** Control characters, direction marks and halves of surrogate pairs: nothing a person types into a form. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

function shapeText(value: unknown, maxLength: number): string | null | undefined {
  // Composing can shorten a text, but no letter of DIN 91379 has more than four code points.
  if (typeof value !== 'string' || value.length > maxLength * 4) return undefined;
  const text = value.normalize('NFC').trim();
  if (unprintable.test(text) || text.length > maxLength) return undefined;
  return text === '' ? null : text;
}

const matches = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

function shapeCodes(value: unknown, limit: number): readonly string[] | undefined {
  if (!isCodes(value) || value.length > limit || new Set(value).size < value.length) return undefined;
  return value.every((code) => codePattern.test(code)) ? [...value] : undefined;
}

function shapeAddress(value: unknown): Address | undefined {
  if (!isBranch(value)) return undefined;
  const parts: Record<string, string> = { street: '', houseNumber: '', postcode: '', city: '' };
  for (const [part, text] of Object.entries(value)) {
    if (!Object.hasOwn(addressParts, part)) return undefined;
    const shaped = shapeText(text, addressParts[part as keyof typeof addressParts]);
    if (shaped === undefined) return undefined;
    if (shaped !== null) parts[part] = shaped;
  }
  const { street = '', houseNumber = '', postcode = '', city = '', ...others } = parts;
  return { street, houseNumber, postcode, city, ...others };
}

/** The longest text of each part of an address, in characters. */
const addressParts: Readonly<Record<keyof Address, number>> = {
  street: limits.nameLength,
  houseNumber: 10,
  addition: 60,
  postcode: 10,
  city: limits.nameLength,
  district: 60,
  ags: 8,
  state: 3,
};

function shapeFields(fields: readonly Field[], value: unknown): { readonly [id: string]: Answer } | undefined {
  if (!isBranch(value)) return undefined;
  const shaped: (readonly [string, Answer])[] = [];
  for (const [id, inner] of Object.entries(value)) {
    const field = fields.find((one) => one.id === id);
    const answer = field && (inner === undefined ? null : shapeAnswer(field, inner));
    if (answer === undefined) return undefined;
    if (answer !== null) shaped.push([id, answer]);
  }
  return Object.fromEntries(shaped);
}

function shapeItems(fields: readonly Field[], value: unknown, limit: number): readonly Item[] | undefined {
  if (!Array.isArray(value) || value.length > limit) return undefined;
  const items: Item[] = [];
  for (const entry of value as readonly unknown[]) {
    if (!isBranch(entry)) return undefined;
    const { id, ...others } = entry;
    const shaped = shapeFields(fields, others);
    if (!shaped || typeof id !== 'string' || !itemIdPattern.test(id) || items.some((item) => item.id === id))
      return undefined;
    items.push({ ...shaped, id });
  }
  return items;
}
