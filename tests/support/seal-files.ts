import { type KeyObject, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { SealAlgorithm, Sealer } from '../../server/ports/sealer.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import { writeAnchors } from '../../server/sealing/anchors-folder.ts';
import { makeTestPki, sealKinds, type TestPki } from './pki.ts';

/** Keys, certificates and anchors of seals as files, as an office keeps them, under an authority made for the test. */
export async function makeSealFolder(pki: TestPki = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365)) {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-sealer-'));
  const anchorsFolder = join(folder, 'anchors');
  await writeAnchors(anchorsFolder, { seal: [pki.root], timestamps: [], crls: pki.crls });
  const fileWith = (name: string, content: string): string => {
    const file = join(folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  const certificateFile = (...certificates: readonly Bytes[]) =>
    fileWith(`${nextName()}.pem`, certificates.map((der) => new X509Certificate(der).toString()).join('\n'));
  const pemOf = (privateKey: KeyObject, certificates: readonly Bytes[]) => ({
    file: fileWith(`${nextName()}.key`, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()),
    certificateFile: certificateFile(...certificates),
    passwordFile: '',
    anchorsFolder,
  });
  return {
    folder,
    pki,
    anchorsFolder,
    fileWith,
    certificateFile,
    pemOf,
    /** A key of that kind with its chain, in no order, as such bundles come. */
    pemFiles(kind: string) {
      const pair = sealKinds[kind]?.makeKey();
      if (!pair) throw new Error(`no kind ${kind}`);
      return pemOf(pair.privateKey, [pki.root, pki.certify(`Siegel ${kind}`, pair.publicKey, 'seal'), pki.issuing]);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What is signed where a test says nothing else. */
export const sampleData: Bytes = new Uint8Array([1, 2, 3]);

/** What `prepareSeal` would ask this seal to sign. */
export async function orderFor(sealer: Sealer, toBeSigned: Bytes = sampleData) {
  const [seal] = await sealer.seals();
  if (!seal) throw new Error('a sealer without a seal');
  return orderBy(seal, toBeSigned);
}

export const orderBy = ({ leaf, algorithm }: { leaf: Bytes; algorithm: SealAlgorithm }, toBeSigned: Bytes) => ({
  leaf,
  toBeSigned,
  digest: digestOf(algorithm.hash, toBeSigned),
});

let names = 0;
const nextName = () => `seal-${(names += 1)}`;
