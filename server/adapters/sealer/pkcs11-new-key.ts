import { randomBytes } from 'node:crypto';
import pkcs11 from 'pkcs11js';
import { type Bytes, fromHex } from '../../../shared/base/bytes.ts';
import { bitString, integer, nothing, oid, sequence } from '../../sealing/der.ts';
import { type KeyKind, Pkcs11Problem } from './pkcs11-orders.ts';
import { bytesOf, find, type OpenToken } from './pkcs11-token.ts';

/**
 * Makes the key of a seal in the token, for the key ceremony: it can sign, and can neither be read nor taken out.
 * Answers the public half as SubjectPublicKeyInfo (RFC 5280 § 4.1.2.7).
 */
export function makeKey({ library, session }: OpenToken, label: string, kind: KeyKind): Bytes {
  if (find(library, session, pkcs11.CKO_PRIVATE_KEY, { type: pkcs11.CKA_LABEL, value: label }).length > 0)
    throw new Pkcs11Problem('set-up', `The token already holds a key with the label "${label}".`);
  const named = [
    { type: pkcs11.CKA_TOKEN, value: true },
    { type: pkcs11.CKA_LABEL, value: label },
    { type: pkcs11.CKA_ID, value: randomBytes(16) },
  ];
  const secret = [
    { type: pkcs11.CKA_PRIVATE, value: true },
    { type: pkcs11.CKA_SENSITIVE, value: true },
    { type: pkcs11.CKA_EXTRACTABLE, value: false },
    { type: pkcs11.CKA_SIGN, value: true },
  ];
  const open = [{ type: pkcs11.CKA_VERIFY, value: true }];
  const curve = kind === 'P-256' || kind === 'P-384' ? oid(curves[kind]) : undefined;
  const size = curve
    ? [{ type: pkcs11.CKA_EC_PARAMS, value: Buffer.from(curve) }]
    : [
        { type: pkcs11.CKA_MODULUS_BITS, value: Number(kind.slice(4)) },
        { type: pkcs11.CKA_PUBLIC_EXPONENT, value: Buffer.from(fromHex('010001')) },
      ];
  const mechanism = curve ? pkcs11.CKM_EC_KEY_PAIR_GEN : pkcs11.CKM_RSA_PKCS_KEY_PAIR_GEN;
  const { publicKey } = library.C_GenerateKeyPair(
    session,
    { mechanism },
    [...named, ...open, ...size],
    [...named, ...secret],
  );
  const read = (type: number) => bytesOf(library.C_GetAttributeValue(session, publicKey, [{ type }])[0]);
  if (!curve) {
    const key = sequence(integer(read(pkcs11.CKA_MODULUS)), integer(read(pkcs11.CKA_PUBLIC_EXPONENT)));
    return sequence(sequence(oid('1.2.840.113549.1.1.1'), nothing()), bitString(key, 0));
  }
  // The point comes wrapped in an OCTET STRING (PKCS#11 2.40, 2.3.3): one byte of tag, one of length.
  const point = read(pkcs11.CKA_EC_POINT).subarray(2);
  return sequence(sequence(oid('1.2.840.10045.2.1'), curve), bitString(point, 0));
}

const curves = { 'P-256': '1.2.840.10045.3.1.7', 'P-384': '1.3.132.0.34' };
