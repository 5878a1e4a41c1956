import type { Bytes } from '../../../shared/base/bytes.ts';
import { parseCertificate } from '../../../shared/verifying/certificate.ts';
import type { Revocation } from '../../ports/revocation.ts';
import { expectFresh, ownListOf, proofBy } from './crl-proof.ts';

export type DemoRevocationOptions = {
  mode: 'demo' | 'production';
  /** The lists of the demo authorities, made when they are asked for; DER. */
  lists: () => Promise<readonly Bytes[]>;
  now: () => Date;
};

/** The demo authorities lie in this process, so their lists are at hand. Nobody outside is asked. */
export function makeDemoRevocation({ mode, lists, now }: DemoRevocationOptions): Revocation {
  if (mode === 'production') throw new Error('The demo revocation is refused with SCHALTER_MODE=production.');
  return {
    async statusOf(certificate, issuer, { since }) {
      const [asked, by] = [parseCertificate(certificate), parseCertificate(issuer)];
      return expectFresh(proofBy(await ownListOf(by, await lists(), now()), asked), since);
    },
  };
}
