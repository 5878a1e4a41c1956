import { CompactSign, generateKeyPair } from 'jose';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { toBase64Url, utf8 } from '../base/bytes.ts';
import { type Act, hashAct, readAct, signAct } from './act.ts';

type Key = Parameters<typeof signAct>[1];
let key: Key;
let other: Key;
beforeAll(async () => {
  [key, other] = await Promise.all([makeKey(), makeKey()]);
});

const act: Act = {
  schema: 'schalter/act@1',
  actId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d11',
  caseId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d12',
  revision: 1,
  declarationHash: 'a'.repeat(64),
  signer: 'p1',
  method: 'confirmed',
  sectionsSeen: ['home', 'person.p1'],
  challenge: 'c2FsdA',
  capturedAt: '2026-11-23T09:00:00.000Z',
  offline: false,
  appVersion: '1.0.0',
};

describe('an act', () => {
  test('can be read and checked by who has nothing but its text', async () => {
    expect(await readAct(await signAct(act, key))).toMatchObject({ ok: true, act });
  });

  test('signed twice is the same act, though the signatures differ', async () => {
    const [once, again] = [await signAct(act, key), await signAct(act, key)];
    expect(once.split('.').slice(0, 2)).toEqual(again.split('.').slice(0, 2));
    expect(await hashAct(act)).toBe(await hashAct({ ...act }));
  });

  test('with a changed payload is refused', async () => {
    const [header, , signature] = (await signAct(act, key)).split('.');
    const forged = toBase64Url(utf8(JSON.stringify({ ...act, signer: 'p2' })));
    expect(await readAct(`${header}.${forged}.${signature}`)).toEqual({ ok: false, because: 'signature-wrong' });
  });

  test('under the key of another device is refused', async () => {
    const [, payload, signature] = (await signAct(act, key)).split('.');
    const [header] = (await signAct(act, other)).split('.');
    expect(await readAct(`${header}.${payload}.${signature}`)).toEqual({ ok: false, because: 'signature-wrong' });
  });

  test.for<[string, object, string]>([
    ['a thumbprint of another key', { kid: 'AAAA' }, 'thumbprint-differs'],
    ['another type', { typ: 'JWT' }, 'header-unknown'],
    ['a header nobody knows', { crit: ['b64'], b64: false }, 'header-unknown'],
  ])('with %s is refused', async ([, change, because]) => {
    expect(await readAct(await signedWith(change, act))).toEqual({ ok: false, because });
  });

  test.for<[string, object]>([
    ['a field nobody knows, such as pressure', { ...act, pressure: [1, 2] }],
    ['a local time', { ...act, capturedAt: '2026-11-23T10:00:00+01:00' }],
    ['no list of what was seen', { ...act, sectionsSeen: undefined }],
  ])('with %s is refused', async ([, payload]) => {
    expect(await readAct(await signedWith({}, payload))).toEqual({ ok: false, because: 'payload-unknown' });
  });

  test('is never mistaken for one, whatever the text is', async () => {
    await fc.assert(fc.asyncProperty(fc.string(), async (text) => !(await readAct(text)).ok));
  });
});

async function signedWith(change: object, payload: object): Promise<string> {
  const header = JSON.parse(Buffer.from((await signAct(act, key)).split('.')[0] ?? '', 'base64url').toString());
  return new CompactSign(utf8(JSON.stringify(payload)))
    .setProtectedHeader({ ...header, ...change })
    .sign(key.privateKey, { crit: { b64: true } })
    .catch(async () => {
      // jose will not sign an unencoded payload compactly, so the header is put in front of a signature by hand.
      const [, body, signature] = (await signAct(act, key)).split('.');
      return `${toBase64Url(utf8(JSON.stringify({ ...header, ...change })))}.${body}.${signature}`;
    });
}

async function makeKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey, publicJwk: (await crypto.subtle.exportKey('jwk', publicKey)) as Key['publicJwk'] };
}
