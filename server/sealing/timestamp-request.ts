import type { Bytes } from '../../shared/base/bytes.ts';
import { hashOids } from './algorithms.ts';
import { boolean, integer, nothing, octets, oid, sequence } from './der.ts';

/** What a time stamp is asked for. */
export type TimestampQuestion = {
  /** SHA-256 of what is to be stamped. */
  imprint: Bytes;
  /** Eight random bytes, as many as every service takes: an old answer to somebody else is told from ours by them. */
  nonce: Bytes;
  /** The policy to stamp under, as a dotted OID; the service's own where none is asked for. */
  policy?: string | undefined;
};

/** A TimeStampReq (RFC 3161 § 2.4.1), DER. The answer is to carry the service's certificates, so that it stands alone. */
export const timestampRequest = ({ imprint, nonce, policy }: TimestampQuestion): Bytes =>
  sequence(
    integer(1),
    sequence(sequence(oid(hashOids['SHA-256']), nothing()), octets(imprint)),
    ...(policy === undefined ? [] : [oid(policy)]),
    integer(nonce),
    boolean(true),
  );
