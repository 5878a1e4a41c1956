import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { parseDer, sequenceOf } from '../../../shared/verifying/der.ts';
import { makeTestPki } from '../../../tests/support/pki.ts';
import { makeSealFolder } from '../../../tests/support/seal-files.ts';
import { hashOids } from '../../sealing/algorithms.ts';
import { explicit, integer, nothing, oid, sequence } from '../../sealing/der.ts';
import { openPemSealer } from './pem.ts';
import { suit } from './suitable.ts';

/** Whatever may not seal is refused before the office opens, each thing in one sentence. */
const now = () => new Date('2026-11-24T09:00:00Z');
const pki = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365);
const files = await makeSealFolder(pki);
afterAll(() => files.remove());

type Pair = { publicKey: KeyObject; privateKey: KeyObject };
const p256 = (): Pair => generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('a seal key is refused', () => {
  test.for<[string, () => Pair, string]>([
    ['RSA with 2048 bit', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), 'at least 3072 bit'],
    ['RSA for PSS alone', () => generateKeyPairSync('rsa-pss', { modulusLength: 3072 }), 'common verifiers do not'],
    ['P-192', () => generateKeyPairSync('ec', { namedCurve: 'prime192v1' }), 'not prime192v1'],
    ['P-224', () => generateKeyPairSync('ec', { namedCurve: 'secp224r1' }), 'not secp224r1'],
    ['P-521', () => generateKeyPairSync('ec', { namedCurve: 'P-521' }), 'not secp521r1'],
    ['Ed25519', () => generateKeyPairSync('ed25519'), 'not ed25519'],
  ])('that is %s', async ([, make, reason]) => {
    const { publicKey, privateKey } = make();
    const pem = files.pemOf(privateKey, [pki.certify('Schwach', publicKey, 'seal')]);
    await expect(openPemSealer({ ...pem, now })).rejects.toThrow(reason);
  });

  test.for<[string, (key: KeyObject) => Bytes, string]>([
    ['of another certificate', () => pki.issuing, 'None of the seal certificates'],
    ['certified for time stamps', (key) => pki.certify('Zeit', key, 'timestamps'), 'meant for time stamps'],
  ])('%s', async ([, certify, reason]) => {
    const { publicKey, privateKey } = p256();
    const pem = files.pemOf(privateKey, [certify(publicKey)]);
    await expect(openPemSealer({ ...pem, now })).rejects.toThrow(reason);
  });
});

describe('a seal certificate is refused', () => {
  const sha1 = sequence(oid('1.3.14.3.2.26'), nothing());
  const sha256 = sequence(oid(hashOids['SHA-256']), nothing());
  const pss = (hash: Bytes, mask: Bytes, salt: number) =>
    sequence(
      oid('1.2.840.113549.1.1.10'),
      sequence(explicit(0, hash), explicit(1, sequence(oid('1.2.840.113549.1.1.8'), mask)), explicit(2, integer(salt))),
    );

  test.for<[string, Bytes, string]>([
    ['SHA-1 and RSA', sequence(oid('1.2.840.113549.1.1.5'), nothing()), 'Siegel is signed with SHA-1'],
    ['SHA-1 and ECDSA', sequence(oid('1.2.840.10045.4.1')), 'Siegel is signed with SHA-1'],
    ['MD5', sequence(oid('1.2.840.113549.1.1.4'), nothing()), 'is signed with MD5'],
    ['PSS with SHA-1', pss(sha1, sha1, 20), 'RSA-PSS and odd parameters'],
    ['PSS with two hashes', pss(sha256, sha1, 32), 'RSA-PSS and odd parameters'],
    ['PSS with a short salt', pss(sha256, sha256, 20), 'RSA-PSS and odd parameters'],
    ['PSS and nothing said', sequence(oid('1.2.840.113549.1.1.10'), sequence()), 'RSA-PSS and odd parameters'],
    ['Ed25519', sequence(oid('1.3.101.112')), 'cannot be relied on (1.3.101.112)'],
  ])('that is signed with %s', ([, algorithm, reason]) => {
    const leaf = new X509Certificate(signedAs(pki.certify('Siegel', p256().publicKey, 'seal'), algorithm));
    expect(() => suit(leaf, [leaf])).toThrow(reason);
  });

  test('whose authority is signed with SHA-1', () => {
    const { leaf, authority } = underAuthority((der) => signedAs(der, sequence(oid('1.2.840.10045.4.1'))));
    expect(() => suit(leaf, [leaf, authority])).toThrow('Prüfstelle is signed with SHA-1');
  });

  test('that says nothing of what its key is for', () => {
    const leaf = new X509Certificate(withoutExtension(pki.certify('Siegel', p256().publicKey, 'seal'), '2.5.29.15'));
    expect(() => suit(leaf, [leaf])).toThrow('key usage must hold nonRepudiation or digitalSignature');
  });

  test('unless everything about it is in order', () => {
    const { leaf, authority } = underAuthority((der) => der);
    expect(suit(leaf, [authority, leaf]).chain).toEqual([authority]);
  });
});

/** The certificate, saying that it was signed in another way. The signature itself is nobody's business here. */
function signedAs(certificate: Bytes, algorithm: Bytes): Bytes {
  const [tbs, , signature] = sequenceOf(parseDer(certificate)).map(({ whole }) => whole);
  const parts = sequenceOf(parseDer(tbs ?? new Uint8Array())).map(({ whole }) => whole);
  return sequence(sequence(...parts.with(2, algorithm)), algorithm, signature ?? new Uint8Array());
}

function withoutExtension(certificate: Bytes, id: string): Bytes {
  const [tbs, algorithm, signature] = sequenceOf(parseDer(certificate));
  const parts = sequenceOf(tbs);
  const isKept = (whole: Bytes) => !Buffer.from(whole).includes(Buffer.from(oid(id)));
  const extensions = parts.slice(-1).flatMap(({ body }) => sequenceOf(parseDer(body)).map(({ whole }) => whole));
  const kept = [...parts.slice(0, -1).map(({ whole }) => whole), explicit(3, sequence(...extensions.filter(isKept)))];
  return sequence(sequence(...kept), algorithm?.whole ?? new Uint8Array(), signature?.whole ?? new Uint8Array());
}

function underAuthority(change: (issuing: Bytes) => Bytes) {
  const leaf = new X509Certificate(pki.certify('Siegel', p256().publicKey, 'seal'));
  const authority = new X509Certificate(change(pki.issuing));
  return { leaf, authority };
}
