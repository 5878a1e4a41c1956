import { CompactSign } from 'jose';
import type { InferOutput } from 'valibot';
import { utf8 } from '../../../../shared/base/bytes.ts';
import type { PublicJwk } from '../../../../shared/wire/devices.ts';

/** The tablet's ES256 key: made once at pairing, it never leaves the browser and signs every act (signing.md 4). */
export type DeviceKey = { privateKey: CryptoKey; publicJwk: InferOutput<typeof PublicJwk> };

export async function makeDeviceKey(): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { privateKey: pair.privateKey, publicJwk: { kty: 'EC', crv: 'P-256', x, y } };
}

/** Shows that this tablet holds the key of the public half it sends. */
export const provePairing = (key: DeviceKey, code: string): Promise<string> =>
  sign(key, 'schalter-pairing+jwt', { code });

/** Answers the server's challenge; the session that follows is never seen by people. */
export const proveSession = (key: DeviceKey, challenge: string, deviceId: string): Promise<string> =>
  sign(key, 'schalter-session+jwt', { challenge, deviceId });

const sign = (key: DeviceKey, typ: string, payload: Record<string, string>): Promise<string> =>
  new CompactSign(utf8(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', typ }).sign(key.privateKey);
