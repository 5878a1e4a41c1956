import { compactVerify, importJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDeviceKey } from './device-key.ts';
import { makeDeviceFetch } from './device-session.ts';
import type { StoredDevice } from './device-store.ts';

let device: StoredDevice;
beforeAll(async () => {
  const pairing = {
    device: {
      deviceId: '0193560a-0000-7000-8000-000000000001',
      number: '0001',
      name: 'Tablet',
      deskId: 'd1',
      thumbprint: 't',
      state: 'paired' as const,
      pairedAt: '2026-11-23T09:00:00.000Z',
      lastSeenAt: null,
    },
    desk: { deskId: 'd1', name: 'Platz 1', site: 'Echterdingen' },
    authority: { name: 'Stadt', ags: '08116078', address: '' },
    officeKey: { kid: 'k', kty: 'EC', crv: 'P-256', x: '', y: '' },
  };
  device = { ...(await makeDeviceKey()), pairing };
});

describe('the session of a tablet', () => {
  test('is renewed by itself, and the call is made once more', async () => {
    const { deviceFetch, office } = tablet();
    const answer = await deviceFetch('http://office/api/counter');
    expect(answer.status).toBe(200);
    expect(office.calls).toEqual(['/api/counter', '/api/devices/challenges', '/api/devices/sessions', '/api/counter']);
  });

  test('is proved with the key over the server’s challenge', async () => {
    const { deviceFetch, office } = tablet();
    await deviceFetch('http://office/api/counter');
    const { payload, protectedHeader } = await compactVerify(office.proof, await importJWK(device.publicJwk, 'ES256'));
    expect(protectedHeader.typ).toBe('schalter-session+jwt');
    const { deviceId } = device.pairing.device;
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ challenge: 'sign this', deviceId });
  });

  test('is renewed once for several calls at a time', async () => {
    const { deviceFetch, office } = tablet();
    await Promise.all([1, 2, 3].map(() => deviceFetch('http://office/api/counter')));
    expect(office.calls.filter((path) => path.endsWith('/sessions'))).toHaveLength(1);
  });

  test('is renewed too where a clerk is signed in on the same computer', async () => {
    const { deviceFetch, office } = tablet();
    office.refusal = { status: 403, code: 'role-forbidden' };
    expect((await deviceFetch('http://office/api/counter')).status).toBe(200);
  });

  test('any other refusal is handed on as it is', async () => {
    const { deviceFetch, office } = tablet();
    office.refusal = { status: 403, code: 'answer-by-office' };
    expect((await deviceFetch('http://office/api/counter')).status).toBe(403);
    expect(office.calls).toHaveLength(1);
  });

  test.for(['device-revoked', 'device-proof-wrong'])('%s ends it for good', async (code) => {
    const { deviceFetch, office, revoked } = tablet();
    office.challenge = { status: 403, code };
    expect((await deviceFetch('http://office/api/counter')).status).toBe(401);
    expect(revoked()).toBe(1);
  });

  test('a network that goes away while it is renewed is a network problem, not a refusal', async () => {
    const { deviceFetch, office, revoked, reached } = tablet();
    office.challenge = 'network';
    await expect(deviceFetch('http://office/api/counter')).rejects.toThrow(TypeError);
    expect(revoked()).toBe(0);
    expect(reached.at(-1)).toBe(false);
  });
});

/** A tablet before an office that knows no session until one is opened. */
function tablet() {
  type Refusal = { status: number; code: string };
  const office = {
    calls: [] as string[],
    proof: '',
    hasSession: false,
    refusal: { status: 401, code: 'not-signed-in' } as Refusal,
    challenge: undefined as Refusal | 'network' | undefined,
  };
  const problem = ({ status, code }: Refusal) =>
    new Response(JSON.stringify({ code, status }), { status, headers: { 'content-type': 'application/problem+json' } });
  const json = (body: object, status: number) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const fetcher: typeof fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    office.calls.push(pathname);
    if (pathname.endsWith('/challenges')) {
      if (office.challenge === 'network') throw new TypeError('no network');
      return office.challenge ? problem(office.challenge) : json({ challenge: 'sign this', expiresAt: '' }, 201);
    }
    if (pathname.endsWith('/sessions')) {
      office.proof = (JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as { proof: string }).proof;
      office.hasSession = true;
      return json({ deviceId: '', until: '' }, 201);
    }
    return office.hasSession ? json({ case: null }, 200) : problem(office.refusal);
  };
  let count = 0;
  const reached: boolean[] = [];
  const deviceFetch = makeDeviceFetch({
    device: () => device,
    onRevoked: () => (count += 1),
    onReach: (isReachable) => reached.push(isReachable),
    fetcher,
  });
  return { deviceFetch, office, revoked: () => count, reached };
}
