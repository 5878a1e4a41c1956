/**
 * The Suchform: a name in the letters A to Z, so that whoever types `Muller`, `Mueller` or `Müller` finds the person
 * in the register's way of DIN 91379. Umlauts become two letters, marks fall away, everything that is no letter or
 * digit parts words; apostrophes and modifier letters vanish.
 */
export function searchForm(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/([aou])(\p{M}*)\u0308/giu, '$1e$2')
    .replaceAll(/(a)(\p{M}*)\u030a/giu, '$1a$2')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['\u2019\u00b4`\u02b9-\u02cc]/g, '');
  const letters = Array.from(plain, (letter) => undivided[letter.toLowerCase()] ?? letter).join('');
  return letters
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** Letters that Unicode does not take apart. */
const undivided: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ħ: 'h',
  ĳ: 'ij',
  ı: 'i',
  ɨ: 'i',
  ĸ: 'k',
  ŀ: 'l',
  ł: 'l',
  ŉ: 'n',
  ŋ: 'n',
  ŧ: 't',
  ƈ: 'c',
  ə: 'e',
  ʒ: 'z',
  ǥ: 'g',
  ß: 'ss',
};
