import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CertificateRevocationList, Certificate } from 'pkijs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { makeTestPki, sealKinds } from '../../../tests/support/pki.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { digestOf, isSignedBy } from '../../sealing/algorithms.ts';
import { writeAnchors } from '../../sealing/anchors-folder.ts';
import { openDemoSealer } from './demo.ts';
import { openPemSealer } from './pem.ts';
import { openPkcs12Sealer } from './pkcs12.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-sealer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const today = new Date('2026-11-24T09:00:00Z');
const tooLate = new Date('2046-11-24T09:00:00Z');
const pki = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365);
const fixture = join(import.meta.dirname, 'fixtures');
const password = fileWith('password', 'Prüfung\n');

const anchorsOfPki = join(folder, 'anchors');
await writeAnchors(anchorsOfPki, { seal: [pki.root], timestamps: [], crls: pki.crls });

type Open = (now: () => Date) => Promise<Sealer>;
const fixtureAnchors = join(fixture, 'anchors');
const adapters: [string, Open][] = [
  ['the demo seal', (now) => openDemoSealer({ ...demo('contract.json'), now })],
  [
    'a PKCS#12 file',
    (now) =>
      openPkcs12Sealer({ file: join(fixture, 'seal.p12'), passwordFile: password, anchorsFolder: fixtureAnchors, now }),
  ],
  ...Object.keys(sealKinds).map((kind): [string, Open] => {
    const files = pemFiles(kind);
    const rsaPadding = kind === 'RSA PKCS#1' ? ('pkcs1' as const) : ('pss' as const);
    return [`PEM files with ${kind}`, (now) => openPemSealer({ ...files, rsaPadding, now })];
  }),
];

describe.for(adapters)('the port sealer, by %s', ([name, open]) => {
  test('signs so that its certificate answers for it', async () => {
    const sealer = await open(() => today);
    const { leaf, algorithm } = await sealer.certificates();
    const toBeSigned = new Uint8Array([1, 2, 3]);
    const signature = await sealer.sign({ toBeSigned, digest: digestOf(algorithm.hash, toBeSigned) });
    expect(isSignedBy(leaf, algorithm, toBeSigned, signature)).toBe(true);
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
    expect(chain).toHaveLength(name === 'the demo seal' ? 0 : 1);
  });

  test('gives the same certificates each time', async () => {
    const sealer = await open(() => today);
    expect(await sealer.certificates()).toEqual(await sealer.certificates());
  });

  test('is not opened with an expired certificate, and stops sealing when it expires', async () => {
    const opened = await open(() => today);
    await expect(open(() => tooLate)).rejects.toThrow('expired at');
    let now = today;
    const sealer = await open(() => now);
    now = tooLate;
    await expect(sealer.certificates()).rejects.toThrow('expired at');
    await expect(sealer.sign({ toBeSigned: new Uint8Array(), digest: new Uint8Array() })).rejects.toThrow('expired at');
    await expect(opened.certificates()).resolves.toBeDefined();
  });
});

describe('the demo seal', () => {
  test('says DEMO in the name every verifier shows', async () => {
    const { leaf } = await (await openDemoSealer(demo('name.json'))).certificates();
    expect(new X509Certificate(leaf).subject).toContain('CN=DEMO Siegel Stadt Leinfelden-Echterdingen');
  });

  test('is refused in production', async () => {
    await expect(openDemoSealer({ ...demo('production.json'), mode: 'production' })).rejects.toThrow('is refused');
  });

  test('survives a restart', async () => {
    const first = await openDemoSealer(demo('restart.json'));
    const second = await openDemoSealer(demo('restart.json'));
    expect(await second.certificates()).toEqual(await first.certificates());
  });

  test('is one, even where five processes start at once', async () => {
    const sealers = await Promise.all(Array.from({ length: 5 }, () => openDemoSealer(demo('together.json'))));
    const leaves = await Promise.all(sealers.map(async (sealer) => (await sealer.certificates()).leaf));
    expect(new Set(leaves.map((leaf) => Buffer.from(leaf).toString('hex'))).size).toBe(1);
  });

  test('lies in a file that only its owner can read', async () => {
    const options = demo('mode.json');
    await openDemoSealer(options);
    expect(statSync(options.file).mode & 0o777).toBe(0o600);
  });

  test('has a Sperrliste by its root that is valid now and holds nobody', async () => {
    const sealer = await openDemoSealer(demo('crl.json'));
    const { seal, crls } = await sealer.anchors();
    const [root, list] = [Certificate.fromBER(first(seal)), CertificateRevocationList.fromBER(first(crls))];
    expect(await list.verify({ issuerCertificate: root })).toBe(true);
    expect(list.isCertificateRevoked(Certificate.fromBER((await sealer.certificates()).leaf))).toBe(false);
    expect(list.thisUpdate.value.getTime()).toBeLessThanOrEqual(today.getTime());
    expect(list.nextUpdate?.value.getTime()).toBeGreaterThan(today.getTime());
  });
});

