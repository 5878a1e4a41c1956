import type { Bytes } from '../base/bytes.ts';

/**
 * C40, as the header of a printed seal writes its texts: three characters in two bytes (ISO/IEC 16022, 5.2.5; only
 * blanks, digits and capital letters). Two characters left over are filled up; a single one is written as itself,
 * behind the sign that ends C40.
 */
const unlatch = 0xfe;

/** Throws a plain Error on any other character: whoever calls it has checked the text. */
export function encodeC40(text: string): Bytes {
  if (!/^[ 0-9A-Z]*$/.test(text)) throw new Error('C40 here knows blanks, digits and capital letters only');
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const three = text.slice(at, at + 3);
    if (three.length === 1) {
      bytes.push(unlatch, three.charCodeAt(0) + 1);
      continue;
    }
    const [one = 0, two = 0, filler = 0] = three.split('').map(valueOf);
    const sum = 1600 * one + 40 * two + filler + 1;
    bytes.push(sum >> 8, sum & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Undefined where the bytes are no such text. */
export function decodeC40(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < bytes.length; at += 2) texts.push(decodePair(bytes[at] ?? 0, bytes[at + 1] ?? 0));
  // A pair with fewer than three characters ends the text.
  if (texts.some((text, at) => text === undefined || (text.length < 3 && at < texts.length - 1))) return undefined;
  return texts.join('');
}

function decodePair(high: number, low: number): string | undefined {
  if (high === unlatch) return /^[ 0-9A-Z]$/.exec(String.fromCharCode(low - 1))?.[0];
  const sum = high * 256 + low - 1;
  const values = [Math.floor(sum / 1600), Math.floor(sum / 40) % 40, sum % 40];
  // Nothing but the filler at the end is no character.
  const wanted = values[2] === 0 ? values.slice(0, 2) : values;
  const characters = wanted.map(characterOf);
  return sum < 0 || characters.includes(undefined) ? undefined : characters.join('');
}

function valueOf(character: string): number {
  if (character === ' ') return 3;
  const code = character.charCodeAt(0);
  return /[0-9]/.test(character) ? code - 44 : code - 51;
}

function characterOf(value: number): string | undefined {
  if (value === 3) return ' ';
  if (value >= 4 && value <= 13) return String.fromCharCode(value + 44);
  return value >= 14 && value <= 39 ? String.fromCharCode(value + 51) : undefined;
}
