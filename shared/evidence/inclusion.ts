import * as v from 'valibot';
import { type Bytes, fromBase64Url, fromHex, toHex } from '../base/bytes.ts';
import type { Entry } from './chain.ts';
import { climb, hashLeaf, mostLeaves } from './merkle.ts';

/**
 * That the head of a chain stood in the tree of a closed day. The leaf is the head behind 16 random bytes, so that a
 * leaf alone tells nobody whose it is; who has the evidence has these bytes, and the office has them until it deletes
 * the case (signing.md 7).
 */
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const InclusionProof = v.strictObject({
  /** The day of the office (Europe/Berlin) that was closed. */
  day: v.pipe(v.string(), v.isoDate()),
  /** The entry that was the chain's last when the day was closed. */
  position: Count,
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  place: Count,
  size: v.pipe(Count, v.minValue(1), v.maxValue(mostLeaves)),
  path: v.pipe(v.array(Hash), v.maxLength(24)),
  root: Hash,
  /** The RFC 3161 token over the root, DER in base64; null until an authority answers. */
  timestamp: v.nullable(v.pipe(v.string(), v.base64(), v.maxLength(40_000))),
});
export type InclusionProof = v.InferOutput<typeof InclusionProof>;

/** The leaf of a head: RFC 6962 over salt (16 bytes) and hash (32 bytes). */
export async function leafOf({ salt, head }: { salt: string; head: string }): Promise<Bytes> {
  const data = new Uint8Array(48);
  data.set(fromBase64Url(salt));
  data.set(fromHex(head), 16);
  return hashLeaf(data);
}

/** Whether the proof leads from its entry of this chain to its root. Who vouches for the root is another question. */
export async function isIncluded(entries: readonly Entry[], proof: InclusionProof): Promise<boolean> {
  const { position, salt, place, size, path, root } = proof;
  const head = entries[position]?.hash;
  if (head === undefined) return false;
  const reached = await climb({ leaf: await leafOf({ salt, head }), place, size, path: path.map(fromHex) });
  return reached !== undefined && toHex(reached) === root;
}
