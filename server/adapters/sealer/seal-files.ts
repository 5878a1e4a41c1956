import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Sealer } from '../../ports/sealer.ts';
import { readAnchors } from '../../sealing/anchors-folder.ts';
import { type SealKey, sealWith } from './key-in-memory.ts';

/**
 * A seal whose key came from files, with the root and the lists of its folder, which are read whenever they are asked
 * for: a fresh Sperrliste counts at once. Refuses where no root there stands above the seal: nobody could verify it.
 */
export async function sealFromFiles(seal: SealKey, anchorsFolder: string, now: () => Date): Promise<Sealer> {
  const sealer = sealWith(seal, now, () => readAnchors(anchorsFolder));
  const { leaf, chain } = await sealer.certificates();
  const highest = new X509Certificate(chain.at(-1) ?? leaf);
  const roots = (await sealer.anchors()).seal.map((der) => new X509Certificate(der));
  if (!roots.some((root) => highest.checkIssued(root) && highest.verify(root.publicKey)))
    throw new Error(`No root in ${anchorsFolder} stands above the seal's certificate.`);
  return sealer;
}

/** A file of the seal. Throws one sentence, which names the file, where it cannot be read. */
export const readSealFile = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The seal's file ${file} cannot be read (${error.code}).`);
  });

/** The password in a file, without the line break an editor leaves behind it; none where no file is named. */
export async function readPassword(file: string): Promise<string | undefined> {
  if (!file) return undefined;
  return (await readSealFile(file)).toString('utf8').replace(/\r?\n$/, '');
}
