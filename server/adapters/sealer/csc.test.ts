import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, toBase64, utf8 } from '../../../shared/base/bytes.ts';
import { cscClient, startCscServer } from '../../../tests/support/csc-server.ts';
import { sealKinds } from '../../../tests/support/pki.ts';
import { makeSealFolder, orderFor } from '../../../tests/support/seal-files.ts';
import { startSmallServer } from '../../../tests/support/small-server.ts';
import { type CscSealerOptions, openCscSealer } from './csc.ts';

const files = await makeSealFolder();
const data = utf8('Siegel');
const [ecdsa256, rsaSha256, rsaPss] = ['1.2.840.10045.4.3.2', '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.10'];
const pair = sealKinds['P-256']?.makeKey();
const rsaPair = sealKinds['RSA-PSS']?.makeKey();
if (!pair || !rsaPair) throw new Error('no keys');
const certificates = [files.pki.certify('Fernsiegel', pair.publicKey, 'seal'), files.pki.issuing];
const rsaCertificates = [files.pki.certify('Fernsiegel RSA', rsaPair.publicKey, 'seal'), files.pki.issuing];
const clientSecretFile = files.fileWith('client', cscClient.secret);
const pinFile = files.fileWith('pin', '4711\n');

const service = await startCscServer({ id: 'GX1', privateKey: pair.privateKey, certificates, algo: [ecdsa256 ?? ''] });
const original = structuredClone({ ...service.state, knows: [data] });
const { answer } = service.server;
beforeEach(() => {
  Object.assign(service.state, structuredClone(original));
  service.server.answer = answer;
  service.server.asked.length = 0;
});
afterAll(async () => {
  await service.close();
  files.remove();
});

const open = (more: Partial<CscSealerOptions> = {}) =>
  openCscSealer({
    url: service.url,
    tokenUrl: '',
    clientId: cscClient.id,
    clientSecretFile,
    hosts: [],
    credential: 'GX1',
    pinFile,
    anchorsFolder: files.anchorsFolder,
    now: () => service.state.now,
    seconds: 2,
    ...more,
  });
const asked = (method: string) => service.server.asked.filter(({ path }) => path.endsWith(method));
const bodyOf = ({ body }: { body: Bytes }) => JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;

describe('a seal by a remote service', () => {
  test('is authorized for one digest and one signature, each time anew', async () => {
    const sealer = await open();
    const order = await orderFor(sealer, data);
    await sealer.sign(order);
    await sealer.sign(order);
    const authorizations = asked('credentials/authorize').map(bodyOf);
    const hashes = [toBase64(order.digest)];
    expect(authorizations).toHaveLength(2);
    expect(authorizations[0]).toMatchObject({ numSignatures: 1, hashes, authData: [{ id: 'PIN', value: '4711' }] });
    const sads = asked('signatures/signHash').map((one) => bodyOf(one).SAD);
    expect(new Set(sads).size).toBe(2);
  });

  test('shows the service the digest and nothing else of the document', async () => {
    const sealer = await open();
    const order = await orderFor(sealer, data);
    await sealer.sign(order);
    const all = service.server.asked.map((one) => new TextDecoder().decode(one.body)).join();
    expect(all).toContain(toBase64(order.digest));
    expect(all).not.toContain(toBase64(data));
  });

  test('signs with r and s one behind the other, too', async () => {
    service.state.signsRaw = true;
    const sealer = await open();
    await expect(sealer.sign(await orderFor(sealer, data))).resolves.toBeDefined();
  });

  test('asks for the one credential there is', async () => {
    const sealer = await open({ credential: '' });
    expect(asked('credentials/list')).toHaveLength(1);
    await expect(sealer.sign(await orderFor(sealer, data))).resolves.toBeDefined();
  });

  test.for([
    ['PSS', 'pss', [rsaPss ?? '']],
    ['PKCS#1 by its full name', 'pkcs1', [rsaSha256 ?? '']],
    ['PKCS#1 by the name of its key', 'pkcs1', ['1.2.840.113549.1.1.1']],
  ] as const)('signs by RSA with %s', async ([, rsaPadding, algo]) => {
    const rsa = await startCscServer({
      id: 'GX1',
      privateKey: rsaPair.privateKey,
      certificates: rsaCertificates,
      algo,
    });
    const sealer = await open({ url: rsa.url, rsaPadding });
    await expect(sealer.sign(await orderFor(sealer, data))).resolves.toBeDefined();
    await rsa.close();
  });
});

