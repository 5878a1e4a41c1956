import type { Bytes } from '../base/bytes.ts';

/** What a printed seal says, piece by piece: a tag, a length as DER writes it, a value. */
export type Feature = { tag: number; value: Bytes };

/** The tag of the signature, which ends the seal. */
export const signatureTag = 0xff;

/** Throws a plain Error where a tag is none or a value is longer than two bytes can say. */
export const encodeFeatures = (features: readonly Feature[]): Bytes =>
  Uint8Array.from(
    features.flatMap(({ tag, value }) => {
      if (!(tag >= 0 && tag <= signatureTag)) throw new Error(`${tag} is no tag`);
      return [tag, ...lengthOf(value.length), ...value];
    }),
  );

/** Undefined where the bytes are no such list, a length is not written in the shortest way, or a tag comes twice. */
export function decodeFeatures(bytes: Bytes): readonly Feature[] | undefined {
  const features: Feature[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] ?? 0;
    const length = readLength(bytes, at + 1);
    if (!length || features.some((known) => known.tag === tag)) return undefined;
    const from = at + 1 + length.size;
    const value = bytes.slice(from, from + length.value);
    if (value.length < length.value) return undefined;
    features.push({ tag, value });
    at = from + length.value;
  }
  return features;
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  if (length < 0x10000) return [0x82, length >> 8, length & 0xff];
  throw new Error(`${length} bytes are too long for a printed seal`);
}

function readLength(bytes: Bytes, at: number): { value: number; size: number } | undefined {
  const first = bytes[at] ?? Number.NaN;
  if (first < 0x80) return { value: first, size: 1 };
  const size = first - 0x80;
  if (size !== 1 && size !== 2) return undefined;
  const value = bytes.slice(at + 1, at + 1 + size).reduce((sum, byte) => sum * 256 + byte, 0);
  const isShortest = value >= (size === 1 ? 0x80 : 0x100);
  return isShortest && at + 1 + size <= bytes.length ? { value, size: 1 + size } : undefined;
}
