import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toBase64, utf8 } from '../../../shared/base/bytes.ts';
import { distinguishedName, issueCertificate } from '../../sealing/issue.ts';
import { openPrintedSealer } from './pem.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-printed-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const now = () => new Date('2026-11-23T09:00:00Z');
const housingNumbers = { 'alleinige Wohnung': 0, Hauptwohnung: 1, Nebenwohnung: 2 };

const authority = generateKeyPairSync('ec', { namedCurve: 'P-384' });

/** Key and certificate of a printed seal in the folder. */
function seal(name: string, namedCurve: string, notAfter = new Date('2028-01-01T00:00:00Z')) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  const subject = distinguishedName({ organisation: 'DEMO ohne Rechtswirkung', commonName: 'XY' });
  const der = issueCertificate({
    subject,
    publicKey,
    issuer: { name: distinguishedName({ organisation: 'DEMO', commonName: 'CA' }), key: authority.privateKey },
    serialNumber: Uint8Array.of(0x1f, 0x3a),
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter,
    use: 'seal',
  });
  const file = (ending: string, content: string | Buffer) => {
    const path = join(folder, `${name}.${ending}`);
    writeFileSync(path, content);
    return path;
  };
  return {
    publicKey: createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })),
    keyFile: file('key.pem', privateKey.export({ format: 'pem', type: 'pkcs8' })),
    certificateFile: file('pem', `-----BEGIN CERTIFICATE-----\n${toBase64(der)}\n-----END CERTIFICATE-----\n`),
  };
}
const open = (files: { keyFile: string; certificateFile: string }, at = now) =>
  openPrintedSealer({ ...files, signer: 'DEXY', housingNumbers, passwordFile: '', now: at });

describe('the key of the printed seal', () => {
  test.for([
    ['prime256v1', 'sha256', 64],
    ['secp384r1', 'sha384', 96],
    ['brainpoolP256r1', 'sha256', 64],
    ['brainpoolP384r1', 'sha384', 96],
  ] as const)('on %s signs with %s, r before s, and names its certificate', async ([curve, hash, length]) => {
    const { publicKey, ...files } = seal(curve, curve);
    const sealer = await open(files);
    expect(sealer).toMatchObject({ signer: 'DEXY', certificateReference: '1F3A', housingNumbers });
    const signature = await sealer.sign(utf8('header and features'));
    expect(signature).toHaveLength(length);
    const how = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify(hash, utf8('header and features'), how, signature)).toBe(true);
  });

  test('that is outdated is refused at the start, and while the office runs', async () => {
    const { publicKey: _, ...files } = seal('old', 'prime256v1', new Date('2026-11-24T00:00:00Z'));
    let at = now();
    const sealer = await open(files, () => at);
    at = new Date('2026-11-25T00:00:00Z');
    await expect(sealer.sign(utf8('x'))).rejects.toThrow('not valid at this time');
    await expect(open(files, () => at)).rejects.toThrow('not valid at this time');
  });

  test.for([
    ['a weak curve', () => seal('weak', 'secp224r1'), 'holds no key on prime256v1'],
    [
      'the certificate of another key',
      () => ({ ...seal('one', 'prime256v1'), certificateFile: seal('other', 'prime256v1').certificateFile }),
      'is not the certificate of',
    ],
    ['no file', () => ({ ...seal('none', 'prime256v1'), keyFile: join(folder, 'gone') }), 'cannot be read (ENOENT)'],
    [
      'a certificate where the key should be',
      () => {
        const { certificateFile } = seal('mixed', 'prime256v1');
        return { certificateFile, keyFile: certificateFile };
      },
      'holds no private key',
    ],
  ] as const)('is not opened with %s', async ([, files, sentence]) => {
    await expect(open(files())).rejects.toThrow(sentence);
  });
});
