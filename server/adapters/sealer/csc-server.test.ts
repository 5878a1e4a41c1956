import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { toBase64, utf8 } from '../../../shared/base/bytes.ts';
import { cscClient, startCscServer } from '../../../tests/support/csc-server.ts';
import { digestOf, hashOids } from '../../sealing/algorithms.ts';

/** Whatever our tests lean on has to be as strict as the specification: CSC API 2.0.0, 11.4 to 11.10. */
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [ecdsa256, rsaSha256] = ['1.2.840.10045.4.3.2', '1.2.840.113549.1.1.11'];
const service = await startCscServer({ id: 'GX1', privateKey, certificates: [], algo: ['1.2.840.10045.4.3.2'] });
afterAll(() => service.close());

describe('our own test service refuses as the specification says', () => {
  const sha256 = hashOids['SHA-256'];
  const hash = toBase64(new Uint8Array(32));
  const authorize = {
    credentialID: 'GX1',
    numSignatures: 1,
    hashes: [hash],
    hashAlgorithmOID: sha256,
    authData: [{ id: 'PIN', value: '4711' }],
  };

  test.for<[string, string, object, string]>([
    ['credentials/info', 'no credential', {}, 'Missing (or invalid type) string parameter credentialID'],
    ['credentials/info', 'an odd wish', { credentialID: 'GX1', certificates: 'all' }, 'Invalid parameter certificates'],
    [
      'credentials/authorize',
      'no number',
      { ...authorize, numSignatures: undefined },
      'integer parameter numSignatures',
    ],
    ['credentials/authorize', 'a number below one', { ...authorize, numSignatures: 0 }, 'Invalid value for parameter'],
    ['credentials/authorize', 'too high a number', { ...authorize, numSignatures: 2 }, 'signatures is too high'],
    ['credentials/authorize', 'no digests', { ...authorize, hashes: [] }, 'Empty hash array'],
    ['credentials/authorize', 'a short digest', { ...authorize, hashes: ['AAAA'] }, 'Invalid digest value length'],
    [
      'credentials/authorize',
      'an unknown hash',
      { ...authorize, hashAlgorithmOID: '1.3.14.3.2.26' },
      'hashAlgorithmOID',
    ],
    ['signatures/signHash', 'no SAD', { credentialID: 'GX1' }, 'string parameter SAD'],
    ['signatures/signHash', 'an unknown SAD', { credentialID: 'GX1', SAD: 'x' }, 'Invalid parameter SAD'],
    ['signatures/signDoc', 'anything', {}, 'not implemented'],
  ])('%s with %s', async ([method, , body, reason]) => {
    expect(await call(method, body)).toMatchObject({ error_description: expect.stringContaining(reason) });
  });

  test.for<[string, object, string]>([
    ['another digest', { hashes: [toBase64(new Uint8Array(32).fill(1))] }, 'not authorized by the SAD'],
    ['another algorithm', { signAlgo: rsaSha256 }, 'Invalid parameter signAlgo'],
    ['no algorithm', { signAlgo: undefined }, 'string parameter signAlgo'],
  ])('signatures/signHash with %s', async ([, change, reason]) => {
    const { SAD } = (await call('credentials/authorize', authorize)) as { SAD: string };
    const wanted = { credentialID: 'GX1', SAD, hashes: [hash], signAlgo: ecdsa256, ...change };
    expect(await call('signatures/signHash', wanted)).toMatchObject({
      error_description: expect.stringContaining(reason),
    });
  });

  test('a SAD is good for one signature', async () => {
    const hashes = [toBase64(digestOf('SHA-256', utf8('Siegel')))];
    const { SAD } = (await call('credentials/authorize', { ...authorize, hashes })) as { SAD: string };
    const wanted = { credentialID: 'GX1', SAD, hashes, signAlgo: ecdsa256 };
    expect(await call('signatures/signHash', wanted)).toHaveProperty('signatures');
    expect(await call('signatures/signHash', wanted)).toMatchObject({ error_description: 'Invalid parameter SAD' });
  });

  test('nobody comes in without a token', async () => {
    expect(await call('credentials/list', {}, randomUUID())).toMatchObject({ error: 'invalid_token' });
    expect(await call('credentials/list', {}, '')).toMatchObject({ error: 'invalid_request' });
  });

  async function call(method: string, body: object, token?: string): Promise<unknown> {
    const headers = { Authorization: `Bearer ${token ?? (await freshToken())}` };
    return (await fetch(`${service.url}${method}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  }

  async function freshToken(): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: cscClient.id,
      client_secret: cscClient.secret,
    });
    const answered = await fetch(`${service.server.url}oauth2/token`, { method: 'POST', body });
    return ((await answered.json()) as { access_token: string }).access_token;
  }
});
