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
import { parseCertificate } from '../../../shared/verifying/certificate.ts';
import type { Timestamps } from '../../ports/timestamps.ts';
import { distinguishedName, issueCertificate, issueCrl } from '../../sealing/issue.ts';
import { answerTimestampRequest } from '../../sealing/issue-timestamp.ts';
import { stampWith } from './stamp-with.ts';

/**
 * The demo office's own time stamp service: a root and a service below it, made at first start in one file that only
 * the office's account can read. It stamps this computer's time, which is worth nothing, and its name says so.
 */
const DemoTime = v.object({
  schema: v.literal('schalter/demo-timestamps@1'),
  root: v.object({ key: v.string(), certificate: v.string() }),
  service: v.object({ key: v.string(), certificate: v.string() }),
});
type DemoTime = v.InferOutput<typeof DemoTime>;

export type DemoTimestampsOptions = {
  /** Where the keys lie, `.data/demo-timestamps.json`. */
  file: string;
  mode: 'demo' | 'production';
  now: () => Date;
};

/** It always has a list by its root at hand, which holds nobody. */
export type DemoTimestamps = Timestamps & { lists(): Promise<readonly Bytes[]> };

/** Of two processes that start at once one makes the file and both read the same. */
export async function openDemoTimestamps({ file, mode, now }: DemoTimestampsOptions): Promise<DemoTimestamps> {
  if (mode === 'production') throw new Error('The demo time stamps are refused with SCHALTER_MODE=production.');
  const { root, service } = v.parse(DemoTime, JSON.parse(await readOrMake(file, () => makeDemoTime(now()))));
  const anchors = [derOf(root.certificate)];
  const authority = {
    key: createPrivateKey(service.key),
    certificate: derOf(service.certificate),
    chain: [],
    policy: demoPolicy,
  };
  const stamp = stampWith({
    ask: async (request) => answerTimestampRequest(request, authority, { at: now(), serialNumber: serialNumber() }),
    policies: [demoPolicy],
    anchors: async () => anchors,
    now,
  });
  const issuer = { name: parseCertificate(derOf(root.certificate)).subject, key: createPrivateKey(root.key) };
  return {
    stamp,
    anchors: async () => anchors,
    async lists() {
      const thisUpdate = now();
      const nextUpdate = new Date(thisUpdate.getTime() + crlDays * dayMs);
      // The time is the number: it only grows, and no state has to be kept.
      return [issueCrl({ issuer, number: Math.floor(thisUpdate.getTime() / 1000), thisUpdate, nextUpdate })];
    },
  };
}

/** With its year, as such roots have it: two of them have two names. */
const rootNameOf = (at: Date): Bytes =>
  distinguishedName({
    organisation: 'Schalter DEMO',
    commonName: `DEMO ohne Rechtswirkung, Zeitstempelwurzel ${at.getUTCFullYear()}`,
  });
const serviceName = distinguishedName({
  organisation: 'Schalter DEMO',
  commonName: 'DEMO Zeitstempel ohne Rechtswirkung',
});
/** From the arc for documentation (RFC 7299 § 2): nobody's policy. */
const demoPolicy = '1.3.6.1.4.1.32473.3161';
const dayMs = 24 * 60 * 60 * 1000;
const crlDays = 7;
const serviceYears = 10;
const rootYears = 20;

function makeDemoTime(at: Date): DemoTime {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const service = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rootName = rootNameOf(at);
  const issuer = { name: rootName, key: root.privateKey };
  const certify = (subject: Bytes, publicKey: KeyObject, use: 'root' | 'timestamps', years: number) =>
    new X509Certificate(
      issueCertificate({
        subject,
        publicKey,
        issuer,
        serialNumber: serialNumber(),
        notBefore: at,
        notAfter: new Date(at.getTime() + years * 365 * dayMs),
        use,
      }),
    ).toString();
  return {
    schema: 'schalter/demo-timestamps@1',
    root: { key: pkcs8(root.privateKey), certificate: certify(rootName, root.publicKey, 'root', rootYears) },
    service: {
      key: pkcs8(service.privateKey),
      certificate: certify(serviceName, service.publicKey, 'timestamps', serviceYears),
    },
  };
}

const pkcs8 = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

const derOf = (pem: string): Bytes => new Uint8Array(new X509Certificate(pem).raw);

/** A positive number of 126 random bits. */
function serialNumber(): Bytes {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

async function readOrMake(file: string, make: () => DemoTime): Promise<string> {
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
