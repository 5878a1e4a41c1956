import type { Bytes } from '../base/bytes.ts';
import { decodeFeatures, encodeFeatures, type Feature, signatureTag } from './features.ts';
import { decodeHeader, encodeHeader, type Header } from './header.ts';

/**
 * A printed seal (visible digital seal, VDS): who sealed, what the document says, and a signature over both, small
 * enough for a barcode. Whoever scans it can read and check the page without asking anybody.
 */
export type PrintedSeal = {
  header: Header;
  /** In the order they are written; the signature is none of them. */
  features: readonly Feature[];
  /** ECDSA, r and s one after the other, each as long as the curve's order. */
  signature: Bytes;
  /** Header and features: the bytes that are signed. */
  signed: Bytes;
};

/** `sign` gives r and s as above. Throws a plain Error where header or features have not their form. */
export async function writeSeal(
  { header, features }: Pick<PrintedSeal, 'header' | 'features'>,
  sign: (signed: Bytes) => Promise<Bytes>,
): Promise<Bytes> {
  if (features.some(({ tag }) => tag === signatureTag)) throw new Error('the signature is added, not given');
  const signed = Uint8Array.from([...encodeHeader(header), ...encodeFeatures(features)]);
  return Uint8Array.from([...signed, ...encodeFeatures([{ tag: signatureTag, value: await sign(signed) }])]);
}

/** What a scanned seal says; undefined where the bytes are none. Whether it is genuine, the signature says. */
export function readSeal(bytes: Bytes): PrintedSeal | undefined {
  const found = decodeHeader(bytes);
  const all = found && decodeFeatures(bytes.slice(found.length));
  const last = all?.at(-1);
  if (!found || !all || last?.tag !== signatureTag || last.value.length === 0 || last.value.length % 2 === 1)
    return undefined;
  const features = all.slice(0, -1);
  const signed = bytes.slice(0, found.length + encodeFeatures(features).length);
  return { header: found.header, features, signature: last.value, signed };
}