describe('the token', () => {
  test('is fetched once and used until shortly before its end', async () => {
    const sealer = await open();
    const order = await orderFor(sealer, data);
    await Promise.all([sealer.sign(order), sealer.sign(order), sealer.sign(order)]);
    expect(asked('oauth2/token')).toHaveLength(1);
    service.state.now = new Date(service.state.now.getTime() + 3580 * 1000);
    await Promise.all([sealer.sign(order), sealer.sign(order)]);
    expect(asked('oauth2/token')).toHaveLength(2);
  });

  test('is renewed once where the service has forgotten it', async () => {
    const sealer = await open();
    service.forgetTokens();
    await expect(sealer.sign(await orderFor(sealer, data))).resolves.toBeDefined();
    expect(asked('oauth2/token')).toHaveLength(2);
  });

  test('that nobody ever takes is not fetched without end', async () => {
    const sealer = await open();
    service.server.answer = async (one) => {
      service.forgetTokens();
      return await answer(one);
    };
    await expect(sealer.sign(await orderFor(sealer, data))).rejects.toThrow('the access token does not count');
    expect(asked('oauth2/token')).toHaveLength(2);
  });

  test.for<[string, Partial<CscSealerOptions>, string]>([
    ['for an unknown client', { clientId: 'fremd' }, 'Invalid parameter client_id'],
    ['for a wrong secret', { clientSecretFile: files.fileWith('wrong', 'falsch') }, 'Invalid parameter client_secret'],
  ])('is refused %s', async ([, wrong, reason]) => {
    await expect(open(wrong)).rejects.toThrow(reason);
  });
});

describe('an authorization', () => {
  test('that ran out on the way is asked for once more', async () => {
    const sealer = await open();
    const order = await orderFor(sealer, data);
    let isSlow = true;
    service.server.answer = (one) => {
      if (isSlow && one.path.endsWith('signHash')) service.state.now = new Date(service.state.now.getTime() + 301_000);
      if (one.path.endsWith('signHash')) isSlow = false;
      return answer(one);
    };
    await expect(sealer.sign(order)).resolves.toBeDefined();
    expect(asked('credentials/authorize')).toHaveLength(2);
  });

  test('that always runs out fails with the words of the service', async () => {
    const sealer = await open();
    service.state.sadSeconds = 0;
    await expect(sealer.sign(await orderFor(sealer, data))).rejects.toThrow('invalid_request: SAD expired');
    expect(asked('credentials/authorize')).toHaveLength(2);
  });

  test('with a wrong PIN is not tried a second time: the service would lock the credential', async () => {
    const sealer = await open({ pinFile: files.fileWith('other', '0815') });
    const order = await orderFor(sealer, data);
    await expect(sealer.sign(order)).rejects.toThrow('the PIN is wrong and is not tried again');
    await expect(sealer.sign(order)).rejects.toThrow('the PIN is wrong and is not tried again');
    expect(asked('credentials/authorize')).toHaveLength(1);
  });

  test.for<[string, () => void, string]>([
    ['of a locked credential', () => Object.assign(service.state, { isLocked: true }), 'Credential locked'],
    ['of a disabled key', () => Object.assign(service.state.credential.key, { status: 'disabled' }), 'is disabled'],
    [
      'for no signature at all',
      () => Object.assign(service.state.credential, { multisign: 0 }),
      'signatures is too high',
    ],
  ])('%s is refused, and the sentence says why', async ([, change, reason]) => {
    const sealer = await open();
    change();
    await expect(sealer.sign(await orderFor(sealer, data))).rejects.toThrow(reason);
  });
});

describe('the office does not open with a service', () => {
  const credential = (change: Record<string, unknown>) => () => void Object.assign(service.state.credential, change);
  const info = (change: Record<string, unknown>) => () => void Object.assign(service.state.info, change);
  const otp = [{ type: 'Password', id: 'OTP', generator: 'totp' }];
  const none = () => {};

  test.for<[string, () => void, string, Partial<CscSealerOptions>?]>([
    ['of version 1', info({ specs: '1.0.4.0' }), 'speaks version 1.0.4.0'],
    ['without client credentials', info({ authType: ['oauth2code'] }), 'does not offer OAuth 2.0 client credentials'],
    ['that signs no digests', info({ methods: ['credentials/info'] }), 'does not offer credentials/authorize, sign'],
    ['that says nothing of tokens', info({ oauth2: undefined }), 'set SEAL_CSC_TOKEN_URL'],
    ['whose tokens come from elsewhere', info({ oauth2: 'https://evil.example/' }), 'not on the list of hosts'],
    ['without https', none, 'must begin with https://', { url: 'http://sign.example.de/csc/v2/' }],
    ['without a secret', none, 'needs the secret of its client', { clientSecretFile: '' }],
    ['that has two credentials', () => void (service.state.credentials = ['a', 'b']), 'offers 2', { credential: '' }],
    ['that does not know ours', none, 'Invalid parameter credentialID', { credential: 'other' }],
    ['that disabled the key', credential({ key: { status: 'disabled', algo: [] } }), 'is disabled'],
    ['that calls the certificate revoked', credential({ cert: { status: 'revoked', certificates: [] } }), 'revoked'],
    ['that gives no certificate', credential({ cert: { certificates: [] } }), 'has no certificate'],
    ['that gives a broken one', credential({ cert: { certificates: ['AAAA'] } }), 'cannot be read'],
    ['that asks a person', credential({ auth: { mode: 'oauth2code' } }), 'released by a person each time'],
    ['that wants a one-time password', credential({ auth: { mode: 'explicit', objects: otp } }), 'asks for OTP'],
    ['whose PIN nobody set', none, 'SEAL_PASSWORD_FILE names none', { pinFile: '' }],
    ['that signs otherwise', credential({ key: { status: 'enabled', algo: [rsaSha256] } }), 'does not sign by ECDSA'],
  ])('%s', async ([, change, reason, more]) => {
    change();
    await expect(open(more)).rejects.toThrow(reason);
  });
});

