import { join } from 'node:path';
import { openCscSealer } from './adapters/sealer/csc.ts';
import { openDemoSealer } from './adapters/sealer/demo.ts';
import { sealsInTurn } from './adapters/sealer/in-turn.ts';
import { openPemSealer } from './adapters/sealer/pem.ts';
import { openPkcs11Sealer } from './adapters/sealer/pkcs11.ts';
import { patientSealer } from './adapters/sealer/patient.ts';
import { openPkcs12Sealer } from './adapters/sealer/pkcs12.ts';
import { anchorsIn } from './adapters/sealer/seal-files.ts';
import type { SealConfig, SealsConfig } from './config-seal.ts';
import { type Sealer, SealerAway } from './ports/sealer.ts';

export type SealSurroundings = {
  mode: 'demo' | 'production';
  dataDir: string;
  authority: { name: string };
  now: () => Date;
  /** Told where the office opens while the keeper of its key does not answer. */
  onAway(problem: Error): void;
};

/**
 * Opens the seal the configuration names, and the next one beside it. Throws one sentence where a key or a certificate
 * cannot be used, or no certificate is valid now: an office without a usable seal does not open. Only hardware and services
 * that do not answer are waited for.
 */
export async function openSeals(config: SealsConfig, surroundings: SealSurroundings): Promise<Sealer> {
  const { seal, nextSeal, nextSealFrom: from } = config;
  const current = await openPatiently(seal, surroundings);
  const next = nextSeal && (await openPatiently(nextSeal, surroundings).catch(namingTheNext));
  const sealer = next ? sealsInTurn({ current, next, from, now: surroundings.now }) : current;
  await sealer.certificates().catch((cause: unknown) => {
    if (!(cause instanceof SealerAway)) throw cause;
  });
  return sealer;
}

/** Hardware and services may be away; a file is there or is not. */
async function openPatiently(seal: SealConfig, surroundings: SealSurroundings): Promise<Sealer> {
  if (seal.kind !== 'pkcs11' && seal.kind !== 'csc') return open(seal, surroundings);
  const anchors = anchorsIn(seal.anchorsFolder);
  await anchors();
  return patientSealer({ open: () => open(seal, surroundings), anchors, onAway: surroundings.onAway });
}

function open(seal: SealConfig, { mode, dataDir, authority, now }: SealSurroundings): Promise<Sealer> {
  switch (seal.kind) {
    case 'demo':
      return openDemoSealer({ file: join(dataDir, 'demo-seal.json'), mode, authority: authority.name, now });
    case 'pem':
      return openPemSealer({ ...seal, now });
    case 'pkcs12':
      return openPkcs12Sealer({ ...seal, now });
    case 'pkcs11':
      return openPkcs11Sealer({ ...seal, now });
    case 'csc':
      return openCscSealer({ ...seal, now });
  }
}

function namingTheNext(cause: unknown): never {
  throw new Error(`The next seal (SEAL_NEXT_…): ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
