import type { Office } from './context.ts';
import type { SealAnchors } from './ports/sealer.ts';

/** What a verifier of this office's documents is given: roots of its seals and of its time, and lists at hand; DER. */
export async function anchorsOf({ sealer, timestamps }: Pick<Office, 'sealer' | 'timestamps'>): Promise<SealAnchors> {
  const [known, time] = await Promise.all([sealer.anchors(), timestamps.anchors()]);
  const more = time.filter((der) => !known.timestamps.some((one) => isSame(one, der)));
  return { ...known, timestamps: [...known.timestamps, ...more] };
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
