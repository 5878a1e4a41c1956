import type { Bytes } from '../../shared/base/bytes.ts';
import type { Certificate } from '../../shared/verifying/certificate.ts';
import { explicit, octets, sequence } from './der.ts';
import { extension } from './issue.ts';
import { ocspCertId } from './issue-ocsp.ts';

/**
 * An OCSPRequest for one certificate (RFC 6960 § 4.1.1), DER; unsigned. The id is by SHA-1, which every responder knows
 * and which protects nothing here; the nonce has 1 to 32 bytes (RFC 8954).
 */
export const ocspRequest = ({
  certificate,
  issuer,
  nonce,
}: {
  certificate: Certificate;
  issuer: Certificate;
  nonce: Bytes;
}): Bytes =>
  sequence(
    sequence(
      sequence(sequence(ocspCertId(certificate, issuer, 'SHA-1'))),
      explicit(2, sequence(extension('1.3.6.1.5.5.7.48.1.2', octets(nonce)))),
    ),
  );
