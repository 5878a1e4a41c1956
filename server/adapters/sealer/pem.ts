import { createPrivateKey } from 'node:crypto';
import type { Sealer } from '../../ports/sealer.ts';
import { sealWith } from './key-in-memory.ts';
import { anchorsIn, readCertificates, readPassword, readSealFile, withRootAbove } from './seal-files.ts';
import type { RsaPadding } from './suitable.ts';

export type PemSealerOptions = {
  /** The key, PKCS#8, encrypted or not. */
  file: string;
  /** The seal's certificate and those above it, in any order. */
  certificateFile: string;
  /** Empty for a key without a password. */
  passwordFile: string;
  /** With the seal's root and the lists of revoked certificates. */
  anchorsFolder: string;
  rsaPadding?: RsaPadding;
  now: () => Date;
};

/** A seal whose key and certificates lie in PEM files. Throws one sentence for each thing that is wrong with them. */
export async function openPemSealer(options: PemSealerOptions): Promise<Sealer> {
  const { file, certificateFile, passwordFile, anchorsFolder, rsaPadding, now } = options;
  const passphrase = await readPassword(passwordFile);
  const pem = (await readSealFile(file)).toString('utf8');
  const certificates = await readCertificates(certificateFile);
  const key = keyIn(pem, file, passphrase);
  const seal = { key, certificates, ...(rsaPadding ? { rsaPadding } : {}) };
  return withRootAbove(sealWith(seal, now, anchorsIn(anchorsFolder)), anchorsFolder);
}

function keyIn(pem: string, file: string, passphrase: string | undefined) {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    throw new Error(`${file} holds no private key that this password opens.`);
  }
}
