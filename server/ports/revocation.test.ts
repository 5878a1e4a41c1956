import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, utf8 } from '../../shared/base/bytes.ts';
import { derTags, parseDer, sequenceOf } from '../../shared/verifying/der.ts';
import { type Answer, startSmallServer } from '../../tests/support/small-server.ts';
import { makeDemoRevocation } from '../adapters/revocation/demo.ts';
import { makeHttpRevocation } from '../adapters/revocation/http.ts';
import { element, explicit, oid, sequence } from '../sealing/der.ts';
import { distinguishedName, extension, issueCertificate, issueCrl } from '../sealing/issue.ts';
import { issueOcsp, issueOcspRefusal, type OcspRequest } from '../sealing/issue-ocsp.ts';
import { type Revocation, RevocationFailure } from './revocation.ts';

/** An authority that answers honestly, and one that lies or is silent; what it says of one certificate. */
const today = new Date('2026-11-23T09:00:00Z');
let now = today;
const clock = () => now;
const after = (seconds: number) => new Date(today.getTime() + seconds * 1000);
const day = 86_400;

const server = await startSmallServer(() => 'hang');
afterAll(() => server.close());

const uri = (url: string) => element(0x86, [utf8(url)]);
const asksAt = extension('1.3.6.1.5.5.7.1.1', sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), uri(`${server.url}ocsp`))));
const listAt = extension('2.5.29.31', sequence(sequence(explicit(0, element(0xa0, [uri(`${server.url}list.crl`)])))));

const root = makeIssuer('Wurzel');
const stranger = makeIssuer('Wurzel');
const both = certify(root, [asksAt, listAt]);
const onlyOcsp = certify(root, [asksAt]);
const onlyList = certify(root, [listAt]);
const nowhere = certify(root, []);
const responder = certify(root, [], 'ocsp');

let revoked: { at: Date } | undefined;
const listOf = (issuer = root, { thisUpdate = now, nextUpdate = after(day) } = {}) =>
  issueCrl({
    issuer: issuer.issuer,
    number: 1,
    thisUpdate,
    nextUpdate,
    revoked: revoked ? [both, onlyOcsp, onlyList].map(({ serialNumber }) => ({ serialNumber, at: after(-60) })) : [],
  });

/** The nonce of a request, which stands at its very end. */
const nonceOf = (request: Bytes): Bytes => {
  const [, extensions] = sequenceOf(sequenceOf(parseDer(request))[0]);
  const [, value] = sequenceOf(sequenceOf(extensions && parseDer(extensions.body))[0]);
  return parseDer(value?.body ?? new Uint8Array(), derTags.octetString).body;
};
const ocspOf = (asked: { certificate: Bytes }, request: Bytes, change: Partial<OcspRequest> = {}) =>
  issueOcsp({
    answers: [
      {
        certificate: asked.certificate,
        issuer: root.certificate,
        status: revoked ? { revokedAt: revoked.at } : 'good',
        thisUpdate: now,
        nextUpdate: after(day),
      },
    ],
    responder: { key: root.issuer.key, certificate: root.certificate },
    producedAt: now,
    nonce: nonceOf(request),
    ...change,
  });
const ocspReply = (body: Uint8Array) => ({ type: 'application/ocsp-response', body });
const listReply = (body: Uint8Array) => ({ type: 'application/pkix-crl', body });
let asked = both;
const honest: Answer = ({ path, body }) => (path === '/ocsp' ? ocspReply(ocspOf(asked, body)) : listReply(listOf()));

beforeEach(() => {
  now = today;
  revoked = undefined;
  asked = both;
  server.answer = honest;
  server.asked = [];
});

const http = (change: Partial<Parameters<typeof makeHttpRevocation>[0]> = {}) =>
  makeHttpRevocation({ hosts: [server.host], privateHosts: [server.host], now: clock, ...change });
const adapters: [string, () => Revocation, typeof both][] = [
  ['the demo lists', () => makeDemoRevocation({ mode: 'demo', lists: async () => [listOf()], now: clock }), nowhere],
  ['OCSP over HTTP', () => http(), onlyOcsp],
  ['a list over HTTP', () => http(), onlyList],
];

