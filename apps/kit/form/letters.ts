/** Letters of DIN 91379 that German keyboards lack, by the plain letter people look under. Small ones; `capitalOf` makes the large. */
export const letters: Readonly<Record<string, readonly string[]>> = {
  a: [
    'á',
    'à',
    'â',
    'ä',
    'ã',
    'å',
    'ā',
    'ă',
    'ą',
    'æ',
    'ǎ',
    'ạ',
    'ả',
    'ấ',
    'ầ',
    'ẩ',
    'ẫ',
    'ậ',
    'ắ',
    'ằ',
    'ẳ',
    'ẵ',
    'ặ',
  ],
};
export const capitalOf = (letter: string): string => letter.toLocaleUpperCase('de');
