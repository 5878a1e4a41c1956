import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import * as v from 'valibot';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { parseCertificate } from '../../../shared/verifying/certificate.ts';
import type { Timestamps } from '../../ports/timestamps.ts';
import { distinguishedName, issueCertificate } from '../../sealing/issue.ts';
import { answerTimestampRequest } from '../../sealing/issue-timestamp.ts';
import { dayMs, emptyList, pkcs8, serialNumber } from '../demo-authority.ts';
import { readOrMake } from '../secret-file.ts';
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
    lists: async () => [emptyList(issuer, now())],
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

const derOf = (pem: string): Bytes => new Uint8Array(new X509Certificate(pem).raw);
