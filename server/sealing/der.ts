import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * Writes DER (X.690 § 10, § 11), the few types a seal needs. Parts that come from elsewhere, a certificate say, go in
 * as the bytes they are: decoding and encoding them anew could change what was signed.
 */
export const sequence = (...parts: readonly Uint8Array[]): Bytes => element(0x30, parts);
export const octets = (bytes: Uint8Array): Bytes => element(0x04, [bytes]);
export const explicit = (tag: number, ...parts: readonly Uint8Array[]): Bytes => element(0xa0 | tag, parts);
export const nothing = (): Bytes => element(0x05, []);
export const boolean = (value: boolean): Bytes => element(0x01, [Uint8Array.of(value ? 0xff : 0)]);

/** A BIT STRING whose last byte has so many unused bits. */
export const bitString = (bytes: Uint8Array, unusedBits: number): Bytes =>
  element(0x03, [Uint8Array.of(unusedBits), bytes]);

/** SET OF in the order DER demands (X.690 § 11.6): by their encodings, as unsigned bytes. */
export const setOf = (...parts: readonly Uint8Array[]): Bytes => element(0x31, inDerOrder(parts));

/** The same under an implicit context tag: signed attributes, certificates, unsigned attributes (RFC 5652 § 5.1). */
export const implicitSetOf = (tag: number, ...parts: readonly Uint8Array[]): Bytes =>
  element(0xa0 | tag, inDerOrder(parts));

/** A non-negative INTEGER: a number, or its big-endian bytes. */
export function integer(value: number | Uint8Array): Bytes {
  const bytes = typeof value === 'number' ? bigEndian(value) : [...value];
  while (bytes.length > 1 && bytes[0] === 0) bytes.shift();
  return element(0x02, [Uint8Array.from((bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes)]);
}

/** An OBJECT IDENTIFIER in dotted form, `2.5.29.15`. */
export function oid(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, [Uint8Array.from([first * 40 + second, ...rest].flatMap(base128))]);
}

export function element(tag: number, parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const size = length < 0x80 ? [length] : [0x80 | bigEndian(length).length, ...bigEndian(length)];
  const bytes = new Uint8Array(1 + size.length + length);
  bytes.set([tag, ...size]);
  let at = 1 + size.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const inDerOrder = (parts: readonly Uint8Array[]): readonly Uint8Array[] =>
  parts.toSorted((a, b) => Buffer.compare(a, b));

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let left = Math.floor(arc / 0x80); left > 0; left = Math.floor(left / 0x80))
    digits.unshift(0x80 | (left & 0x7f));
  return digits;
}

function bigEndian(value: number): number[] {
  const bytes = [value & 0xff];
  for (let left = Math.floor(value / 0x100); left > 0; left = Math.floor(left / 0x100)) bytes.unshift(left & 0xff);
  return bytes;
}
