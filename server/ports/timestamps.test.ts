import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { toHex, utf8 } from '../../shared/base/bytes.ts';
import { parseCertificate } from '../../shared/verifying/certificate.ts';
import { findChain } from '../../shared/verifying/chain.ts';
import { foreignTimeStamps } from '../../tests/conformance/time-stamps.ts';
import { makeTestPki } from '../../tests/support/pki.ts';
import { type Answer, startSmallServer } from '../../tests/support/small-server.ts';
import { openDemoTimestamps } from '../adapters/timestamps/demo.ts';
import { openHttpTimestamps } from '../adapters/timestamps/http.ts';
import { digestOf } from '../sealing/algorithms.ts';
import { writeAnchors } from '../sealing/anchors-folder.ts';
import { answerTimestampRequest } from '../sealing/issue-timestamp.ts';
import { readTimestamp } from '../sealing/timestamp-token.ts';
import { TimestampFailure, type Timestamps } from './timestamps.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-time-'));
const today = new Date();
let now = today;
const clock = () => now;
const pki = makeTestPki(new Date(today.getTime() - 86_400_000), 365);
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const authority = {
  key: keys.privateKey,
  certificate: pki.certify('Prüfzeit', keys.publicKey, 'timestamps'),
  chain: [pki.issuing],
  policy: '1.2.3.4',
};
const reply = (body: Uint8Array) => ({ type: 'application/timestamp-reply', body });
const honest: Answer = ({ body }) =>
  reply(answerTimestampRequest(body, authority, { at: clock(), serialNumber: Uint8Array.of(1) }));
const server = await startSmallServer(honest);
const anchorsFolder = join(folder, 'anchors');
await writeAnchors(anchorsFolder, { seal: [], timestamps: [pki.root], crls: [] });
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  now = today;
  server.answer = honest;
  server.asked = [];
});

type HttpOptions = Parameters<typeof openHttpTimestamps>[0];
const http = (change: Partial<HttpOptions> = {}) =>
  openHttpTimestamps({
    urls: [server.url],
    privateHosts: [server.host],
    anchorsFolder,
    policies: [],
    now: clock,
    ...change,
  });
const demo = (name = 'contract.json') =>
  openDemoTimestamps({ file: join(folder, 'demo', name), mode: 'demo', now: clock });

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
/** The same adapter with a service behind it that is not ours. */
const openssl = async () => {
  foreignTimeStamps(pki, folder);
  const query = join(folder, 'asked');
  server.answer = ({ body }) => {
    writeFileSync(query, body);
    const args = ['ts', '-reply', '-config', join(folder, 'tsa.cnf'), '-section', 'tsa', '-queryfile', query];
    spawnSync('openssl', [...args, '-out', `${query}.reply`]);
    return reply(readFileSync(`${query}.reply`));
  };
  return http();
};

const adapters: [string, () => Promise<Timestamps>][] = [
  ['the demo service', () => demo()],
  ['a service over HTTP', () => http()],
  ...(hasOpenssl ? [['OpenSSL over HTTP', openssl] as [string, () => Promise<Timestamps>]] : []),
];

const patience = () => AbortSignal.timeout(5_000);
const failureOf = (stamped: Promise<unknown>) =>
  stamped.then(
    () => 'stamped',
    (error: unknown) => (error instanceof TimestampFailure ? error.kind : error),
  );

describe.for(adapters)('the port timestamps, by %s', ([, open]) => {
  test('stamps a digest, by a key that leads to its anchor', async () => {
    const timestamps = await open();
    const digest = digestOf('SHA-256', utf8('Siegel'));
    const token = await timestamps.stamp(digest, patience());
    const { time, signed } = await readTimestamp(token);
    expect(Math.abs(time - today.getTime())).toBeLessThan(60_000);
    expect(toHex(signed.content ?? new Uint8Array())).toContain(toHex(digest));
    const anchors = (await timestamps.anchors()).map((der) => parseCertificate(der));
    expect(await findChain(signed.signer, signed.certificates, anchors)).toContain(signed.signer);
  });

  test('gives every digest a token of its own', async () => {
    const timestamps = await open();
    const [one, other] = [1, 2].map((byte) => digestOf('SHA-256', Uint8Array.of(byte)));
    if (!one || !other) throw new Error('two digests');
    expect(await timestamps.stamp(one, patience())).not.toEqual(await timestamps.stamp(other, patience()));
  });
});

