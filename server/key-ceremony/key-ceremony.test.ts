import { spawn } from 'node:child_process';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CertificationRequest } from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, fromBase64 } from '../../shared/base/bytes.ts';
import { makeTestPki } from '../../tests/support/pki.ts';
import { makeSealFolder, orderFor } from '../../tests/support/seal-files.ts';
import { makeSoftHsm, pin, type SoftHsm, softHsmMissing } from '../../tests/support/soft-hsm.ts';
import { openPemSealer } from '../adapters/sealer/pem.ts';
import { openPkcs11Sealer } from '../adapters/sealer/pkcs11.ts';
import { openPkcs12Sealer } from '../adapters/sealer/pkcs12.ts';
import { runCeremony } from './main.ts';
import { sha256 } from './protocol.ts';

const now = () => new Date('2026-11-24T09:00:00Z');
const pki = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365);
const seals = await makeSealFolder(pki);
const root = mkdtempSync(join(tmpdir(), 'schalter-ceremony-'));
afterAll(() => {
  seals.remove();
  rmSync(root, { recursive: true });
});

const [anna, bert] = ['Anna Amsel, Leiterin', 'Bert Buche, IT'];
const [halfOfAnna, halfOfBert] = ['Zwölf Zeichen!', 'noch einmal 12'];
const newSecret = [halfOfAnna, halfOfAnna, halfOfBert, halfOfBert];
const city = ['--organisation', 'Stadt Leinfelden-Echterdingen', '--common-name', 'Siegel der Stadt'];

describe('the first part of a key ceremony', () => {
  test('makes a key that opens with both halves only, a request and a protocol', async () => {
    const folder = fresh();
    const held = await hold(['key', '--out', folder, ...city], [anna, bert, ...newSecret, confirm, confirm]);
    expect(held.problem).toBe('');
    expect(readdirSync(folder).toSorted()).toEqual([
      'protokoll-1-schluessel.json',
      'protokoll-1-schluessel.txt',
      'siegel-antrag.csr',
      'siegel-schluessel.pem',
    ]);
    expect(modeOf(join(folder, 'siegel-schluessel.pem'))).toBe(0o600);
    const request = CertificationRequest.fromBER(requestIn(folder));
    expect(await request.verify()).toBe(true);
    const names = request.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value));
    expect(names).toEqual(['DE', 'Stadt Leinfelden-Echterdingen', 'Siegel der Stadt']);
  });

  test('leaves a protocol that names persons, times, tools, hashes and what both confirmed', async () => {
    const folder = fresh();
    const { said } = await hold(
      ['key', '--out', folder, ...city, '--kind', 'P-384', '--locality', 'Leinfelden-Echterdingen'],
      [anna, bert, ...newSecret, confirm, confirm],
    );
    const json = readFileSync(join(folder, 'protokoll-1-schluessel.json'), 'utf8');
    const protocol = JSON.parse(json) as Record<string, unknown>;
    const fingerprint = sha256(requestKey(folder).export({ format: 'der', type: 'spki' }));
    expect(protocol).toMatchObject({
      schema: 'schalter/key-ceremony@1',
      part: 'key',
      startedAt: '2026-11-24T09:00:00.000Z',
      persons: [anna, bert],
      tools: { Schalter: '1.2.3', 'Node.js': process.versions.node, OpenSSL: process.versions.openssl },
      key: { kind: 'P-384', kept: 'file', fingerprint },
      files: [
        { name: 'siegel-schluessel.pem', sha256: sha256(readFileSync(join(folder, 'siegel-schluessel.pem'))) },
        { name: 'siegel-antrag.csr', sha256: sha256(readFileSync(join(folder, 'siegel-antrag.csr'))) },
      ],
      confirmations: [
        { person: anna, typed: fingerprint.slice(-8) },
        { person: bert, typed: fingerprint.slice(-8) },
      ],
    });
    const text = readFileSync(join(folder, 'protokoll-1-schluessel.txt'), 'utf8');
    for (const part of [anna, bert, sha256(json), 'Leinfelden-Echterdingen', 'Fingerabdruck'])
      expect(text).toContain(part);
    expect(said.replaceAll(/\s/g, '')).toContain(sha256(json));
    for (const secret of [halfOfAnna, halfOfBert])
      for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'utf8')).not.toContain(secret);
  });

  test.for<[string, Answer[], string]>([
    ['one person twice', [anna, ` ${anna.toUpperCase()}`], 'zwei verschiedene Personen'],
    ['nobody beside the first', [anna, ''], 'Namen von zwei Personen'],
    ['a short half', [anna, bert, 'kurz'], 'mindestens 12 Zeichen'],
    ['a half typed differently', [anna, bert, halfOfAnna, halfOfBert], 'nicht zweimal gleich eingegeben'],
    ['two halves alike', [anna, bert, halfOfAnna, halfOfAnna, halfOfAnna, halfOfAnna], 'nicht gleich sein'],
    [
      'a confirmation without having looked',
      [anna, bert, ...newSecret, confirm, 'ja'],
      'Bert Buche, IT hat nicht bestätigt',
    ],
    ['nobody there in the end', [anna, bert, ...newSecret, confirm], 'Eingabe wurde beendet'],
  ])('is broken off by %s, and nothing is left', async ([, answers, reason]) => {
    const folder = fresh();
    const held = await hold(['key', '--out', folder, ...city], answers);
    expect(held).toMatchObject({ code: 1, problem: expect.stringContaining(reason) });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('never overwrites a key', async () => {
    const folder = fresh();
    writeFileSync(join(folder, 'siegel-schluessel.pem'), 'alt');
    const held = await hold(['key', '--out', folder, ...city], [anna, bert, ...newSecret, confirm, confirm]);
    expect(held.problem).toContain('Überschrieben wird nichts');
    expect(readFileSync(join(folder, 'siegel-schluessel.pem'), 'utf8')).toBe('alt');
  });

  test.for<[string, string[], string]>([
    ['without a folder', ['key', ...city], '--out is missing'],
    ['for an odd kind of key', ['key', '--out', root, ...city, '--kind', 'P-192'], '--kind must be P-256 or P-384'],
    ['for half a token', ['key', '--out', root, ...city, '--token', 'a'], 'belong together'],
    ['for nothing', ['--out', root], 'Say key or certificate'],
    ['with a secret in it', ['key', '--out', root, ...city, '--password', 'x'], "Unknown option '--password'"],
  ])('is not begun by a call %s', async ([, args, reason]) => {
    expect(await hold(args, [])).toMatchObject({ code: 64, problem: expect.stringContaining(reason) });
  });

  test('makes RSA keys in hardware only', async () => {
    const held = await hold(['key', '--out', fresh(), ...city, '--kind', 'RSA-3072'], [anna, bert, ...newSecret]);
    expect(held.problem).toContain('Ein Schlüssel in einer Datei ist P-256 oder P-384');
  });
});

