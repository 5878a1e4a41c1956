import { toHex } from '../../../shared/base/bytes.ts';
import type { SealAnchors, Sealer } from '../../ports/sealer.ts';
import { NotValidNow } from './sealer-on-key.ts';

export type SealsInTurn = {
  current: Sealer;
  next: Sealer;
  /** When the next seal takes over; without it once the current certificate is no longer valid. */
  from: Date | undefined;
  now: () => Date;
};

/**
 * Two seals beside each other, so that a certificate is changed without a pause: every process decides by the clock, a
 * seal that was prepared before is signed by the key it was prepared for, and the anchors of both count throughout.
 */
export function sealsInTurn({ current, next, from, now }: SealsInTurn): Sealer {
  const inOrder = () => (from !== undefined && now() >= from ? [next, current] : [current, next]);
  const holds = async (sealer: Sealer, leaf: Uint8Array) =>
    (await sealer.seals()).some((seal) => toHex(seal.leaf) === toHex(leaf));
  return {
    async certificates() {
      const refusals: NotValidNow[] = [];
      for (const sealer of inOrder()) {
        const answer = await sealer.certificates().catch(asRefusal);
        if (!(answer instanceof NotValidNow)) return answer;
        refusals.push(answer);
      }
      throw refusals[0];
    },
    async sign(order) {
      return (await holds(next, order.leaf)) ? next.sign(order) : current.sign(order);
    },
    async anchors() {
      return together(await current.anchors(), await next.anchors());
    },
    async seals() {
      const following = (await next.seals()).map((seal) => ({ ...seal, place: 'next' as const }));
      return [...(await current.seals()), ...following];
    },
  };
}

/** What both know, each thing once: they often share one folder. */
function together(a: SealAnchors, b: SealAnchors): SealAnchors {
  const both = <Kind extends keyof SealAnchors>(kind: Kind) => [
    ...new Map([...a[kind], ...b[kind]].map((der) => [toHex(der), der])).values(),
  ];
  return { seal: both('seal'), timestamps: both('timestamps'), crls: both('crls') };
}

/** Only a certificate's time hands the turn on; a keeper that is away has its turn all the same, and is waited for. */
function asRefusal(cause: unknown): NotValidNow {
  if (cause instanceof NotValidNow) return cause;
  throw cause;
}