describe('a service over HTTP', () => {
  const digest = digestOf('SHA-256', Uint8Array.of(1));
  test.for<[string, Answer, string]>([
    ['says nothing for too long', () => 'hang', 'no-answer'],
    ['is broken', () => ({ status: 500, body: utf8('') }), 'no-answer'],
    ['sends somewhere else', () => ({ status: 302, headers: { Location: server.url }, body: utf8('') }), 'no-answer'],
    ['answers with a page', () => ({ type: 'text/html', body: utf8('<p>Wartung</p>') }), 'no-answer'],
    ['answers without end', () => reply(new Uint8Array(70_000)), 'no-answer'],
    ['answers nonsense', () => reply(utf8('nonsense')), 'answer-refused'],
    ['repeats an old answer', (asked) => recorded ?? honest(asked), 'answer-refused'],
  ])('that %s gives no time stamp', async ([, answer, kind]) => {
    recorded = undefined;
    if (kind === 'answer-refused') await (await http()).stamp(digest, patience());
    recorded = lastAnswer;
    server.answer = answer;
    expect(await failureOf((await http()).stamp(digest, AbortSignal.timeout(300)))).toBe(kind);
  });

  let recorded: Awaited<ReturnType<Answer>> | undefined;
  let lastAnswer: Awaited<ReturnType<Answer>> | undefined;
  const recording: Answer = async (asked) => (lastAnswer = await honest(asked));
  beforeEach(() => {
    server.answer = recording;
  });

  test('that did not answer is left alone for a while, and then asked again', async () => {
    const timestamps = await http();
    server.answer = () => ({ status: 503, body: utf8('') });
    expect(await failureOf(timestamps.stamp(digest, patience()))).toBe('no-answer');
    server.answer = honest;
    expect(await failureOf(timestamps.stamp(digest, patience()))).toBe('no-answer');
    expect(server.asked).toHaveLength(1);
    now = new Date(today.getTime() + 31_000);
    expect(await failureOf(timestamps.stamp(digest, patience()))).toBe('stamped');
  });

  test('is stood in for by the next one', async () => {
    const urls = ['http://127.0.0.1:9/', server.url];
    const timestamps = await http({ urls, privateHosts: ['127.0.0.1:9', server.host] });
    expect(await failureOf(timestamps.stamp(digest, patience()))).toBe('stamped');
  });

  test('inside the own network is asked only where that is meant', async () => {
    expect(await failureOf((await http({ privateHosts: [] })).stamp(digest, patience()))).toBe('no-answer');
    expect(server.asked).toEqual([]);
  });

  test('is told name and password where it wants them', async () => {
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, 'geheim:ß\n');
    await (await http({ user: 'stadt', passwordFile })).stamp(digest, patience());
    const told = server.asked[0]?.headers.authorization?.replace('Basic ', '') ?? '';
    expect(Buffer.from(told, 'base64').toString()).toBe('stadt:geheim:ß');
  });

  test('is not opened without a root to check it by', async () => {
    const empty = join(folder, 'empty');
    await writeAnchors(empty, { seal: [pki.root], timestamps: [], crls: [] });
    await expect(http({ anchorsFolder: empty })).rejects.toThrow('No root of a time stamp service');
  });

  test('whose roots cannot be read gives no time stamp, and stops nobody', async () => {
    const gone = join(folder, 'gone');
    await writeAnchors(gone, { seal: [], timestamps: [pki.root], crls: [] });
    const timestamps = await http({ anchorsFolder: gone });
    rmSync(gone, { recursive: true });
    expect(await failureOf(timestamps.stamp(digest, patience()))).toBe('no-answer');
  });

  test('whose root was taken away is not believed any more', async () => {
    const moving = join(folder, 'moving');
    await writeAnchors(moving, { seal: [], timestamps: [pki.root], crls: [] });
    const timestamps = await http({ anchorsFolder: moving });
    await writeAnchors(moving, { seal: [], timestamps: [makeTestPki(today, 10).root], crls: [] });
    expect(await failureOf(timestamps.stamp(digest, patience()))).toBe('answer-refused');
  });
});

describe('the demo time stamps', () => {
  test('say DEMO in the name every verifier shows', async () => {
    const { signed } = await readTimestamp(await (await demo()).stamp(new Uint8Array(32), patience()));
    expect(new X509Certificate(signed.signer.der).subject).toContain('CN=DEMO Zeitstempel');
  });

  test('are refused in production', async () => {
    const open = openDemoTimestamps({ file: join(folder, 'production.json'), mode: 'production', now: clock });
    await expect(open).rejects.toThrow('refused');
  });

  test('come from one service, after a restart and where several processes start at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => demo('together.json')));
    const roots = await Promise.all(all.map(async (each) => Buffer.from((await each.anchors())[0] ?? []).toString()));
    expect(new Set(roots).size).toBe(1);
    expect(statSync(join(folder, 'demo', 'together.json')).mode & 0o777).toBe(0o600);
  });
});
