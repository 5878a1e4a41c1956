import { type Bytes, fromBase64Url, toBase64Url, utf8 } from './bytes.ts';

/**
 * The PIN by which a clerk names himself on a tablet without network. It is stored as
 * `pbkdf2-sha256$ITERATIONS$SALT$HASH` (base64url), which the tablet can check with Web Crypto alone. It names, it is
 * no vault: six digits can be tried out by whoever has the stored text.
 */
const iterations = 600_000;

/** `salt` is 16 random bytes. */
export async function makePin(pin: string, salt: Bytes): Promise<string> {
  if (salt.length !== 16) throw new Error('the salt of a PIN has 16 bytes');
  return ['pbkdf2-sha256', iterations, toBase64Url(salt), toBase64Url(await derive(pin, salt, iterations))].join('$');
}

/** Whether `pin` is the one that was stored. Throws a plain Error on a text that `makePin` did not make. */
export async function isPin(pin: string, stored: string): Promise<boolean> {
  const [kind, rounds, salt, hash] = stored.split('$');
  if (kind !== 'pbkdf2-sha256' || !rounds || !salt || !hash) throw new Error('not a stored PIN');
  const expected = fromBase64Url(hash);
  const found = await derive(pin, fromBase64Url(salt), Number(rounds));
  return (
    found.length === expected.length && found.reduce((wrong, byte, at) => wrong | (byte ^ (expected[at] ?? 0)), 0) === 0
  );
}

async function derive(pin: string, salt: Bytes, rounds: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}
