import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeSealFolder } from '../../../tests/support/seal-files.ts';
import { writeAnchors } from '../../sealing/anchors-folder.ts';
import { openPemSealer } from './pem.ts';
import { openPkcs12Sealer } from './pkcs12.ts';

const now = () => new Date('2026-11-24T09:00:00Z');
const files = await makeSealFolder();
const { pki, fileWith, pemFiles } = files;
const fixture = join(import.meta.dirname, 'fixtures');
const fixtureAnchors = join(fixture, 'anchors');
afterAll(() => files.remove());

describe('the anchors of a seal in files', () => {
  test('are read anew each time, so that a fresh Sperrliste counts without a restart', async () => {
    const anchorsFolder = join(files.folder, 'renewed');
    await writeAnchors(anchorsFolder, { seal: [pki.root], timestamps: [], crls: pki.crls.slice(0, 1) });
    const sealer = await openPemSealer({ ...pemFiles('P-256'), anchorsFolder, now });
    expect((await sealer.anchors()).crls).toEqual(pki.crls.slice(0, 1));
    await writeAnchors(anchorsFolder, { seal: [pki.root], timestamps: [pki.issuing], crls: pki.crls });
    expect(await sealer.anchors()).toEqual({ seal: [pki.root], timestamps: [pki.issuing], crls: pki.crls });
  });

  test.for<[string, string, string]>([
    ['be there when the office opens', join(files.folder, 'nowhere'), 'Cannot read the folder'],
    ['stand above it', fixtureAnchors, "stands above the seal's certificate"],
  ])('must %s', async ([, anchorsFolder, reason]) => {
    await expect(openPemSealer({ ...pemFiles('P-256'), anchorsFolder, now })).rejects.toThrow(reason);
  });
});

describe('a seal in files is refused', () => {
  test('with the wrong password for its PKCS#12 file', async () => {
    const options = { file: join(fixture, 'seal.p12'), anchorsFolder: fixtureAnchors, now };
    const open = openPkcs12Sealer({ ...options, passwordFile: fileWith('wrong', 'Pruefung') });
    await expect(open).rejects.toThrow('does not open with this password');
  });

  test('in a PKCS#12 file with outdated encryption, and told how to renew it', async () => {
    const options = { file: join(fixture, 'outdated.p12'), anchorsFolder: fixtureAnchors, now };
    const open = openPkcs12Sealer({ ...options, passwordFile: fileWith('x', 'x') });
    await expect(open).rejects.toThrow('writes it anew with AES-256');
  });

  test('that is not there, by the name of its file', async () => {
    const open = openPemSealer({ ...pemFiles('P-256'), file: join(files.folder, 'gone.key'), now });
    await expect(open).rejects.toThrow(/gone\.key cannot be read \(ENOENT\)/);
  });

  test('whose certificate is damaged, by the name of its file', async () => {
    const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    const certificateFile = fileWith('damaged.pem', pem);
    const open = openPemSealer({ ...pemFiles('P-256'), certificateFile, now });
    await expect(open).rejects.toThrow('damaged.pem holds a certificate that cannot be read');
  });

  test('in an encrypted PEM file without its password, and opened with it', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const chain = [pki.certify('Verschlüsselt', publicKey, 'seal'), pki.issuing];
    const { certificateFile, anchorsFolder } = files.pemOf(privateKey, chain);
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'Prüfung' });
    const options = { file: fileWith('encrypted.pem', pem.toString()), certificateFile, anchorsFolder, now };
    await expect(openPemSealer({ ...options, passwordFile: '' })).rejects.toThrow('no private key');
    const passwordFile = fileWith('password', 'Prüfung\n');
    await expect(openPemSealer({ ...options, passwordFile })).resolves.toBeDefined();
  });
});
