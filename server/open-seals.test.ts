import { generateKeyPairSync } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, utf8 } from '../shared/base/bytes.ts';
import { verify } from '../shared/verifying/verify.ts';
import { cscClient, startCscServer } from '../tests/support/csc-server.ts';
import { meldebestaetigungJob } from '../tests/support/sample-documents.ts';
import { makeTestPki } from '../tests/support/pki.ts';
import { makeSealFolder } from '../tests/support/seal-files.ts';
import { makeSoftHsm, type SoftHsm, softHsmMissing } from '../tests/support/soft-hsm.ts';
import type { SealConfig, SealsConfig } from './config-seal.ts';
import { openSeals } from './open-seals.ts';
import type { Sealer } from './ports/sealer.ts';
import { writeAnchors } from './sealing/anchors-folder.ts';
import { completePdf } from './sealing/complete.ts';
import { finishSeal, prepareSeal, type PreparedSeal } from './sealing/seal.ts';
import { makeTypst } from './typesetting/typst.ts';

/** How an office comes to its seal at the start, and how it changes to another one. */
const from = new Date('2026-11-01T00:00:00Z');
const old = await makeSealFolder(makeTestPki(from, 30));
const young = await makeSealFolder(makeTestPki(from, 700, ' II'));
const anchorsFolder = join(old.folder, 'both');
await writeAnchors(anchorsFolder, {
  seal: [old.pki.root, young.pki.root],
  timestamps: [],
  crls: [...old.pki.crls, ...young.pki.crls],
});
afterAll(() => [old, young].forEach((files) => files.remove()));

const pem = (files: typeof old, kind: string): SealConfig => {
  const own = { ...files.pemFiles(kind), anchorsFolder };
  return { kind: 'pem', ...own, rsaPadding: 'pss' };
};
const alone = (seal: SealConfig): SealsConfig => ({ seal, nextSeal: undefined, nextSealFrom: undefined });
const [oldSeal, youngSeal] = [pem(old, 'P-256'), pem(young, 'P-384')];
let today = new Date('2026-11-24T09:00:00Z');
const away: string[] = [];
const surroundings = {
  mode: 'production' as const,
  dataDir: old.folder,
  authority: { name: 'Prüfstadt' },
  now: () => today,
  onAway: (problem: Error) => void away.push(problem.message),
};
const open = (config: SealsConfig) => openSeals(config, surroundings);

describe('an office does not open', () => {
  test.for<[string, SealsConfig, string]>([
    ['in production with the demo seal', alone({ kind: 'demo' }), 'The demo seal is refused'],
    [
      'without the file of its seal',
      alone({ ...oldSeal, file: '/nowhere.key' } as SealConfig),
      'cannot be read (ENOENT)',
    ],
    [
      'with a next seal that cannot be used',
      { ...alone(oldSeal), nextSeal: { ...youngSeal, file: '/nowhere.key' } as SealConfig },
      'The next seal (SEAL_NEXT_…): ',
    ],
  ])('%s', async ([, config, reason]) => {
    await expect(open(config)).rejects.toThrow(reason);
  });

  test('with a certificate that has expired, unless the next one is there', async () => {
    const before = today;
    today = new Date('2026-12-10T09:00:00Z');
    await expect(open(alone(oldSeal))).rejects.toThrow('expired at 2026-12-01');
    await expect(open({ ...alone(oldSeal), nextSeal: youngSeal })).resolves.toBeDefined();
    today = before;
  });
});

describe('an office opens while the keeper of its key is away', () => {
  const csc = (url: string): SealConfig => ({
    kind: 'csc',
    url,
    tokenUrl: '',
    clientId: cscClient.id,
    clientSecretFile: young.fileWith('client', cscClient.secret),
    hosts: [],
    credential: '',
    pinFile: young.fileWith('pin', '4711'),
    anchorsFolder,
    rsaPadding: 'pss',
  });

  test('says so, gives the anchors, seals nothing, and seals again once it answers', async () => {
    today = new Date('2026-11-24T09:00:00Z');
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const certificates = [young.pki.certify('Fern', publicKey, 'seal'), young.pki.issuing];
    const service = await startCscServer({ id: 'S', privateKey, certificates, algo: ['1.2.840.10045.4.3.2'] });
    const { answer } = service.server;
    service.server.answer = () => ({ status: 503, type: 'application/json', body: utf8('{}') });
    away.length = 0;
    const sealer = await open(alone(csc(service.url)));
    expect(away).toEqual([expect.stringContaining('a fault of its own')]);
    expect((await sealer.anchors()).seal).toHaveLength(2);
    expect(await sealer.seals()).toEqual([]);
    await expect(sealer.certificates()).rejects.toThrow('a fault of its own');
    service.server.answer = answer;
    await expect.poll(() => sealer.seals(), { timeout: 20_000 }).toHaveLength(1);
    await expect(sealer.certificates()).resolves.toMatchObject({ leaf: certificates[0] });
    await service.close();
  });

  test('and not where something is set up wrongly', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const service = await startCscServer({ id: 'S', privateKey, certificates: [], algo: [] });
    await expect(open(alone(csc(service.url)))).rejects.toThrow('has no certificate');
    await service.close();
  });

  test('and a next seal does not take its turn for that', async () => {
    const gone = csc('http://127.0.0.1:9/csc/v2/');
    const sealer = await open({ ...alone(gone), nextSeal: youngSeal });
    await expect(sealer.certificates()).rejects.toThrow('does not answer info as it should');
    expect(await sealer.seals()).toMatchObject([{ place: 'next' }]);
  });
});

