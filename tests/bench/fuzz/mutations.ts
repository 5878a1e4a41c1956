import type { Bytes } from '../../../shared/base/bytes.ts';
import type { SmallObject, SmallObjects } from '../../support/small-pdf.ts';
import type { Random } from './random.ts';

/**
 * Ways of changing a PDF that somebody who means harm would try: bits and tokens, parts repeated, moved, cut off, joined
 * with another file, numbers driven to their ends. They work on Latin-1 text, where every byte is one character.
 */
type Change = (text: string, random: Random, other: string) => string;

const marks = ['<<', '>>', '[', ']', '(', ')', '<', '>', '/', '%', '\n', '\r', ' ', '\0', '\t', '\f', '\\', '\\777'];
const words = ' 0 R| 0 obj|endobj|stream\n|endstream|xref\n|trailer\n|startxref\n|%%EOF\n|null|true'.split('|');
const entries = [
  '/Type /Sig /DocTimeStamp /DSS /VRI /Perms /Encrypt /Names /AF /V'.split(' '),
  ['/ByteRange [0 1 2 3]', '/Contents <00>', '/Length 0', '/Prev 0', '/Root 1 0 R', '/XRefStm 9', '/Extends 6 0 R'],
  ['/Filter /FlateDecode', '/A << /S /JavaScript /JS (x) >>'],
].flat();
const odd = ['-1', '0', '1', '4294967296', '99999999999999999999', '1e9', '0.0000001', '.', '+', '#00', '#41'];
const tokens = [marks, words, entries, odd].flat();
const numbers = ['0', '-1', '1', '65535', '65536', '2147483648', '4294967295', '9999999999', '10000000000'];

const changes: readonly Change[] = [
  (text, random) => put(text, random.below(text.length), 1, String.fromCharCode(random.below(256))),
  (text, random) => {
    const at = random.below(text.length);
    return put(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(8))));
  },
  (text, random) => put(text, random.below(text.length), 0, random.pick(tokens)),
  (text, random) => put(text, random.below(text.length), random.below(40), random.pick(tokens)),
  (text, random) => put(text, random.below(text.length), 1 + random.below(200), ''),
  (text, random) => {
    const [from, length] = [random.below(text.length), 1 + random.below(400)];
    return put(text, random.below(text.length), 0, text.slice(from, from + length));
  },
  (text, random) => atMatch(text, /\d+/g, random, () => random.pick(numbers)),
  (text, random) => atMatch(text, /\/[A-Za-z0-9]+/g, random, (found) => `${found} ${random.pick(tokens)}`),
  (text, random) =>
    atMatch(text, /\/[A-Za-z0-9]+/g, random, () => `/${random.pick(['Type', 'V', 'Kids', 'F', 'UF', 'JS'])}`),
  (text, random) => atMatch(text, /\d+ 0 R/g, random, () => `${random.below(40)} 0 R`),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random, other) => text.slice(0, random.below(text.length)) + other.slice(random.below(other.length)),
  (text, random) => text + text.slice(random.below(text.length)),
  (text, random, other) => text + other,
  (text, random) => atMatch(text, /\n\d+ 0 obj[^]*?endobj/g, random, (found) => found + found),
  (text, random) => atMatch(text, /[0-9A-F]{40,}/g, random, (found) => bitten(found, random)),
];

/** The file after one to four changes. Streams are left packed as they are; `mutateObjects` looks into what is inside. */
export function mutateBytes(pdf: Bytes, other: Bytes, random: Random): Bytes {
  let text = latin1(pdf);
  const rounds = 1 + random.below(4);
  for (let round = 0; round < rounds && text.length > 0; round += 1)
    text = random.pick(changes)(text, random, latin1(other));
  return bytesOf(text.slice(0, 400_000));
}

/**
 * Single objects changed in the same ways, within a file whose tables are right again: what is behind the structure gets
 * its share, too.
 */