const signal = () => AbortSignal.timeout(5_000);
const statusOf = (revocation: Revocation, { certificate }: { certificate: Bytes }, since?: Date) =>
  revocation.statusOf(certificate, root.certificate, { signal: signal(), ...(since && { since }) });
const failureOf = (answered: Promise<unknown>) =>
  answered.then(
    () => 'answered',
    (error: unknown) => (error instanceof RevocationFailure ? error.kind : error),
  );

describe.for(adapters)('the port revocation, by %s', ([, open, certificate]) => {
  beforeEach(() => {
    asked = certificate;
  });

  test('says that the issuer stands by a certificate, and brings what proves it', async () => {
    const proof = await statusOf(open(), certificate);
    expect(proof).toMatchObject({ revokedAt: undefined, thisUpdate: today });
    expect(proof.nextUpdate > now && proof.der.length > 100).toBe(true);
  });

  test('gives what is as young as it was asked for, and nothing older', async () => {
    const revocation = open();
    expect((await statusOf(revocation, certificate, after(60))).thisUpdate).toEqual(today);
    expect(await failureOf(statusOf(revocation, certificate, after(day)))).toBe('not-fresh');
  });

  test('does not answer for a certificate of somebody else', async () => {
    const foreign = open().statusOf(certificate.certificate, stranger.certificate, { signal: signal() });
    expect(['answer-refused', 'nowhere-to-ask']).toContain(await failureOf(foreign));
  });
});

test.for([
  ['OCSP', () => onlyOcsp],
  ['its list', () => onlyList],
] as const)('a revoked certificate is revoked, by %s', async ([, certificate]) => {
  revoked = { at: after(-60) };
  asked = certificate();
  expect(await statusOf(http(), asked)).toMatchObject({ revokedAt: after(-60) });
});

describe('whoever asks over HTTP', () => {
  test.for<[string, Answer]>([
    ['is silent', () => 'hang'],
    ['is broken', () => ({ status: 500, body: utf8('') })],
    ['sends elsewhere', () => ({ status: 301, headers: { Location: '/ocsp' }, body: utf8('') })],
    ['says try later', () => ocspReply(issueOcspRefusal(3))],
  ])('takes the list where the responder %s', async ([, answer]) => {
    server.answer = (request) => (request.path === '/ocsp' ? answer(request) : honest(request));
    const revocation = http();
    const quick = { signal: AbortSignal.timeout(200) };
    // Whoever waited for silence has no time left for the list; the next one has.
    await revocation.statusOf(both.certificate, root.certificate, quick).catch(() => {});
    now = after(31);
    server.answer = (request) => (request.path === '/ocsp' ? ocspReply(issueOcspRefusal(3)) : honest(request));
    expect(await statusOf(revocation, both)).toMatchObject({ kind: 'crl' });
  });

  test('asks the same question once an hour, and earlier where somebody needs a younger answer', async () => {
    const revocation = http();
    await statusOf(revocation, both);
    await statusOf(revocation, both);
    expect(server.asked).toHaveLength(1);
    now = after(600);
    await statusOf(revocation, both, now);
    expect(server.asked).toHaveLength(2);
    now = after(600 + 3_601);
    await statusOf(revocation, both);
    expect(server.asked).toHaveLength(3);
  });

  test('never asks a host that is not on the list, nor one inside', async () => {
    expect(await failureOf(statusOf(http({ hosts: ['ocsp.example'] }), both))).toBe('no-answer');
    expect(await failureOf(statusOf(http({ privateHosts: [] }), both))).toBe('no-answer');
    expect(server.asked).toEqual([]);
  });

  test('leaves a host alone that did not answer', async () => {
    server.answer = () => ({ status: 500, body: utf8('') });
    const revocation = http();
    await failureOf(statusOf(revocation, onlyList));
    await failureOf(statusOf(revocation, onlyList));
    expect(server.asked).toHaveLength(1);
  });

  test('learns nothing of a certificate that names no address', async () => {
    expect(await failureOf(statusOf(http(), nowhere))).toBe('nowhere-to-ask');
  });

  test('takes a list that lies at hand where nobody answers, and only a genuine one', async () => {
    const lists = async () => [listOf(stranger), listOf()];
    expect(await statusOf(http({ lists }), nowhere)).toMatchObject({ kind: 'crl', revokedAt: undefined });
    const forged = async () => [listOf(stranger)];
    expect(await failureOf(statusOf(http({ lists: forged }), nowhere))).toBe('answer-refused');
    const unreadable = () => Promise.reject(new Error('no folder'));
    expect(await failureOf(statusOf(http({ lists: unreadable }), nowhere))).toBe('no-answer');
  });
});

