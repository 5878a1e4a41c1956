import { type Bytes, utf8 } from '../../shared/base/bytes.ts';
import { assembleCms, type CmsParts, signedAttributes } from '../../server/sealing/cms.ts';
import { element, explicit, integer, octets, oid, sequence, setOf } from '../../server/sealing/der.ts';
import { parseDer, sequenceOf } from '../../shared/verifying/der.ts';
import { key } from './sealed-subject.ts';

/** A seal's CMS made wrong in one way each. */
export function withSigningTime(digest: Bytes): Bytes {
  const proper = sequencesOf(signedAttributes(digest, key.certificate, 'SHA-256'));
  const time = element(0x17, [utf8('261123090000Z')]);
  return setOf(...proper, sequence(oid('1.2.840.113549.1.9.5'), setOf(time)));
}

/** The CMS once more, with its signer twice. */
export function withTwoSigners(parts: CmsParts): Bytes {
  const signer = (version: number): Bytes => sequence(integer(version), parts.attributes);
  const signedData = sequence(
    integer(1),
    setOf(sequence(oid('2.16.840.1.101.3.4.2.1'))),
    sequence(oid('1.2.840.113549.1.7.1')),
    element(0xa0, [parts.leaf]),
    setOf(signer(1), signer(2)),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), element(0xa0, [signedData]));
}

const sequencesOf = (set: Bytes): Bytes[] => {
  const retagged = set.slice();
  retagged[0] = 0x30;
  return sequenceOf(parseDer(retagged)).map(({ whole }) => whole);
};

/** A CMS that carries something it signs, as if a seal of that were one of the document. */
export function withContent(parts: CmsParts): Bytes {
  const cms = sequenceOf(parseDer(sequenceOf(parseDer(assembleCms(parts)))[1]?.body ?? new Uint8Array()));
  const [version, digests, , certificates, signers] = cms.map(({ whole }) => whole);
  const inner = sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octets(utf8('x'))));
  const rest = [certificates, signers].map((part) => part ?? new Uint8Array());
  const signedData = sequence(version ?? new Uint8Array(), digests ?? new Uint8Array(), inner, ...rest);
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, signedData));
}
