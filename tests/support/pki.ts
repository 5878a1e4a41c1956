import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { type Bytes, fromHex } from '../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../../server/ports/sealer.ts';
import { distinguishedName, type Issuer, issueCertificate, issueCrl } from '../../server/sealing/issue.ts';

/** A root, an issuing authority below it, and what they certify: invented trust for tests. */
export type TestPki = {
  root: Bytes;
  issuing: Bytes;
  crls: readonly Bytes[];
  /** A certificate by the issuing authority. */
  certify: (commonName: string, publicKey: KeyObject, use: 'seal' | 'timestamps') => Bytes;
  /** The lists once one of those certificates is revoked. */
  crlsRevoking: (certificate: Bytes, at: Date) => readonly Bytes[];
};

/**
 * Two of them in one test need two names: lists are told apart by them. `listedAt` is when the lists are of, which must
 * not be before a seal they are to clear for good.
 */
export function makeTestPki(from: Date, days: number, suffix = '', listedAt = from): TestPki {
  const until = new Date(from.getTime() + days * 86_400_000);
  const [rootKey, issuingKey] = [p384(), p384()];
  const root: Issuer = { name: nameOf(`Prüfwurzel${suffix}`), key: rootKey.privateKey };
  const issuing: Issuer = { name: nameOf(`Prüfstelle${suffix}`), key: issuingKey.privateKey };
  let serial = 0;
  const issue = (
    issuer: Issuer,
    subject: Bytes,
    publicKey: KeyObject,
    use: 'root' | 'issuing' | 'seal' | 'timestamps',
  ) =>
    issueCertificate({
      issuer,
      subject,
      publicKey,
      use,
      serialNumber: Uint8Array.of(1, (serial += 1)),
      notBefore: from,
      notAfter: until,
    });
  const listOf = (issuer: Issuer, revoked: { serialNumber: Bytes; at: Date }[] = []) =>
    issueCrl({ issuer, number: 1 + revoked.length, thisUpdate: listedAt, nextUpdate: until, revoked });
  return {
    root: issue(root, root.name, rootKey.publicKey, 'root'),
    issuing: issue(root, issuing.name, issuingKey.publicKey, 'issuing'),
    crls: [listOf(root), listOf(issuing)],
    crlsRevoking: (certificate, at) => [
      listOf(root),
      listOf(issuing, [{ serialNumber: fromHex(new X509Certificate(certificate).serialNumber), at }]),
    ],
    certify: (commonName, publicKey, use) => issue(issuing, nameOf(commonName), publicKey, use),
  };
}

/** Every kind of key that seals, with the algorithm it signs by. */
export const sealKinds: Readonly<
  Record<
    string,
    { algorithm: SealAlgorithm; makeKey: () => { publicKey: KeyObject; privateKey: KeyObject }; rsaPadding?: 'pkcs1' }
  >
> = {
  'P-256': {
    algorithm: { signature: 'ECDSA', hash: 'SHA-256' },
    makeKey: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  },
  'P-384': { algorithm: { signature: 'ECDSA', hash: 'SHA-384' }, makeKey: p384 },
  'RSA PKCS#1': {
    algorithm: { signature: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    makeKey: () => generateKeyPairSync('rsa', { modulusLength: 3072 }),
    rsaPadding: 'pkcs1',
  },
  'RSA-PSS': {
    algorithm: { signature: 'RSA-PSS', hash: 'SHA-256' },
    makeKey: () => generateKeyPairSync('rsa', { modulusLength: 3072 }),
  },
};

function p384() {
  return generateKeyPairSync('ec', { namedCurve: 'P-384' });
}

const nameOf = (commonName: string): Bytes => distinguishedName({ organisation: 'Prüfstadt', commonName });
