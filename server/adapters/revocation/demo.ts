import type { Bytes } from '../../../shared/base/bytes.ts';
import { parseCertificate } from '../../../shared/verifying/certificate.ts';
import { isSameBytes, parseDer, sequenceOf } from '../../../shared/verifying/der.ts';
import { type Revocation, RevocationFailure } from '../../ports/revocation.ts';
import { expectFresh, proofBy, readList } from './crl-proof.ts';

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
      const list = (await lists()).find((der) => isSameBytes(issuerNameOf(der), by.subject));
      if (!list) throw new RevocationFailure('nowhere-to-ask', 'no demo authority issued this certificate');
      return expectFresh(proofBy(await readList(list, by, now()), asked), since);
    },
  };
}

/** The third part of a list is its issuer's name (RFC 5280 § 5.1.2). */
const issuerNameOf = (list: Bytes): Uint8Array =>
  sequenceOf(sequenceOf(parseDer(list))[0])[2]?.whole ?? new Uint8Array();
