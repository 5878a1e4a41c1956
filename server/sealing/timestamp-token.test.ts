import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../shared/base/bytes.ts';
import { makeTestPki } from '../../tests/support/pki.ts';
import { digestOf } from './algorithms.ts';
import { attribute, signingCertificate } from './cms.ts';
import { integer, nothing, octets, oid, sequence } from './der.ts';
import {
  answerTimestampRequest,
  grantTimestamp,
  issueToken,
  rejectTimestamp,
  type TokenRequest,
} from './issue-timestamp.ts';
import { timestampRequest } from './timestamp-request.ts';
import { checkTimestampAnswer, readTimestamp, TimestampRefused } from './timestamp-token.ts';

/** A service that answers honestly, and one that lies about each thing in turn. */
const now = new Date('2026-11-23T09:00:00Z');
const pki = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365);
const stranger = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365);
const p256 = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keys = p256();
const authority = {
  key: keys.privateKey,
  certificate: pki.certify('Prüfzeit', keys.publicKey, 'timestamps'),
  chain: [pki.issuing],
  policy: '1.2.3.4',
};
const asked = { imprint: digestOf('SHA-256', new Uint8Array([1])), nonce: Uint8Array.of(0, 0xff, 2, 3, 4, 5, 6, 7) };
const trust = { anchors: [pki.root], policies: ['1.2.3.4'], now };

const sha256 = '2.16.840.1.101.3.4.2.1';
const imprintOf = (digest: Bytes, algorithm = sha256) => sequence(sequence(oid(algorithm), nothing()), octets(digest));
const honest: TokenRequest = {
  ...authority,
  imprint: imprintOf(asked.imprint),
  nonce: integer(asked.nonce),
  serialNumber: Uint8Array.of(7),
  at: now,
};
const answerWith = (change: Partial<TokenRequest>) => grantTimestamp(issueToken({ ...honest, ...change }));
const fault = (answer: Bytes, over: { policies?: readonly string[]; now?: Date } = {}, policy?: string) =>
  checkTimestampAnswer(answer, { ...asked, policy }, { ...trust, ...over }).then(
    () => 'accepted',
    (error: unknown) => (error instanceof TimestampRefused ? error.fault : error),
  );

describe('an honest answer of a time stamp service', () => {
  test('is accepted, with its time and the chain to its anchor', async () => {
    const answer = answerTimestampRequest(timestampRequest(asked), authority, {
      at: now,
      serialNumber: Uint8Array.of(1),
    });
    const checked = await checkTimestampAnswer(answer, asked, trust);
    expect(checked.time).toBe(now.getTime());
    expect(checked.chain.map(({ der }) => der)).toEqual([authority.certificate, pki.issuing, pki.root]);
    expect((await readTimestamp(checked.token)).time).toBe(now.getTime());
  });

  test.for([
    ['with any policy where none is named', { policies: [] }, undefined],
    ['under the policy it was asked for', {}, '1.2.3.4'],
  ] as const)('%s is accepted', async ([, over, policy]) => {
    expect(await fault(answerWith({}), over, policy)).toBe('accepted');
  });
});

const other = p256();
const sealCertificate = pki.certify('Siegel', other.publicKey, 'seal');
const another = pki.certify('Andere Zeit', other.publicKey, 'timestamps');
const hour = 3_600_000;
const flipped = (answer: Bytes) => answer.with(answer.length - 3, (answer.at(-3) ?? 0) ^ 1);

describe('an answer is refused', () => {
  test.for<[string, () => Bytes, string]>([
    ['that says no', () => rejectTimestamp(0), 'not-granted'],
    ['that is no DER', () => Uint8Array.of(1, 2, 3), 'malformed'],
    ['that is empty', () => new Uint8Array(), 'malformed'],
    ['that grants and brings nothing', () => sequence(sequence(integer(0))), 'malformed'],
    ['that brings something else', () => grantTimestamp(sequence(integer(1))), 'malformed'],
    ['with bytes behind it', () => new Uint8Array([...answerWith({}), 0]), 'malformed'],
    ['to another nonce', () => answerWith({ nonce: integer(Uint8Array.of(1)) }), 'nonce'],
    ['without a nonce', () => answerWith({ nonce: undefined }), 'nonce'],
    ['about another document', () => answerWith({ imprint: imprintOf(new Uint8Array(32)) }), 'imprint'],
    [
      'about another digest',
      () => answerWith({ imprint: imprintOf(asked.imprint, '2.16.840.1.101.3.4.2.3') }),
      'imprint',
    ],
    ['by SHA-1', () => answerWith({ imprint: imprintOf(asked.imprint.slice(0, 20), '1.3.14.3.2.26') }), 'algorithm'],
    ['under another policy', () => answerWith({ policy: '1.2.3.5' }), 'policy'],
    ['from an hour ago', () => answerWith({ at: new Date(now.getTime() - hour) }), 'time'],
    ['from the future', () => answerWith({ at: new Date(now.getTime() + hour) }), 'time'],
    ['signed by another key', () => answerWith({ key: other.privateKey }), 'signature'],
    ['whose signature was changed', () => flipped(answerWith({})), 'signature'],
    ['that does not name its certificate', () => answerWith({ signedAlong: [] }), 'signing-certificate'],
    [
      'that names another certificate',
      () =>
        answerWith({
          signedAlong: [attribute('1.2.840.113549.1.9.16.2.47', signingCertificate(another, 'SHA-256'))],
        }),
      'signing-certificate',
    ],
    ['by a seal', () => answerWith({ key: other.privateKey, certificate: sealCertificate }), 'purpose'],
    [
      'by a service nobody here trusts',
      () => {
        const foreign = p256();
        const certificate = stranger.certify('Fremde Zeit', foreign.publicKey, 'timestamps');
        return answerWith({ key: foreign.privateKey, certificate, chain: [stranger.issuing] });
      },
      'chain',
    ],
    ['whose chain is incomplete', () => answerWith({ chain: [] }), 'chain'],
  ])('%s', async ([, make, expected]) => {
    expect(await fault(make())).toBe(expected);
  });

  test('by a certificate that has expired', async () => {
    const late = new Date('2028-01-01T00:00:00Z');
    expect(await fault(answerWith({ at: late }), { now: late })).toBe('validity');
  });

  test('under another policy than was asked for', async () => {
    expect(await fault(answerWith({}), { policies: [] }, '1.2.3.9')).toBe('policy');
  });

  test.for([
    ['that is no request', Uint8Array.of(0x30, 0), '10'],
    ['for another digest', timestampRequest({ ...asked, imprint: new Uint8Array(20) }), '00'],
  ] as const)('to a request %s, by our own responder', async ([, request]) => {
    const answer = answerTimestampRequest(request, authority, { at: now, serialNumber: Uint8Array.of(1) });
    expect(await fault(answer)).toBe('not-granted');
  });
});