describe('the second part', () => {
  test.for(['pem', 'pkcs12'] as const)(
    'lays the certificate beside the key, and the office seals with it as %s',
    async (as) => {
      const folder = await afterFirstPart();
      const passwordFile = join(folder, 'password');
      const held = await install(folder, certificateOf(folder), [], ['--as', as, '--password-file', passwordFile]);
      expect(held.problem).toBe('');
      expect(held.said).toContain(`SEALER=${as}`);
      const where = { anchorsFolder: seals.anchorsFolder, passwordFile, now };
      const certificateFile = join(folder, 'siegel-zertifikate.pem');
      const sealer =
        as === 'pem'
          ? await openPemSealer({ ...where, file: join(folder, 'siegel-schluessel.pem'), certificateFile })
          : await openPkcs12Sealer({ ...where, file: join(folder, 'siegel.p12') });
      await expect(sealer.sign(await orderFor(sealer))).resolves.toBeDefined();
      expect(modeOf(passwordFile)).toBe(0o600);
    },
  );

  test('leaves a protocol that names the first one by its hash', async () => {
    const folder = await afterFirstPart();
    await install(folder, certificateOf(folder));
    const first = sha256(readFileSync(join(folder, 'protokoll-1-schluessel.json')));
    const second = JSON.parse(readFileSync(join(folder, 'protokoll-2-zertifikat.json'), 'utf8')) as object;
    expect(second).toMatchObject({ part: 'certificate', previous: first, persons: [anna, bert] });
    expect(readFileSync(join(folder, 'protokoll-2-zertifikat.txt'), 'utf8')).toContain(first);
  });

  test.for<[string, (folder: string) => readonly Bytes[], string]>([
    ['a certificate of another key', () => [pki.issuing], 'Keines dieser Zertifikate gehört zum Schlüssel'],
    ['one for time stamps', (folder) => [certify(folder, 'timestamps'), pki.issuing], 'meant for time stamps'],
    ['one without its chain', (folder) => [certify(folder)], 'Ist die Kette vollständig'],
    [
      'one by a stranger',
      (folder) => [stranger.certify('x', requestKey(folder), 'seal'), stranger.issuing],
      'keine Wurzel',
    ],
  ])('refuses %s', async ([, certificates, reason]) => {
    const folder = await afterFirstPart();
    const held = await install(folder, certificates(folder));
    expect(held).toMatchObject({ code: 1, problem: expect.stringContaining(reason) });
    expect(readdirSync(folder)).not.toContain('siegel-zertifikate.pem');
  });

  test.for<[string, Answer[], string]>([
    ['the halves do not open the key', [anna, bert, halfOfBert, halfOfAnna], 'öffnen den Schlüssel nicht'],
    ['only one of them confirms', [anna, bert, halfOfAnna, halfOfBert, confirm, 'nein'], 'hat nicht bestätigt'],
  ])('is broken off where %s', async ([, answers, reason]) => {
    const folder = await afterFirstPart();
    const held = await install(folder, certificateOf(folder), answers);
    expect(held).toMatchObject({ code: 1, problem: expect.stringContaining(reason) });
    expect(readdirSync(folder)).not.toContain('siegel-zertifikate.pem');
  });

  test('is not begun in a folder without a first part', async () => {
    expect((await install(fresh(), [pki.issuing])).problem).toContain('kein erster Teil');
  });
});

