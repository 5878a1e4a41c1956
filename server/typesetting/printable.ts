import { Refusal } from '../../shared/base/refusal.ts';

/**
 * Text as it may be printed: composed (NFC), with every character visible. What has no glyph is refused, and so is
 * what has none by nature: control characters, zero-width characters, and the marks that turn the reading direction,
 * because with them a page could show something else than the declaration says.
 */
export function printable(data: unknown, covered: ReadonlySet<number>): unknown {
  const wrong = new Set<number>();
  const composed = compose(data, covered, wrong);
  if (wrong.size > 0) throw new Refusal('text-not-printable', { characters: [...wrong].toSorted(ascending).map(name) });
  return composed;
}

function compose(value: unknown, covered: ReadonlySet<number>, wrong: Set<number>): unknown {
  if (typeof value === 'string') return composeText(value, covered, wrong);
  if (Array.isArray(value)) return value.map((item) => compose(item, covered, wrong));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, compose(item, covered, wrong)]));
}

function composeText(text: string, covered: ReadonlySet<number>, wrong: Set<number>): string {
  // Most text is plain; and drawings are long.
  if (plain.test(text)) return text;
  const composed = text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  for (const character of composed) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (invisible.test(character) ? !isLineBreakOrJoiner(codePoint) : !covered.has(codePoint)) wrong.add(codePoint);
  }
  return composed;
}

const plain = /^[\x20-\x7e]*$/;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;
/** Line feed; and the joiners, without which Arabic and Persian words are misspelt. */
const isLineBreakOrJoiner = (codePoint: number): boolean => [0x0a, 0x200c, 0x200d].includes(codePoint);
const ascending = (a: number, b: number): number => a - b;
const name = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
