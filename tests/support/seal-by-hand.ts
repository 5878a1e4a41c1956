import { Buffer } from 'node:buffer';
import { type KeyObject, sign } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import { assembleCms, signedAttributes } from '../../server/sealing/cms.ts';
import type { SealAlgorithm } from '../../server/ports/sealer.ts';
import { appendObjects, fieldText, nextNumber, objectText, type SmallObjects } from './small-pdf.ts';

/** A seal made step by step, each of which a test can do wrong. Left alone it is what `server/sealing` makes. */
export type HandSeal = {
  certificate: Bytes;
  key: KeyObject;
  chain?: readonly Bytes[];
  algorithm?: SealAlgorithm;
  /** Changes the text of the signature dictionary, placeholders included. */
  dictionary?(text: string): string;
  /** Objects that are written along, or instead of catalogue (1) and field (5). */
  more?: SmallObjects;
  /** Changes the true numbers of the ByteRange before they are written and signed. */
  range?(range: readonly number[]): readonly number[];
  /** The signed attributes for this digest of the content. */
  attributes?(contentDigest: Bytes): Bytes;
  /** Makes the CMS of its parts. */
  cms?(parts: Parameters<typeof assembleCms>[0]): Bytes;
  timestamp?(signature: Bytes): Bytes;
  forgeSignature?: boolean;
};

const holeBytes = 5000;
const rangePlace = '/ByteRange [0 9999999999 9999999999 9999999999]';

/** A signature dictionary as the office writes it, with the places that are filled in later. */
export const sealDictionary = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Contents <${'00'.repeat(holeBytes)}> ${rangePlace} /M (D:20261123090000Z) /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>`;

export function sealByHand(pdf: Bytes, seal: HandSeal): Bytes {
  const number = nextNumber(pdf);
  const catalog = objectText(pdf, 1).replace(/>>$/, `/Perms << /DocMDP ${number} 0 R >> >>`);
  const longer = appendObjects(pdf, {
    1: catalog,
    5: fieldText('Siegel', `/P 3 0 R /V ${number} 0 R`),
    [number]: seal.dictionary?.(sealDictionary) ?? sealDictionary,
    ...seal.more,
  });
  return fill(longer, seal);
}

/** Signs anew what stands around the hole, as one who has the key could. */
export function fill(pdf: Bytes, seal: HandSeal): Bytes {
  const buffer = Buffer.from(pdf);
  const start = buffer.lastIndexOf(`/Contents <${'00'.repeat(100)}`) + '/Contents '.length;
  const end = buffer.indexOf('>', start) + 1;
  const { algorithm = { signature: 'ECDSA', hash: 'SHA-256' } as const } = seal;
  const range = seal.range?.([0, start, end, buffer.length - end]) ?? [0, start, end, buffer.length - end];
  const rangeAt = buffer.lastIndexOf(rangePlace);
  if (rangeAt >= 0) buffer.write(`/ByteRange [${range.join(' ')}]`.padEnd(rangePlace.length), rangeAt, 'latin1');
  const content = digestOf(algorithm.hash, buffer.subarray(0, start), buffer.subarray(end));
  const attributes = seal.attributes?.(content) ?? signedAttributes(content, seal.certificate, algorithm.hash);
  const signed = seal.forgeSignature ? attributes.slice(1) : attributes;
  const hash = algorithm.hash.replace('-', '').toLowerCase();
  const signature = new Uint8Array(sign(hash, signed, seal.key));
  const timestamp = seal.timestamp?.(signature);
  const parts = { attributes, signature, algorithm, leaf: seal.certificate, chain: seal.chain ?? [], timestamp };
  const cms = seal.cms?.(parts) ?? assembleCms(parts);
  const hex = Buffer.from(cms).toString('hex').toUpperCase();
  buffer.write(hex, start + 1, 'latin1');
  return new Uint8Array(buffer);
}
