import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CscServer, cscClient, startCscServer } from '../../../tests/support/csc-server.ts';
import { sealKinds } from '../../../tests/support/pki.ts';
import { makeSealFolder, orderFor, sampleData } from '../../../tests/support/seal-files.ts';
import { makeSoftHsm, type SoftHsm, softHsmMissing } from '../../../tests/support/soft-hsm.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { isSignedBy } from '../../sealing/algorithms.ts';
import { openCscSealer } from './csc.ts';
import { openDemoSealer } from './demo.ts';
import { openPemSealer } from './pem.ts';
import { openPkcs11Sealer } from './pkcs11.ts';
import { openPkcs12Sealer } from './pkcs12.ts';

/** What every keeper of a seal key does alike. What is particular to one stands in a test of its own. */
const today = new Date('2026-11-24T09:00:00Z');
const tooLate = new Date('2046-11-24T09:00:00Z');
const tooEarly = new Date('2006-11-24T09:00:00Z');
const files = await makeSealFolder();
const fixture = join(import.meta.dirname, 'fixtures');
const password = files.fileWith('password', 'Prüfung\n');

type Open = (now: () => Date) => Promise<Sealer>;
const inFiles: [string, Open][] = [
  [
    'the demo seal',
    (now) => openDemoSealer({ file: join(files.folder, 'demo.json'), mode: 'demo', authority: 'Stadt Prüfstadt', now }),
  ],
  [
    'a PKCS#12 file',
    (now) =>
      openPkcs12Sealer({
        file: join(fixture, 'seal.p12'),
        passwordFile: password,
        anchorsFolder: join(fixture, 'anchors'),
        now,
      }),
  ],
  ...Object.entries(sealKinds).map(([kind, { rsaPadding = 'pss' as const }]): [string, Open] => {
    const pem = files.pemFiles(kind);
    return [`PEM files with ${kind}`, (now) => openPemSealer({ ...pem, rsaPadding, now })];
  }),
];

afterAll(() => files.remove());

describe.for(inFiles)('the port sealer, by %s', ([name, open]) => {
  holds(open, name === 'the demo seal' ? 0 : 1);
});

describe.skipIf(softHsmMissing)(`the port sealer, by a hardware module ${softHsmMissing ?? ''}`, () => {
  let hsm: SoftHsm;
  const certificateFiles = new Map<string, string>();
  beforeAll(async () => {
    hsm = makeSoftHsm('Vertrag');
    for (const kind of ['P-256', 'P-384', 'RSA-3072'] as const) {
      const certificate = files.pki.certify(`HSM ${kind}`, await hsm.makeKey(kind, kind), 'seal');
      certificateFiles.set(kind, files.certificateFile(files.pki.issuing, certificate, files.pki.root));
    }
  });
  afterAll(() => hsm.remove());

  describe.for([
    ['P-256', 'P-256', 'pss'],
    ['P-384', 'P-384', 'pss'],
    ['RSA PKCS#1', 'RSA-3072', 'pkcs1'],
    ['RSA-PSS', 'RSA-3072', 'pss'],
  ] as const)('with %s', ([, key, rsaPadding]) => {
    // One process for all the tests of a kind: only the clock is another one.
    let clock = () => today;
    let sealer: Promise<Sealer & { close(): void }> | undefined;
    holds((now) => {
      clock = now;
      const certificateFile = certificateFiles.get(key) ?? '';
      const { anchorsFolder } = files;
      const options = { key, pinFile: hsm.pinFile, certificateFile, anchorsFolder, rsaPadding, now: () => clock() };
      sealer ??= openPkcs11Sealer({ ...hsm.place, ...options });
      return sealer;
    }, 1);
    afterAll(async () => (await sealer)?.close());
  });
});

describe('the port sealer, by a remote signing service', () => {
  const algorithms = {
    'P-256': '1.2.840.10045.4.3.2',
    'P-384': '1.2.840.10045.4.3.3',
    'RSA PKCS#1': '1.2.840.113549.1.1.11',
    'RSA-PSS': '1.2.840.113549.1.1.10',
  };
  describe.for(Object.entries(algorithms))('with %s', ([kind, algorithm]) => {
    const { makeKey, rsaPadding = 'pss' } = sealKinds[kind] ?? {};
    let service: CscServer;
    beforeAll(async () => {
      const { publicKey, privateKey } = makeKey?.() ?? fail();
      const certificates = [files.pki.certify(`Fern ${kind}`, publicKey, 'seal'), files.pki.issuing, files.pki.root];
      service = await startCscServer({ id: 'S', privateKey, certificates, algo: [algorithm] });
      service.state.knows.push(sampleData);
    });
    afterAll(() => service.close());
    holds((now) => {
      return openCscSealer({
        url: service.url,
        tokenUrl: '',
        clientId: cscClient.id,
        clientSecretFile: files.fileWith('client', cscClient.secret),
        hosts: [],
        credential: '',
        pinFile: files.fileWith('pin', '4711'),
        anchorsFolder: files.anchorsFolder,
        rsaPadding,
        now,
      });
    }, 1);
  });
});

function holds(open: Open, chainLength: number): void {
  test('signs so that its certificate answers for it', async () => {
    const sealer = await open(() => today);
    const { leaf, algorithm } = await sealer.certificates();
    const order = await orderFor(sealer);
    const signature = await sealer.sign(order);
    expect(isSignedBy(leaf, algorithm, order.toBeSigned, signature)).toBe(true);
    expect(isSignedBy(leaf, algorithm, new Uint8Array([1, 2, 4]), signature)).toBe(false);
  });

  test('gives a chain that leads from the seal to its anchor', async () => {
    const sealer = await open(() => today);
    const { leaf, chain } = await sealer.certificates();
    const [anchor] = (await sealer.anchors()).seal;
    const path = [leaf, ...chain, anchor ?? leaf].map((der) => new X509Certificate(der));
    for (const [index, certificate] of path.slice(0, -1).entries()) {
      const issuer = path[index + 1];
      expect(issuer && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)).toBe(true);
    }
    expect(chain).toHaveLength(chainLength);
  });

  test('gives the same certificates each time, and names them to whoever watches their end', async () => {
    const sealer = await open(() => today);
    const certificates = await sealer.certificates();
    expect(await sealer.certificates()).toEqual(certificates);
    expect(await sealer.seals()).toEqual([{ ...certificates, place: 'current' }]);
  });

  test('signs nothing that was prepared with another certificate', async () => {
    const sealer = await open(() => today);
    const order = { ...(await orderFor(sealer)), leaf: files.pki.issuing };
    await expect(sealer.sign(order)).rejects.toThrow('prepared with another certificate');
  });

  test.for<[string, Date, string]>([
    ['after its certificate expired', tooLate, 'expired at'],
    ['before its certificate is valid', tooEarly, 'not yet'],
  ])('seals nothing %s, and still says which certificate that is', async ([, then, reason]) => {
    let now = today;
    const sealer = await open(() => now);
    const order = await orderFor(sealer);
    now = then;
    await expect(sealer.certificates()).rejects.toThrow(reason);
    await expect(sealer.sign(order)).rejects.toThrow(reason);
    expect(await sealer.seals()).toHaveLength(1);
  });
}

function fail(): never {
  throw new Error('no such kind of key');
}
