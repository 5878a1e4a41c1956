import type { Bytes } from '../shared/base/bytes.ts';
import type { Office } from './context.ts';
import type { SealAnchors } from './ports/sealer.ts';

/** What a verifier of this office's documents is given: roots of its seals and of its time, and lists at hand; DER. */
export async function anchorsOf({ sealer, timestamps }: Pick<Office, 'sealer' | 'timestamps'>): Promise<SealAnchors> {
  const [known, time, lists] = await Promise.all([sealer.anchors(), timestamps.anchors(), timestamps.lists?.() ?? []]);
  const and = (all: readonly Bytes[], others: readonly Bytes[]) => [
    ...all,
    ...others.filter((der) => !all.some((one) => Buffer.compare(one, der) === 0)),
  ];
  return { ...known, timestamps: and(known.timestamps, time), crls: and(known.crls, lists) };
}
