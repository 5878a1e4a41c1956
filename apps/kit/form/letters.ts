import { letters, sequences } from '../../../shared/base/din-91379.ts';
import { searchForm } from '../../../shared/base/search-form.ts';

/**
 * The letters of DIN 91379 that no German keyboard has, under the plain letter people look for: ł under l, ø under
 * o, þ under t. Small letters in the order of Unicode, so that the common ones come first.
 */
export function lettersByBase(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const letter of [...singleLetters(), ...sequences.split(' ')]) {
    if (onKeyboard.has(letter) || letter !== letter.toLowerCase()) continue;
    const base = searchForm(letter).charAt(0).toLowerCase();
    if (base !== '') found.set(base, [...(found.get(base) ?? []), letter]);
  }
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The capital of a letter, where DIN 91379 has one; otherwise the letter itself. */
export function capitalOf(letter: string): string {
  const capital = letter.toUpperCase().normalize('NFC');
  return isLetter.test(capital) || sequences.split(' ').includes(capital) ? capital : letter;
}

const isLetter = new RegExp(`^[${letters}]$`, 'u');
const onKeyboard = new Set('abcdefghijklmnopqrstuvwxyzäöüß');

/** The ranges of the standard lie between these two, with gaps that the expression knows. */
function singleLetters(): readonly string[] {
  const [first, last] = [0x00c0, 0x1ef9];
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).filter((letter) =>
    isLetter.test(letter),
  );
}
