import { X509Certificate } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Bytes } from '../../shared/base/bytes.ts';
import { derBlocks } from '../../shared/verifying/pem.ts';
import type { SealAnchors } from '../ports/sealer.ts';

/**
 * What a verifier is given, as a folder: `seal*` are roots of seals, `tsa*` roots of time stamps (.pem, .crt, .cer,
 * .der), `*.crl` lists of revoked certificates. `npm run verify -- FILE --anchors DIR` reads it, the demo writes it,
 * and a city keeps the root and the lists of its own seal in one.
 */
export async function writeAnchors(folder: string, { seal, timestamps, crls }: SealAnchors): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = [
    ...seal.map((der, at) => [`seal-root-${at + 1}.pem`, pemOf(der)] as const),
    ...timestamps.map((der, at) => [`tsa-root-${at + 1}.pem`, pemOf(der)] as const),
    ...crls.map((der, at) => [`revoked-${at + 1}.crl`, der] as const),
  ];
  await Promise.all(files.map(([name, content]) => writeFile(join(folder, name), content)));
}

/** Throws one sentence for a folder or a file that cannot be read or does not say what it is. */
export async function readAnchors(folder: string): Promise<SealAnchors> {
  const found = { seal: [] as Bytes[], timestamps: [] as Bytes[], crls: [] as Bytes[] };
  const names = await readdir(folder).catch(() => {
    throw new Error(`Cannot read the folder ${folder}.`);
  });
  for (const name of names.toSorted()) {
    const ending = extname(name).toLowerCase();
    const isCertificate = ['.pem', '.crt', '.cer', '.der'].includes(ending);
    if (!isCertificate && ending !== '.crl') continue;
    const content = await readFile(join(folder, name)).catch(() => {
      throw new Error(`Cannot read ${join(folder, name)}.`);
    });
    const blocks = derBlocks(new Uint8Array(content));
    if (blocks.length === 0) throw new Error(`${name} holds neither DER nor PEM.`);
    if (ending === '.crl') found.crls.push(...blocks);
    else if (name.startsWith('seal')) found.seal.push(...blocks);
    else if (name.startsWith('tsa')) found.timestamps.push(...blocks);
    else throw new Error(`${name} does not say whose root it is: call it seal… or tsa….`);
  }
  return found;
}

const pemOf = (der: Bytes): string => new X509Certificate(der).toString();