export function mutateObjects(objects: SmallObjects, random: Random): SmallObjects {
  const known = Object.entries(objects);
  const changed: SmallObjects = {};
  const rounds = 1 + random.below(3);
  for (let round = 0; round < rounds; round += 1) {
    const [number, object] = random.pick(known);
    const [, other] = random.pick(known);
    const target = random.chance(0.1) ? 1 + random.below(60) : Number(number);
    changed[target] = mutateObject(object, other, random);
  }
  return changed;
}

/** Mostly in ways that leave something readable; what is unreadable goes no further than the reader. */
function mutateObject(object: SmallObject, other: SmallObject, random: Random): SmallObject {
  if (random.chance(0.05)) return other;
  const kinds = random.chance(0.15) ? changes : readable;
  const change = (text: string): string => (text === '' ? '/X 1' : random.pick(kinds)(text, random, '<< >>'));
  if (typeof object === 'string') return change(object);
  const data = typeof object.data === 'string' ? object.data : latin1(object.data);
  if (random.chance(0.2)) return { dict: change(object.dict), data };
  return { dict: object.dict, data: random.pick(random.chance(0.5) ? inText : changes)(data, random, '{}') };
}

/** Changes of dictionaries after which they are still dictionaries. */
const readable: readonly Change[] = [
  (text, random) => atMatch(text, /(?<=[ [])\d+(?= 0 R)/g, random, () => String(1 + random.below(19))),
  (text, random) => atMatch(text, /(?<=[ [])\d+(?=[ \]>])(?! 0 R)/g, random, () => String(random.below(1000))),
  (text, random) => atMatch(text, /\/[A-Za-z]+/g, random, (found) => `${found}${random.pick(['', 'X', '#20'])}`),
  (text, random) => atMatch(text, /\/[A-Z][A-Za-z]* (?:\/[A-Za-z]+|\d+ 0 R|\[[^\]]*\]|\([^)]*\))/g, random, () => ''),
  (text, random) =>
    text.replace(/>>$/, ` /X${random.below(99)} ${random.pick(['null', '(x)', '[1 0 R]', '<< /S /GoTo >>'])} >>`),
  (text, random) =>
    text.replace(/>>$/, ` ${random.pick(['/AA', '/JS', '/OpenAction', '/OCProperties', '/Kids'])} (x) >>`),
  (text, random) =>
    atMatch(text, /\([^)]*\)/g, random, () => random.pick(['()', '(x)', '(Siegel)', '<FEFF0041>', '<>'])),
];

/** Changes of what is attached: other letters, numbers and words in JSON and in signed acts. */
const inText: readonly Change[] = [
  (text, random) => atMatch(text, /[0-9a-f]{64}/g, random, (found) => found.replace(/./, random.pick(['0', 'f']))),
  (text, random) =>
    atMatch(text, /"[^"]*"/g, random, () => random.pick(['""', '"x"', 'null', '1', '{}', '[]', '"\\u0000"'])),
  (text, random) =>
    atMatch(text, /:(\d+|true|false|null)/g, random, () => random.pick([':-1', ':1e400', ':null', ':2'])),
  (text, random) => atMatch(text, /"[a-zA-Z]+":/g, random, () => random.pick(['"x":', '"__proto__":', '"schema":'])),
  (text, random) => atMatch(text, /\{[^{}]*\},?/g, random, (found) => random.pick(['', found + found])),
  (text, random) => atMatch(text, /[A-Za-z0-9_-]{20,}/g, random, (found) => found.slice(random.below(8))),
];

const put = (text: string, at: number, drop: number, more: string): string =>
  text.slice(0, at) + more + text.slice(at + drop);

function atMatch(text: string, what: RegExp, random: Random, write: (found: string) => string): string {
  const all = [...text.matchAll(what)];
  if (all.length === 0) return text;
  const found = random.pick(all);
  return put(text, found.index, found[0].length, write(found[0]));
}

/** A signature's digits with one of them another. */
function bitten(hex: string, random: Random): string {
  // The zeros behind the signature are most of the hole; the signature itself is worth more bites.
  const length = hex.replace(/0+$/, '').length;
  return put(hex, random.below(Math.max(1, length)), 1, random.pick(['0', '1', '7', '8', 'A', 'F', 'a', ' ', '>']));
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'));
