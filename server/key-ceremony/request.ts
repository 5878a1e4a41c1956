import type { KeyObject } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../ports/sealer.ts';
import { isSignedByKey, signatureAlgorithm } from '../sealing/algorithms.ts';
import { bitString, boolean, element, explicit, integer, octets, oid, sequence, setOf } from '../sealing/der.ts';

export type RequestOrder = {
  /** DER of the name the certificate is to have. */
  subject: Bytes;
  publicKey: KeyObject;
  algorithm: SealAlgorithm;
  /** Signs with the key; ECDSA as DER, RSA raw. */
  sign(toBeSigned: Bytes): Promise<Bytes>;
};

/**
 * A certification request (PKCS#10, RFC 2986): the public key, the name, and the wish for a certificate that seals
 * (keyUsage nonRepudiation, EN 319 412-2 § 4.3.2), signed by the key itself. Refuses a signature that is not its own.
 */
export async function writeRequest({ subject, publicKey, algorithm, sign }: RequestOrder): Promise<Bytes> {
  const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
  const keyUsage = sequence(oid('2.5.29.15'), boolean(true), octets(bitString(Uint8Array.of(0b0100_0000), 6)));
  const wish = sequence(oid('1.2.840.113549.1.9.14'), setOf(sequence(keyUsage)));
  const info = sequence(integer(0), subject, spki, explicit(0, wish));
  const signature = await sign(info);
  if (!isSignedByKey(publicKey, algorithm, info, signature))
    throw new Error('Der Schlüssel hat mit einer fremden Unterschrift geantwortet.');
  return sequence(info, signatureAlgorithm(algorithm), bitString(signature, 0));
}

/** A name with the parts a seal has (EN 319 412-3 § 4.2.1): country, organisation, common name, place. */
export type SealName = { organisation: string; commonName: string; locality?: string; organisationId?: string };

export const sealName = ({ organisation, commonName, locality, organisationId }: SealName): Bytes =>
  sequence(
    setOf(sequence(oid('2.5.4.6'), element(0x13, [new TextEncoder().encode('DE')]))),
    ...(locality ? [textPart('2.5.4.7', locality)] : []),
    textPart('2.5.4.10', organisation),
    ...(organisationId ? [textPart('2.5.4.97', organisationId)] : []),
    textPart('2.5.4.3', commonName),
  );

function textPart(id: string, text: string): Bytes {
  // X.520 allows 64 characters in each of these.
  if (text.length === 0 || text.length > 64) throw new Error(`„${text.slice(0, 80)}“ muss 1 bis 64 Zeichen haben.`);
  return setOf(sequence(oid(id), element(0x0c, [new TextEncoder().encode(text)])));
}
