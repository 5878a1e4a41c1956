import { letters, nameSigns, sequences, textSigns } from './din-91379.ts';

/**
 * Names as German registers write them: DIN 91379, in Unicode NFC. Every person's name with these letters can be
 * typed, shown, sealed and found; what lies outside (Cyrillic, emoji) is transcribed from the passport.
 */
export const toNfc = (text: string): string => text.normalize('NFC');

/** The characters of a text that no name of a natural person has (datatype A), each once. None means it is fine. */
export const charactersOutsideNames = (name: string): readonly string[] => leftOver(name, nameCharacters);

/** The characters of a text that no address and no free text of ours has: what documents could not show. */
export const charactersOutsideTexts = (text: string): readonly string[] => leftOver(text, textCharacters);

/** Sequences stand first and the longest before the shorter: a base is not taken away from its marks. */
const nameCharacters = new RegExp(`${sequences.replaceAll(' ', '|')}|[${letters}${nameSigns}]`, 'gu');
const textCharacters = new RegExp(`${sequences.replaceAll(' ', '|')}|[${letters}${nameSigns}${textSigns}]`, 'gu');

function leftOver(text: string, known: RegExp): readonly string[] {
  // A lone mark is shown on a dotted circle, so that the person sees which one is meant.
  const rest = Array.from(toNfc(text).replace(known, ''));
  return [...new Set(rest)].map((char) => (/\p{M}/u.test(char) ? `\u25cc${char}` : char));
}