test('a password in its address is not repeated where the address is refused', async () => {
  const refused: unknown = await open({ url: 'http://stadt:geheim@sign.example.de/csc/v2/' }).catch((error) => error);
  expect(String(refused)).toContain('must begin with https://');
  expect(String(refused)).not.toContain('geheim');
});

test.for(['oauth2/token', 'credentials/authorize', 'signatures/signHash'])(
  'a service that repeats what it was told in %s tells nobody else: no secret stands in the sentence',
  async (method) => {
    const sealer = await open();
    const order = await orderFor(sealer, data);
    await sealer.sign(order);
    service.state.now = new Date(service.state.now.getTime() + 3_600_000);
    const told: string[] = [];
    service.server.answer = (request) => {
      if (!request.path.endsWith(method)) return answer(request);
      const body = new TextDecoder().decode(request.body);
      told.push(body);
      const error_description = `wrong: ${body.slice(body.length >> 1)}`;
      return { status: 400, type: 'application/json', body: utf8(JSON.stringify({ error: 'x', error_description })) };
    };
    const failed: unknown = await sealer.sign(order).catch((error: unknown) => error);
    expect(told).toHaveLength(1);
    expect(String(failed)).toContain('wrong: ');
    const secrets = /(?:client_secret=|"value":"|"SAD":")([^"&]+)/g;
    for (const [, secret = ''] of told.join().matchAll(secrets)) expect(String(failed)).not.toContain(secret);
    expect(told.join()).toMatch(secrets);
  },
);

describe('a service that misbehaves', () => {
  const json = (body: Uint8Array, status = 200) => ({ status, type: 'application/json', body });
  test.for<[string, Parameters<typeof startSmallServer>[0], string]>([
    ['hangs', () => 'hang', 'no answer in time'],
    ['redirects', () => ({ status: 302, headers: { Location: 'http://evil.example/' }, body: utf8('') }), 'status 302'],
    ['answers without end', () => json(new Uint8Array(300_000)), 'more than 262144 bytes'],
    ['answers with a page', () => ({ type: 'text/html', body: utf8('<p>') }), 'another kind of content'],
    ['answers with half an answer', () => json(utf8('{"signatures": [')), 'something else than agreed'],
    ['answers with nothing', () => json(utf8('{}')), 'something else than agreed'],
    ['answers with two signatures', () => json(utf8('{"SAD":"x","signatures":["AA==","AA=="]}')), 'else than agreed'],
    ['answers with no base64', () => json(utf8('{"SAD":"x","signatures":["§"]}')), 'not base64'],
    ['answers with a wrong signature', () => json(utf8('{"SAD":"x","signatures":["AAAA"]}')), 'do not belong together'],
    ['waits for a person', () => json(utf8('{"handle":"x"}'), 202), 'awaits_a_person'],
    ['has too much to do', () => json(utf8('{}'), 429), 'it is asked too often'],
    ['rests', () => json(utf8('{"error":"temporarily_unavailable"}'), 503), 'not available at the moment'],
    [
      'says more than it should',
      () => json(utf8(`{"error":"x y\\n","error_description":"a\\nb${'c'.repeat(999)}"}`), 400),
      '(xy: a bccc',
    ],
  ])('and %s fails that seal with one sentence', async ([, misbehave, reason]) => {
    const sealer = await open();
    service.server.answer = misbehave;
    const failed = await sealer.sign(await orderFor(sealer, data)).catch((error: unknown) => error);
    expect(failed).toMatchObject({ message: expect.stringContaining(reason) });
    expect(String((failed as Error).message).length).toBeLessThan(400); // It is an Error: it has a message.
    expect((failed as Error).message).not.toContain(cscClient.secret);
  });
});