describe('a change of certificate', () => {
  let pdf: Bytes;
  beforeAll(async () => {
    pdf = await completePdf(makeTypst().typeset(meldebestaetigungJob));
  });
  const change = new Date('2026-11-25T00:00:00Z');
  const prepared = async (sealer: Sealer): Promise<PreparedSeal> =>
    prepareSeal({ pdf, ...(await sealer.certificates()), at: today });
  const verdictOf = async (sealer: Sealer, sealed: Bytes) => {
    const { seal, timestamps, crls } = await sealer.anchors();
    return verify(sealed, { sealAnchors: seal, tsaAnchors: timestamps, revocation: crls, at: today });
  };

  test('leaves no pause, and no document behind: before, during and after it everything verifies', async () => {
    today = new Date('2026-11-24T23:59:59Z');
    const sealer = await open({ seal: oldSeal, nextSeal: youngSeal, nextSealFrom: change });
    const before = await prepared(sealer);
    const sealedBefore = finishSeal(before, await sealer.sign(before));
    const during = await prepared(sealer);
    today = change;
    const sealedDuring = finishSeal(during, await sealer.sign(during));
    const after = await prepared(sealer);
    const sealedAfter = finishSeal(after, await sealer.sign(after));
    expect([before.algorithm.hash, during.algorithm.hash, after.algorithm.hash]).toEqual([
      'SHA-256',
      'SHA-256',
      'SHA-384',
    ]);
    // The day after: the next seal has become the only one that is configured; the roots of both stay in the folder.
    const later = await open(alone(youngSeal));
    for (const sealed of [sealedBefore, sealedDuring, sealedAfter]) {
      expect(await verdictOf(sealer, sealed)).toMatchObject({ verdict: 'TOTAL-PASSED' });
      expect(await verdictOf(later, sealed)).toMatchObject({ verdict: 'TOTAL-PASSED' });
    }
  });

  describe.skipIf(softHsmMissing)(`from a file to a hardware module ${softHsmMissing ?? ''}`, () => {
    let hsm: SoftHsm;
    beforeAll(() => {
      hsm = makeSoftHsm('Wechsel');
    });
    afterAll(() => hsm.remove());

    test('goes the same way, and an outage of the module costs that try and nothing else', async () => {
      today = new Date('2026-11-26T09:00:00Z');
      const certificate = young.pki.certify('HSM', await hsm.makeKey('siegel', 'P-256'), 'seal');
      const certificateFile = young.certificateFile(certificate, young.pki.issuing);
      const { place, pinFile } = hsm;
      const key = { key: 'siegel', pinFile, certificateFile, anchorsFolder, rsaPadding: 'pss' as const };
      const nextSeal: SealConfig = { kind: 'pkcs11', ...place, ...key };
      const sealer = await open({ seal: oldSeal, nextSeal, nextSealFrom: change });
      const waiting = await prepared(sealer);
      renameSync(hsm.tokens, `${hsm.tokens}-out`);
      await expect(sealer.sign(waiting)).rejects.toThrow(/no token|cannot be used now/);
      renameSync(`${hsm.tokens}-out`, hsm.tokens);
      await expect
        .poll(
          () =>
            sealer.sign(waiting).then(
              () => 'signed',
              () => 'not yet',
            ),
          { timeout: 20_000 },
        )
        .toBe('signed');
      expect(await verdictOf(sealer, finishSeal(waiting, await sealer.sign(waiting)))).toMatchObject({
        verdict: 'TOTAL-PASSED',
        seal: { level: 'B-B' },
      });
    });
  });
});
