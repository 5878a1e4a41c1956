import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Sealer } from '../../ports/sealer.ts';
import type { SealKey } from './key-in-memory.ts';
import { readPassword, readSealFile, sealFromFiles } from './seal-files.ts';

export type PemSealerOptions = {
  /** The key, PKCS#8, encrypted or not. */
  file: string;
  /** The seal's certificate and those above it, in any order. */
  certificateFile: string;
  /** Empty for a key without a password. */
  passwordFile: string;
  /** With the seal's root and the lists of revoked certificates. */
  anchorsFolder: string;
  rsaPadding?: SealKey['rsaPadding'];
  now: () => Date;
};

/** A seal whose key and certificates lie in PEM files. Throws one sentence for each thing that is wrong with them. */
export async function openPemSealer(options: PemSealerOptions): Promise<Sealer> {
  const { file, certificateFile, passwordFile, anchorsFolder, rsaPadding, now } = options;
  const passphrase = await readPassword(passwordFile);
  const pem = (await readSealFile(file)).toString('utf8');
  const certificates = certificatesIn((await readSealFile(certificateFile)).toString('utf8'), certificateFile);
  const key = keyIn(pem, file, passphrase);
  return sealFromFiles({ key, certificates, ...(rsaPadding ? { rsaPadding } : {}) }, anchorsFolder, now);
}

function keyIn(pem: string, file: string, passphrase: string | undefined) {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    throw new Error(`${file} holds no private key that this password opens.`);
  }
}

function certificatesIn(pem: string, file: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error(`${file} holds no certificate.`);
  return found.map((one) => new X509Certificate(one));
}
