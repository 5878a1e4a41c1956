import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PrintedSealer } from '../../ports/printed-sealer.ts';

export type PrintedSealOptions = Pick<PrintedSealer, 'signer' | 'housingNumbers'> & {
  /** The key, PKCS#8 in PEM, encrypted or not. */
  keyFile: string;
  certificateFile: string;
  /** Empty for a key without a password. */
  passwordFile: string;
  now: () => Date;
};

/** A printed seal whose key lies in a PEM file. Throws one sentence for whatever is wrong with it. */
export async function openPrintedSealer(options: PrintedSealOptions): Promise<PrintedSealer> {
  const { signer, housingNumbers, keyFile, certificateFile, passwordFile, now } = options;
  const certificate = certificateIn(await read(certificateFile), certificateFile);
  const passphrase = passwordFile ? (await read(passwordFile)).replace(/\r?\n$/, '') : undefined;
  const key = keyIn(await read(keyFile), keyFile, passphrase);
  const hash = hashes[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (hash === undefined) throw new Error(`${keyFile} holds no key on ${Object.keys(hashes).join(', ')}.`);
  if (!certificate.checkPrivateKey(key)) throw new Error(`${certificateFile} is not the certificate of ${keyFile}.`);
  const expectValid = () => {
    const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
    if (now() < from || now() > to) throw new Error('The certificate of the printed seal is not valid at this time.');
  };
  expectValid();
  return {
    signer,
    certificateReference: certificate.serialNumber,
    housingNumbers,
    async sign(signed) {
      expectValid();
      return new Uint8Array(sign(hash, signed, { key, dsaEncoding: 'ieee-p1363' }));
    },
  };
}

/** By the curve, as OpenSSL names it: a hash as long as its order. */
const hashes: Readonly<Record<string, string>> = {
  prime256v1: 'sha256',
  secp384r1: 'sha384',
  brainpoolP256r1: 'sha256',
  brainpoolP384r1: 'sha384',
};

const read = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The printed seal's file ${file} cannot be read (${error.code}).`);
  });

function certificateIn(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Error(`${file} holds no certificate.`);
  }
}

function keyIn(pem: string, file: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    throw new Error(`${file} holds no private key that this password opens.`);
  }
}
