import * as jose from 'jose';
import * as v from 'valibot';
import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '../../../shared/base/bytes.ts';
import type { Keys } from '../../ports/keys.ts';
import { readOrMake } from '../secret-file.ts';

/**
 * The office's keys in one file that only the office's account can read: AES-256 keys that wrap the keys of cases, and
 * the key agreement pair of the office. The newest of each is used; older ones stay, because what they wrapped must
 * still open. Without this file no case can be read, and no backup contains it.
 */
const Jwk = v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string(), d: v.string() });
const KeyFile = v.object({
  schema: v.literal('schalter/keys@1'),
  wrapping: v.pipe(v.array(v.object({ id: v.string(), key: v.string() })), v.minLength(1)),
  agreement: v.pipe(v.array(v.object({ kid: v.string(), jwk: Jwk })), v.minLength(1)),
});

/** Makes the file where there is none; of two processes that start at once one wins and both read the same. */
export async function openKeyFile(file: string): Promise<Keys> {
  const { wrapping, agreement } = v.parse(KeyFile, JSON.parse(await readOrMake(file, makeKeys)));
  const keys = new Map<string, CryptoKey>();
  for (const { id, key } of wrapping)
    keys.set(id, await crypto.subtle.importKey('raw', fromBase64Url(key), 'AES-GCM', false, ['encrypt', 'decrypt']));
  // Both lists have at least one entry, the schema says so.
  const [newest, pair] = [wrapping.at(-1)!, agreement.at(-1)!];

  return {
    async wrap(caseKey) {
      if (caseKey.length !== 32) throw new Error('a case key has 32 bytes');
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const how = { name: 'AES-GCM', iv, additionalData: utf8(newest.id) };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(how, keyOf(keys, newest.id), caseKey));
      return ['k1', newest.id, toBase64Url(iv), toBase64Url(sealed)].join('.');
    },
    async unwrap(wrapped) {
      const [format, id, iv, sealed] = wrapped.split('.');
      if (format !== 'k1' || !id || !iv || !sealed) throw new Error('not a wrapped case key');
      const how = { name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: utf8(id) };
      return new Uint8Array(await crypto.subtle.decrypt(how, keyOf(keys, id), fromBase64Url(sealed)));
    },
    async publicKey() {
      const { kty, crv, x, y } = pair.jwk;
      return { kid: pair.kid, kty, crv, x, y };
    },
  };
}

function keyOf(keys: ReadonlyMap<string, CryptoKey>, id: string): CryptoKey {
  const key = keys.get(id);
  if (!key) throw new Error(`the key file has no key ${id}`);
  return key;
}

async function makeKeys(): Promise<v.InferOutput<typeof KeyFile>> {
  const wrapping: Bytes = crypto.getRandomValues(new Uint8Array(32));
  const id = toBase64Url(crypto.getRandomValues(new Uint8Array(6)));
  const { privateKey } = await jose.generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const jwk = v.parse(Jwk, await jose.exportJWK(privateKey));
  return {
    schema: 'schalter/keys@1',
    wrapping: [{ id, key: toBase64Url(wrapping) }],
    agreement: [{ kid: await jose.calculateJwkThumbprint(jwk), jwk }],
  };
}
