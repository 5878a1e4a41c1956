import { type Bytes, sha256 } from '../base/bytes.ts';

/**
 * The tree over a closed day: what RFC 6962 § 2.1 calls a Merkle Hash Tree, with SHA-256. Leaves and inner nodes are
 * hashed with different first bytes, so a node can never pass for a leaf. Everything here takes and gives digests of
 * 32 bytes, leaves in the order they stand in the tree.
 */

/** What stands at the bottom of the tree: SHA-256 of 0x00 and the data. */
export const hashLeaf = (data: Bytes): Promise<Bytes> => sha256(joined(Uint8Array.of(0), data));

const hashNode = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(joined(Uint8Array.of(1), left, right));

/** The root over hashed leaves. Throws a plain Error where there is none: a day without anything has no tree. */
export async function rootOf(leaves: readonly Bytes[]): Promise<Bytes> {
  const [only] = leaves;
  if (only === undefined) throw new Error('a tree has at least one leaf');
  if (leaves.length === 1) return only;
  const left = leftOf(leaves.length);
  return hashNode(await rootOf(leaves.slice(0, left)), await rootOf(leaves.slice(left)));
}

/** The audit path of the leaf at a place (RFC 6962 § 2.1.1), from the bottom up. Throws where the tree has no such place. */
export async function pathTo(place: number, leaves: readonly Bytes[]): Promise<readonly Bytes[]> {
  if (!(place >= 0 && place < leaves.length)) throw new Error('the tree has no such leaf');
  if (leaves.length === 1) return [];
  const left = leftOf(leaves.length);
  return place < left
    ? [...(await pathTo(place, leaves.slice(0, left))), await rootOf(leaves.slice(left))]
    : [...(await pathTo(place - left, leaves.slice(left))), await rootOf(leaves.slice(0, left))];
}

/** A leaf and its way to the root, as somebody claims it. */
export type Climb = { leaf: Bytes; place: number; size: number; path: readonly Bytes[] };

/**
 * The root the leaf leads to, by the algorithm of RFC 9162 § 2.1.3.2; `undefined` where a tree of this size has no way
 * of this length from this place. Whoever asks compares the root with the one he trusts.
 */
export async function climb({ leaf, place, size, path }: Climb): Promise<Bytes | undefined> {
  if (!Number.isSafeInteger(place) || !Number.isSafeInteger(size) || place < 0 || place >= size || size > mostLeaves)
    return undefined;
  let [at, last, root] = [place, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = await hashNode(sibling, root);
      // The last node of a level without a neighbour goes up as it is.
      while (at % 2 === 0 && at !== 0) [at, last] = [at >>> 1, last >>> 1];
    } else root = await hashNode(root, sibling);
    [at, last] = [at >>> 1, last >>> 1];
  }
  return last === 0 ? root : undefined;
}

/** More chains than any office moves in a day; keeps the arithmetic in 32 bits. */
export const mostLeaves = 2 ** 24;

/** The leaves on the left: the greatest power of two below the count. */
const leftOf = (count: number): number => 2 ** (31 - Math.clz32(count - 1));

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
