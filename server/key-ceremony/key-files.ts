import type { KeyObject, X509Certificate } from 'node:crypto';
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { type Bytes, toBase64, utf8 } from '../../shared/base/bytes.ts';

/**
 * A private key as files that open with a password only: PKCS#8 (RFC 5958) and PKCS#12 (RFC 7292), both with AES-256 and
 * many rounds of PBKDF2, more than Node writes by itself.
 */
const rounds = 600_000;
/** The MAC of PKCS#12 has a derivation of its own, which pkijs computes step by step. */
const macRounds = 10_000;
const encryption = {
  // pkijs draws the initialisation vector itself; its types want one named.
  contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(16) },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount: rounds,
};

export async function encryptedPem(key: KeyObject, password: string): Promise<string> {
  const der = (await shroudedBag(key, password)).toSchema().toBER();
  const base64 = toBase64(new Uint8Array(der)).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN ENCRYPTED PRIVATE KEY-----', ...base64, '-----END ENCRYPTED PRIVATE KEY-----', ''].join('\n');
}

/** Key and certificates in one file, its MAC by the same password. */
export async function pkcs12(
  key: KeyObject,
  certificates: readonly X509Certificate[],
  password: string,
): Promise<Bytes> {
  const secret = utf8(password).buffer;
  const keyBag = new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: await shroudedBag(key, password) });
  const certificateBags = certificates.map(
    ({ raw }) =>
      new SafeBag({
        bagId: '1.2.840.113549.1.12.10.1.3',
        bagValue: new CertBag({ parsedValue: Certificate.fromBER(new Uint8Array(raw)) }),
      }),
  );
  const safes = [[keyBag], certificateBags].map((safeBags) => ({
    privacyMode: 0,
    value: new SafeContents({ safeBags }),
  }));
  const authenticatedSafe = new AuthenticatedSafe({ parsedValue: { safeContents: safes } });
  await authenticatedSafe.makeInternalValues({ safeContents: safes.map(() => ({})) });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await pfx.makeInternalValues({
    password: secret,
    iterations: macRounds,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

async function shroudedBag(key: KeyObject, password: string): Promise<PKCS8ShroudedKeyBag> {
  const der = new Uint8Array(key.export({ format: 'der', type: 'pkcs8' }));
  const bag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(der) });
  await bag.makeInternalValues({ password: utf8(password).buffer, ...encryption });
  return bag;
}
