import { type Bytes } from '../../../shared/base/bytes.ts';
import { extensionsOf } from '../../../shared/verifying/certificate.ts';
import { childrenOf, type Der, DerProblem, oidOf, parseDer, sequenceOf } from '../../../shared/verifying/der.ts';

/** Where a certificate says that its status can be asked for. Whether anybody asks there, a list of hosts decides. */
export type Addresses = { ocsp: readonly string[]; crl: readonly string[] };

/** Reads authorityInfoAccess and cRLDistributionPoints (RFC 5280 § 4.2.2.1, § 4.2.1.13). What cannot be read names nothing. */
export function addressesOf(certificate: Bytes): Addresses {
  try {
    const [tbs] = sequenceOf(parseDer(certificate));
    const wrapper = sequenceOf(tbs).find(({ tag }) => tag === 0xa3);
    const extensions = extensionsOf(wrapper && parseDer(wrapper.body));
    const [access, points] = [extensions.get(authorityInfoAccess), extensions.get(crlDistributionPoints)];
    return {
      ocsp: access ? sequenceOf(parseDer(access.value)).flatMap(ocspAddress).slice(0, mostAddresses) : [],
      crl: points ? sequenceOf(parseDer(points.value)).flatMap(listAddresses).slice(0, mostAddresses) : [],
    };
  } catch (error) {
    if (error instanceof DerProblem) return { ocsp: [], crl: [] };
    throw error;
  }
}

const authorityInfoAccess = '1.3.6.1.5.5.7.1.1';
const crlDistributionPoints = '2.5.29.31';
const ocspMethod = '1.3.6.1.5.5.7.48.1';
const uniformResourceIdentifier = 0x86;
/** More than this nobody asks in a row. */
const mostAddresses = 3;

function ocspAddress(description: Der): string[] {
  const [method, location] = sequenceOf(description);
  return oidOf(method) === ocspMethod && location ? addressIn(location) : [];
}

/** A point that is for some reasons only, or for another issuer's list, has more than its name. */
function listAddresses(point: Der): string[] {
  const [name, ...more] = sequenceOf(point);
  if (more.length > 0 || name?.tag !== 0xa0) return [];
  const full = parseDer(name.body);
  return full.tag === 0xa0 ? childrenOf(full).flatMap(addressIn) : [];
}

const addressIn = ({ tag, body }: Der): string[] =>
  tag === uniformResourceIdentifier ? [new TextDecoder().decode(body)] : [];