describe('a lie about a certificate is not believed', () => {
  const single = (change: Partial<OcspRequest['answers'][number]>): Partial<OcspRequest> => ({
    answers: [
      { certificate: onlyOcsp.certificate, issuer: root.certificate, status: 'good', thisUpdate: now, ...change },
    ],
  });
  const other = certify(root, []);
  const unappointed = certify(root, [], 'seal');
  test.for<[string, () => Partial<OcspRequest>]>([
    ['that speaks of another certificate', () => single({ certificate: other.certificate })],
    ['that does not know it', () => single({ status: 'unknown' })],
    ['that has run out', () => single({ thisUpdate: after(-2 * day), nextUpdate: after(-day) })],
    ['from the future', () => single({ thisUpdate: after(day), nextUpdate: after(2 * day) })],
    ['to somebody else', () => ({ nonce: Uint8Array.of(1, 2, 3, 4) })],
    ['by another authority', () => ({ responder: { key: stranger.issuer.key, certificate: root.certificate } })],
    [
      'by somebody nobody appointed',
      () => ({
        responder: { key: unappointed.key, certificate: unappointed.certificate },
        certificates: [unappointed.certificate],
      }),
    ],
  ])('%s', async ([, lie]) => {
    server.answer = ({ body }) => ocspReply(ocspOf(onlyOcsp, body, lie()));
    expect(await failureOf(statusOf(http(), onlyOcsp))).toBe('answer-refused');
  });

  test.for<[string, () => Uint8Array]>([
    ['by another authority', () => listOf(stranger)],
    ['that has run out', () => listOf(root, { thisUpdate: after(-2 * day), nextUpdate: after(-day) })],
    ['from the future', () => listOf(root, { thisUpdate: after(day), nextUpdate: after(2 * day) })],
    ['that was cut off', () => listOf().subarray(0, 100)],
    ['that is none', () => utf8('<html>')],
  ])('as a list %s', async ([, lie]) => {
    server.answer = () => listReply(lie());
    expect(await failureOf(statusOf(http(), onlyList))).toBe('answer-refused');
  });
});

test('a responder the issuer appointed is believed, and its certificate kept', async () => {
  asked = onlyOcsp;
  const by = { responder: { key: responder.key, certificate: responder.certificate } };
  server.answer = ({ body }) => ocspReply(ocspOf(onlyOcsp, body, { ...by, certificates: [responder.certificate] }));
  expect(await statusOf(http(), onlyOcsp)).toMatchObject({ kind: 'ocsp', certificates: [responder.certificate] });
});

test('the demo lists are refused in production', () => {
  expect(() => makeDemoRevocation({ mode: 'production', lists: async () => [], now: clock })).toThrow('refused');
});

function makeIssuer(commonName: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const name = distinguishedName({ organisation: 'Prüfstadt', commonName });
  const issuer = { name, key: privateKey };
  const certificate = issueCertificate({
    subject: name,
    publicKey,
    issuer,
    use: 'root',
    serialNumber: Uint8Array.of(1),
    notBefore: after(-30 * day),
    notAfter: after(365 * day),
  });
  return { issuer, certificate };
}

function certify({ issuer }: typeof root, more: readonly Bytes[], use: 'seal' | 'ocsp' = 'seal') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serialNumber = new Uint8Array([0x5a, ...randomBytes(11)]);
  const certificate = issueCertificate({
    subject: distinguishedName({ organisation: 'Prüfstadt', commonName: use }),
    publicKey,
    issuer,
    use,
    serialNumber,
    notBefore: after(-30 * day),
    notAfter: after(365 * day),
    more,
  });
  return { key: privateKey, certificate, serialNumber };
}
