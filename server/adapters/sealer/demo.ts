import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import * as v from 'valibot';
import type { Bytes } from '../../../shared/base/bytes.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { distinguishedName, issueCertificate } from '../../sealing/issue.ts';
import { dayMs, emptyList, pkcs8, serialNumber } from '../demo-authority.ts';
import { readOrMake } from '../secret-file.ts';
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

export async function openDemoSealer({ file, mode, authority, now }: DemoSealerOptions): Promise<Sealer> {
  if (mode === 'production') throw new Error('The demo seal is refused with SCHALTER_MODE=production.');
  const { root, seal } = v.parse(DemoSeal, JSON.parse(await readOrMake(file, () => makeDemoSeal(authority, now()))));
  const anchor = new X509Certificate(root.certificate);
  const certificates = [new X509Certificate(seal.certificate), anchor];
  const issuer = { name: rootName, key: createPrivateKey(root.key) };
  return sealWith({ key: createPrivateKey(seal.key), certificates }, now, async () => ({
    seal: [new Uint8Array(anchor.raw)],
    timestamps: [],
    crls: [emptyList(issuer, now())],
  }));
}

const rootName = distinguishedName({ organisation: 'Schalter DEMO', commonName: 'DEMO ohne Rechtswirkung, Wurzel' });
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

const pemOf = (certificate: Bytes): string => new X509Certificate(certificate).toString();