describe('the anchors of a seal in files', () => {
  test('are read anew each time, so that a fresh Sperrliste counts without a restart', async () => {
    const anchorsFolder = join(folder, 'renewed');
    await writeAnchors(anchorsFolder, { seal: [pki.root], timestamps: [], crls: [first(pki.crls)] });
    const sealer = await openPemSealer({ ...pemFiles('P-256'), anchorsFolder, now: () => today });
    expect((await sealer.anchors()).crls).toEqual([first(pki.crls)]);
    await writeAnchors(anchorsFolder, { seal: [pki.root], timestamps: [pki.issuing], crls: pki.crls });
    expect(await sealer.anchors()).toEqual({ seal: [pki.root], timestamps: [pki.issuing], crls: pki.crls });
  });

  test('must be there when the office opens', async () => {
    const open = openPemSealer({ ...pemFiles('P-256'), anchorsFolder: join(folder, 'nowhere'), now: () => today });
    await expect(open).rejects.toThrow('Cannot read the folder');
  });

  test('must stand above it', async () => {
    const open = openPemSealer({ ...pemFiles('P-256'), anchorsFolder: fixtureAnchors, now: () => today });
    await expect(open).rejects.toThrow("stands above the seal's certificate");
  });
});

describe('a seal key is refused', () => {
  test.for<[string, () => { publicKey: Key; privateKey: Key }, string]>([
    ['RSA with 2048 bit', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), 'at least 3072 bit'],
    ['RSA for PSS alone', () => generateKeyPairSync('rsa-pss', { modulusLength: 3072 }), 'common verifiers do not'],
    ['P-521', () => generateKeyPairSync('ec', { namedCurve: 'P-521' }), 'not secp521r1'],
    ['Ed25519', () => generateKeyPairSync('ed25519'), 'not ed25519'],
  ])('that is %s', async ([, make, reason]) => {
    const { publicKey, privateKey } = make();
    const files = pemOf(privateKey, [pki.certify('Schwach', publicKey, 'seal')]);
    await expect(openPemSealer({ ...files, now: () => today })).rejects.toThrow(reason);
  });

  test.for<[string, (key: Key) => Bytes, string]>([
    ['of another certificate', () => pki.issuing, 'None of the seal certificates'],
    ['certified for time stamps', (key) => pki.certify('Zeit', key, 'timestamps'), 'meant for time stamps'],
  ])('%s', async ([, certify, reason]) => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const files = pemOf(privateKey, [certify(publicKey)]);
    await expect(openPemSealer({ ...files, now: () => today })).rejects.toThrow(reason);
  });

  test('in a PKCS#12 file with the wrong password', async () => {
    const open = openPkcs12Sealer({
      file: join(fixture, 'seal.p12'),
      anchorsFolder: fixtureAnchors,
      passwordFile: fileWith('wrong', 'Pruefung'),
      now: () => today,
    });
    await expect(open).rejects.toThrow('does not open with this password');
  });

  test('in a PKCS#12 file with outdated encryption, and told how to renew it', async () => {
    const open = openPkcs12Sealer({
      file: join(fixture, 'outdated.p12'),
      anchorsFolder: fixtureAnchors,
      passwordFile: fileWith('x', 'x'),
      now: () => today,
    });
    await expect(open).rejects.toThrow('writes it anew with AES-256');
  });

  test('that is not there, by the name of its file', async () => {
    const open = openPemSealer({ ...pemFiles('P-256'), file: join(folder, 'gone.key'), now: () => today });
    await expect(open).rejects.toThrow(/gone\.key cannot be read \(ENOENT\)/);
  });

  test('in an encrypted PEM file without its password, and opened with it', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { certificateFile, anchorsFolder } = pemOf(privateKey, [
      pki.certify('Verschlüsselt', publicKey, 'seal'),
      pki.issuing,
    ]);
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'Prüfung' });
    const file = fileWith('encrypted.pem', pem.toString());
    const options = { file, certificateFile, anchorsFolder, now: () => today };
    await expect(openPemSealer({ ...options, passwordFile: '' })).rejects.toThrow('no private key');
    await expect(openPemSealer({ ...options, passwordFile: password })).resolves.toBeDefined();
  });
});

type Key = ReturnType<typeof generateKeyPairSync>['privateKey'];

function demo(name: string) {
  const authority = 'Stadt Leinfelden-Echterdingen';
  return { file: join(folder, 'demo', name), mode: 'demo' as const, authority, now: () => today };
}

function pemFiles(kind: string) {
  const pair = sealKinds[kind]?.makeKey();
  if (!pair) throw new Error(`no kind ${kind}`);
  // In no order, as such bundles come.
  return pemOf(pair.privateKey, [pki.root, pki.certify(`Siegel ${kind}`, pair.publicKey, 'seal'), pki.issuing]);
}

function pemOf(privateKey: Key, certificates: readonly Bytes[]) {
  const name = Math.random().toString(36).slice(2);
  return {
    file: fileWith(`${name}.key`, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()),
    certificateFile: fileWith(`${name}.pem`, certificates.map((der) => new X509Certificate(der).toString()).join('\n')),
    passwordFile: '',
    anchorsFolder: anchorsOfPki,
  };
}

function fileWith(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content, { mode: 0o600 });
  return file;
}

function first(list: readonly Bytes[]): Bytes {
  const [one] = list;
  if (!one) throw new Error('nothing there');
  return one;
}
