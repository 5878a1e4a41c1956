import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificate, CertificateRevocationList } from 'pkijs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { openDemoSealer } from './demo.ts';

const today = new Date('2026-11-24T09:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'schalter-demo-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

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

function demo(name: string) {
  const authority = 'Stadt Leinfelden-Echterdingen';
  return { file: join(folder, 'demo', name), mode: 'demo' as const, authority, now: () => today };
}

function first(list: readonly Bytes[]): Bytes {
  const [one] = list;
  if (!one) throw new Error('nothing there');
  return one;
}
