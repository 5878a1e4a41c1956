import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
  X509Certificate,
} from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { Bytes } from '../../../shared/base/bytes.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { distinguishedName, issueCertificate, issueCrl } from '../../sealing/issue.ts';
import { sealWith } from './key-in-memory.ts';

/**
 * The demo office's seal: a certification authority and a seal of its own, made at first start in one file that only
 * the office's account can read. What it seals is worth nothing, and its name says so on every verifier's screen.
 */
const DemoSeal = v.object({
  schema: v.literal('schalter/demo-seal@1'),
  root: v.object({ key: v.string(), certificate: v.string() }),
  seal: v.object({ key: v.string(), certificate: v.string() }),
});
type DemoSeal = v.InferOutput<typeof DemoSeal>;

export type DemoSealerOptions = {
  /** Where the keys lie, `.data/demo-seal.json`. */
  file: string;
  mode: 'demo' | 'production';
  /** Whose seal it plays, `Stadt Leinfelden-Echterdingen`. */
  authority: string;
  now: () => Date;
};

/** Of two processes that start at once one makes the file and both read the same. */
export async function openDemoSealer({ file, mode, authority, now }: DemoSealerOptions): Promise<Sealer> {
  if (mode === 'production') throw new Error('The demo seal is refused with SCHALTER_MODE=production.');
  const { root, seal } = v.parse(DemoSeal, JSON.parse(await readOrMake(file, () => makeDemoSeal(authority, now()))));
  const anchor = new X509Certificate(root.certificate);
  const certificates = [new X509Certificate(seal.certificate), anchor];
  const issuer = { name: rootName, key: createPrivateKey(root.key) };
  return sealWith({ key: createPrivateKey(seal.key), certificates }, now, async () => {
    const thisUpdate = now();
    const nextUpdate = new Date(thisUpdate.getTime() + crlDays * dayMs);
    // The time is the number: it only grows, and no state has to be kept.
    const crl = issueCrl({ issuer, number: Math.floor(thisUpdate.getTime() / 1000), thisUpdate, nextUpdate });
    return { seal: [new Uint8Array(anchor.raw)], timestamps: [], crls: [crl] };
  });
}

const rootName = distinguishedName({ organisation: 'Schalter DEMO', commonName: 'DEMO ohne Rechtswirkung, Wurzel' });
const dayMs = 24 * 60 * 60 * 1000;
const crlDays = 7;
const sealYears = 10;
const rootYears = 20;

function makeDemoSeal(authority: string, at: Date): DemoSeal {
  const [root, seal] = [
    generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ];
  const issuer = { name: rootName, key: root.privateKey };
  const certify = (use: 'root' | 'seal', subject: Bytes, years: number) =>
    pemOf(
      issueCertificate({
        subject,
        publicKey: use === 'root' ? root.publicKey : seal.publicKey,
        issuer,
        serialNumber: serialNumber(),
        notBefore: at,
        notAfter: new Date(at.getTime() + years * 365 * dayMs),
        use,
      }),
    );
  const sealName = distinguishedName({ organisation: authority, commonName: `DEMO Siegel ${authority}` });
  return {
    schema: 'schalter/demo-seal@1',
    root: { key: pkcs8(root.privateKey), certificate: certify('root', rootName, rootYears) },
    seal: { key: pkcs8(seal.privateKey), certificate: certify('seal', sealName, sealYears) },
  };
}

const pkcs8 = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

const pemOf = (certificate: Bytes): string => new X509Certificate(certificate).toString();

/** A positive number of 126 random bits. */
function serialNumber(): Bytes {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

async function readOrMake(file: string, make: () => DemoSeal): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Written in full under another name first: a reader never sees half a file, and `link` never overwrites one.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(make(), null, 2), { mode: 0o600, flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}
