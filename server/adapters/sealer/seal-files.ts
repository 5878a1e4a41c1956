import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SealAnchors, Sealer } from '../../ports/sealer.ts';
import { readAnchors } from '../../sealing/anchors-folder.ts';

/**
 * The root of a seal and the lists of revoked certificates, in a folder that is read whenever they are asked for: a
 * fresh Sperrliste counts at once. The roots of earlier seals stay in it, so that what they sealed stays verifiable.
 */
export const anchorsIn = (folder: string) => (): Promise<SealAnchors> => readAnchors(folder);

/** Refuses where no root in the folder stands above the seal: nobody could verify it. */
export async function withRootAbove(sealer: Sealer, folder: string): Promise<Sealer> {
  const roots = (await sealer.anchors()).seal.map((der) => new X509Certificate(der));
  for (const { leaf, chain } of await sealer.seals()) {
    const highest = new X509Certificate(chain.at(-1) ?? leaf);
    if (!roots.some((root) => highest.checkIssued(root) && highest.verify(root.publicKey)))
      throw new Error(`No root in ${folder} stands above the seal's certificate.`);
  }
  return sealer;
}

/** A file of the seal. Throws one sentence, which names the file, where it cannot be read. */
export const readSealFile = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The seal's file ${file} cannot be read (${error.code}).`);
  });

/** Every certificate of a PEM file, in its order. Throws one sentence for a file without any. */
export async function readCertificates(file: string): Promise<readonly X509Certificate[]> {
  const pem = (await readSealFile(file)).toString('utf8');
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error(`${file} holds no certificate.`);
  return found.map((one) => readCertificate(one, file));
}

/** A certificate from elsewhere, PEM or DER. `where` names it in the sentence that is thrown for anything else. */
export function readCertificate(bytes: string | Uint8Array, where: string): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new Error(`${where} holds a certificate that cannot be read.`);
  }
}

/** The password in a file, without the line break an editor leaves behind it; none where no file is named. */
export async function readPassword(file: string): Promise<string | undefined> {
  if (!file) return undefined;
  return (await readSealFile(file)).toString('utf8').replace(/\r?\n$/, '');
}
