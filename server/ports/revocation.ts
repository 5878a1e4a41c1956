import type { Bytes } from '../../shared/base/bytes.ts';

/** Asks those who issued certificates whether they still stand by them. */
export type Revocation = {
  /**
   * What the issuer says of a certificate, as something that can be kept beside a seal: fetched, verified, current.
   * Both certificates are DER. Throws `RevocationFailure` where nobody says anything usable; a revocation is an answer.
   */
  statusOf(certificate: Bytes, issuer: Bytes, wish: RevocationWish): Promise<RevocationProof>;
};

export type RevocationWish = {
  /** The answer must speak of this time or a later one; clocks may differ by five minutes. */
  since?: Date;
  /** How long whoever asks waits. */
  signal: AbortSignal;
};

export type RevocationProof = {
  kind: 'ocsp' | 'crl';
  /** The OCSP answer or the list. */
  der: Bytes;
  /** Undefined while the issuer stands by the certificate. */
  revokedAt: Date | undefined;
  /** The time the answer speaks of, and until when it is meant to hold. */
  thisUpdate: Date;
  nextUpdate: Date;
  /** What it takes to verify the answer beside the issuer's certificate: that of the responder he appointed; DER. */
  certificates: readonly Bytes[];
};

/** No usable answer: nobody answered, the answer lies or says nothing, it is too old, or no address is known. */
export class RevocationFailure extends Error {
  readonly kind: 'no-answer' | 'answer-refused' | 'not-fresh' | 'nowhere-to-ask';
  constructor(kind: RevocationFailure['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
