import type { Bytes } from '../base/bytes.ts';

/**
 * DER (ITU-T X.690), only as much as certificates, CMS and revocation lists need, and nothing of BER: lengths are
 * definite and as short as possible, tags have one byte. A lenient parser would give two readings of one seal.
 */
export type Der = {
  tag: number;
  /** The content. */
  body: Bytes;
  /** Tag, length and content. */
  whole: Bytes;
};

/** The bytes are not the DER they should be. Whoever parses turns this into a reason. */
export class DerProblem extends Error {}

export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** More parts than this has no element the office reads, except the entries of a revocation list. */
const mostChildren = 200_000;

/** Exactly one element that fills the bytes. */
export function parseDer(bytes: Bytes, tag?: number): Der {
  const element = parseOne(bytes, 0);
  if (element.whole.length !== bytes.length) throw new DerProblem('bytes follow');
  return tag === undefined ? element : expectTag(element, tag);
}

/** The element at the start of the bytes, whatever follows. */
export const parseLeadingDer = (bytes: Bytes): Der => parseOne(bytes, 0);

export function childrenOf(der: Der): readonly Der[] {
  const children: Der[] = [];
  for (let at = 0; at < der.body.length;) {
    const child = parseOne(der.body, at);
    children.push(child);
    if (children.length > mostChildren) throw new DerProblem('too many parts');
    at += child.whole.length;
  }
  return children;
}

export function expectTag(der: Der | undefined, tag: number): Der {
  if (der?.tag !== tag) throw new DerProblem(`expected tag ${tag}`);
  return der;
}

/** The children of a SEQUENCE. */
export const sequenceOf = (der: Der | undefined): readonly Der[] => childrenOf(expectTag(der, derTags.sequence));

export function oidOf(der: Der | undefined): string {
  const { body } = expectTag(der, derTags.oid);
  if (body.length === 0 || body.length > 32) throw new DerProblem('odd identifier');
  const parts: number[] = [];
  let value = 0;
  let isFirst = true;
  for (const byte of body) {
    if (isFirst && byte === 0x80) throw new DerProblem('odd identifier');
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 256) throw new DerProblem('odd identifier');
    isFirst = (byte & 0x80) === 0;
    if (!isFirst) continue;
    parts.push(value);
    value = 0;
  }
  if (!isFirst) throw new DerProblem('odd identifier');
  const [first = 0, ...rest] = parts;
  const arc = Math.min(2, Math.floor(first / 40));
  return [arc, first - 40 * arc, ...rest].join('.');
}

/** A small non-negative INTEGER. */
export function countOf(der: Der | undefined): number {
  const body = integerOf(der);
  if (body.length > 4 || (body[0] ?? 0) > 0x7f) throw new DerProblem('number out of range');
  return body.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** The bytes of an INTEGER, as short as possible. */
export function integerOf(der: Der | undefined): Bytes {
  const { body } = expectTag(der, derTags.integer);
  const [first, second = 0] = body;
  if (first === undefined) throw new DerProblem('empty integer');
  if (body.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw new DerProblem('long integer');
  return body;
}

/** The bytes of a BIT STRING without unused bits. */
export function bitsOf(der: Der | undefined): Bytes {
  const { body } = expectTag(der, derTags.bitString);
  if (body[0] !== 0) throw new DerProblem('unused bits');
  return body.subarray(1);
}

/** The bits that are set in a BIT STRING of named bits, as in keyUsage. */
export function namedBitsOf(der: Der | undefined): ReadonlySet<number> {
  const { body } = expectTag(der, derTags.bitString);
  if (body.length < 1 || body.length > 3 || (body[0] ?? 8) > 7) throw new DerProblem('odd bits');
  const set = new Set<number>();
  for (let bit = 0; bit < (body.length - 1) * 8; bit += 1)
    if (((body[1 + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1) set.add(bit);
  return set;
}

export function booleanOf(der: Der | undefined): boolean {
  const { body } = expectTag(der, derTags.boolean);
  if (body.length !== 1 || (body[0] !== 0 && body[0] !== 0xff)) throw new DerProblem('odd boolean');
  return body[0] === 0xff;
}

/** UTCTime or GeneralizedTime in UTC with seconds, as RFC 5280 § 4.1.2.5 wants both; milliseconds since 1970. */
export function timeOf(der: Der | undefined): number {
  const text = String.fromCharCode(...(der?.body.subarray(0, 32) ?? []));
  const digits =
    der?.tag === derTags.utcTime && /^\d{12}Z$/.test(text)
      ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text
      : der?.tag === derTags.generalizedTime && /^\d{14}(\.\d{0,5}[1-9])?Z$/.test(text)
        ? text
        : undefined;
  if (!digits) throw new DerProblem('odd time');
  const [, year, month, day, hour, minute, second, share = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/.exec(digits) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${share.padEnd(3, '0').slice(0, 3)}Z`);
  if (!Number.isFinite(time)) throw new DerProblem('odd time');
  return time;
}

function parseOne(bytes: Bytes, at: number): Der {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerProblem('odd tag');
  let [length, head] = [first, 2];
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count < 1 || count > 4) throw new DerProblem('odd length');
    length = 0;
    for (let place = 0; place < count; place += 1) length = length * 256 + (bytes[at + 2 + place] ?? 0);
    head = 2 + count;
    if (length < 0x80 || (count > 1 && length < 256 ** (count - 1))) throw new DerProblem('long length');
  }
  if (at + head + length > bytes.length) throw new DerProblem('cut off');
  const end = at + head + length;
  return { tag, body: bytes.subarray(at + head, end), whole: bytes.subarray(at, end) };
}

export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
