import type { Bytes } from '../../../shared/base/bytes.ts';
import { integer, sequence } from '../../sealing/der.ts';

/** An ECDSA signature as hardware gives it, r and s one behind the other, as DER (RFC 3279 § 2.2.3). */
export function ecdsaDer(raw: Uint8Array): Bytes {
  const half = raw.length / 2;
  return sequence(integer(raw.slice(0, half)), integer(raw.slice(half)));
}
