import { X509Certificate } from 'node:crypto';
import type { Bytes } from '../../../shared/base/bytes.ts';
import type { SealAnchors, Sealer, SealOrder } from '../../ports/sealer.ts';
import { isSignedBy } from '../../sealing/algorithms.ts';
import { derOf, type Suitable } from './suitable.ts';

export type KeyOfSeal = {
  suitable: Suitable;
  /** Signs the digest or what it is of; ECDSA as DER, RSA raw. */
  sign(order: SealOrder): Promise<Bytes>;
};

/**
 * The port `sealer` on a key, wherever it is kept. Whenever it is asked for a certificate or a signature it refuses
 * outside the certificate's validity, and no signature leaves it that the certificate does not answer for.
 */
export function sealerOnKey(key: KeyOfSeal, now: () => Date, anchors: () => Promise<SealAnchors>): Sealer {
  const { leaf, chain, algorithm } = key.suitable;
  const certificates = { leaf: derOf(leaf), chain: chain.map(derOf), algorithm };
  return {
    async certificates() {
      refuseOutsideValidity(leaf, now());
      return certificates;
    },
    async sign(order) {
      refuseOutsideValidity(leaf, now());
      if (!isSame(order.leaf, certificates.leaf))
        throw new Error('This seal was prepared with another certificate; nothing is signed.');
      const signature = await key.sign(order);
      if (!isSignedBy(certificates.leaf, algorithm, order.toBeSigned, signature))
        throw new Error('The seal key and the seal certificate do not belong together; nothing is sealed.');
      return signature;
    },
    anchors,
    async seals() {
      return [{ ...certificates, place: 'current' }];
    },
  };
}

/** The certificate's time has not come, or is over. */
export class NotValidNow extends Error {}

function refuseOutsideValidity(leaf: X509Certificate, at: Date): void {
  const [from, to] = [new Date(leaf.validFrom), new Date(leaf.validTo)];
  if (at < from) throw new NotValidNow(`The seal certificate is valid from ${from.toISOString()} on, not yet.`);
  if (at > to) throw new NotValidNow(`The seal certificate expired at ${to.toISOString()}; nothing is sealed with it.`);
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