describe.skipIf(softHsmMissing)(`a key ceremony with a hardware module ${softHsmMissing ?? ''}`, () => {
  let hsm: SoftHsm;
  beforeAll(() => {
    hsm = makeSoftHsm('Zeremonie');
  });
  afterAll(() => hsm.remove());

  test('makes the key in it, and the office seals with it', async () => {
    const folder = fresh();
    const { module, token } = hsm.place;
    const hardware = ['--module', module, '--token', token, '--label', 'siegel-2026', '--kind', 'RSA-3072'];
    const halves = [pin.slice(0, 3), pin.slice(3)];
    const held = await hold(['key', '--out', folder, ...city, ...hardware], [anna, bert, ...halves, confirm, confirm]);
    expect(held.problem).toBe('');
    expect(readdirSync(folder)).not.toContain('siegel-schluessel.pem');
    const installed = await install(folder, certificateOf(folder), [anna, bert, ...halves, confirm, confirm]);
    expect(installed.said).toContain('SEAL_PKCS11_KEY=siegel-2026');
    const certificateFile = join(folder, 'siegel-zertifikate.pem');
    const { anchorsFolder } = seals;
    const options = { ...hsm.place, key: 'siegel-2026', pinFile: hsm.pinFile, certificateFile, anchorsFolder, now };
    const sealer = await openPkcs11Sealer(options);
    await expect(sealer.sign(await orderFor(sealer))).resolves.toBeDefined();
    sealer.close();
    const text = readFileSync(join(folder, 'protokoll-1-schluessel.txt'), 'utf8');
    expect(text).toMatch(/HSM-Modul: SoftHSM .*\n\s+Token: Zeremonie, .*Nr\. /);
  });
});

test('the command itself takes its answers from whoever sits there', async () => {
  const folder = fresh();
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, 'key', '--out', folder, ...city, '--first', anna, '--second', bert]);
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    const shown = /\(SHA-256\):\s+((?:[0-9a-f]{4} ?){16})/.exec(said)?.[1];
    if (shown && !child.stdin.writableEnded) child.stdin.end(`${shown.slice(-9)}\n${shown.slice(-9)}\n`);
  });
  child.stdin.write(newSecret.join('\n') + '\n');
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, said.includes(halfOfAnna)]).toEqual([0, false]);
  expect(readdirSync(folder)).toHaveLength(4);
}, 60_000);

/** Types the end of the fingerprint that was shown. */
const confirm: unique symbol = Symbol('confirm');
type Answer = string | typeof confirm;

/** Holds the ceremony with these answers, in this order; who asks once more than that hears that nobody is there. */
async function hold(args: readonly string[], answers: readonly Answer[]) {
  let said = '';
  let problem = '';
  const left = [...answers];
  const answer = async (): Promise<string> => {
    const next = left.shift();
    if (next === undefined) throw new Error('Die Eingabe wurde beendet.');
    const shown = [...said.matchAll(/\(SHA-256\):\s+((?:[0-9a-f]{4} ?){16})/g)].at(-1)?.[1] ?? '';
    return next === confirm ? shown.trim().slice(-9) : next;
  };
  const conversation = { say: (text: string) => void (said += `${text}\n`), ask: answer, askSecretly: answer };
  const ceremony = { conversation, now, version: '1.2.3' };
  const code = await runCeremony(args, { ceremony, complain: (text) => void (problem += text) });
  return { code, said, problem };
}

async function afterFirstPart(): Promise<string> {
  const folder = fresh();
  const held = await hold(['key', '--out', folder, ...city], [anna, bert, ...newSecret, confirm, confirm]);
  if (held.code !== 0) throw new Error(held.problem);
  return folder;
}

function install(folder: string, certificates: readonly Bytes[], answers: readonly Answer[] = [], more: string[] = []) {
  const certificate = seals.certificateFile(...certificates);
  const args = [
    'certificate',
    '--out',
    folder,
    '--certificate',
    certificate,
    '--anchors',
    seals.anchorsFolder,
    ...more,
  ];
  const usual: Answer[] = [anna, bert, halfOfAnna, halfOfBert, confirm, confirm];
  return hold(args, answers.length > 0 ? answers : usual);
}

const stranger = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365);
const certify = (folder: string, use: 'seal' | 'timestamps' = 'seal') => pki.certify('Siegel', requestKey(folder), use);
const certificateOf = (folder: string) => [pki.root, certify(folder), pki.issuing];

function requestIn(folder: string): Bytes {
  const pem = readFileSync(join(folder, 'siegel-antrag.csr'), 'utf8');
  return fromBase64(pem.replaceAll(/-----[^-]+-----|\s/g, ''));
}

/** The key the authority sees in the request. */
function requestKey(folder: string): KeyObject {
  const { subjectPublicKeyInfo } = CertificationRequest.fromBER(requestIn(folder));
  const der = Buffer.from(subjectPublicKeyInfo.toSchema().toBER());
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

let folders = 0;
function fresh(): string {
  const folder = join(root, String((folders += 1)));
  mkdirSync(folder);
  return folder;
}

const modeOf = (file: string): number => statSync(file).mode & 0o777;
