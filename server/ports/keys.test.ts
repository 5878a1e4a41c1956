import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openKeyFile } from '../adapters/keys/key-file.ts';
import type { Keys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What every keeper of the office's keys owes. `open` opens the same keys again, as the next start does. */
const adapters: readonly [string, () => Promise<Keys>][] = [
  ['key file', () => openKeyFile(join(folder, 'deep', 'keys.json'))],
];

describe.for(adapters)('%s', ([, open]) => {
  const caseKey = crypto.getRandomValues(new Uint8Array(32));

  test('opens after a restart what it wrapped before', async () => {
    const wrapped = await (await open()).wrap(caseKey);
    expect(await (await open()).unwrap(wrapped)).toEqual(caseKey);
  });

  test('wraps the same key differently each time and never shows it', async () => {
    const keys = await open();
    const [first, second] = [await keys.wrap(caseKey), await keys.wrap(caseKey)];
    expect(first).not.toBe(second);
    expect(first).not.toContain(Buffer.from(caseKey).toString('base64url').slice(0, 12));
  });

  test('wraps nothing but keys of 32 bytes', async () => {
    const keys = await open();
    await expect(keys.wrap(new Uint8Array(16))).rejects.toThrow('32 bytes');
  });

  test('opens nothing that was changed, whichever character', async () => {
    const keys = await open();
    const wrapped = await keys.wrap(caseKey);
    for (let place = 0; place < wrapped.length; place += 1) {
      // The last character of base64url can carry bits that mean nothing.
      if (place === wrapped.length - 1 || wrapped[place + 1] === '.') continue;
      const changed = `${wrapped.slice(0, place)}${wrapped[place] === 'A' ? 'B' : 'A'}${wrapped.slice(place + 1)}`;
      await expect(keys.unwrap(changed)).rejects.toThrow();
    }
  });

  test.for(['', 'k1', 'k1...', 'k2.a.b.c'])('opens nothing that it did not make: "%s"', async (text) => {
    await expect((await open()).unwrap(text)).rejects.toThrow();
  });

  test('gives tablets a public key, the same after a restart, and no private half', async () => {
    const key = await (await open()).publicKey();
    expect(Object.keys(key).toSorted()).toEqual(['crv', 'kid', 'kty', 'x', 'y']);
    expect(await (await open()).publicKey()).toEqual(key);
    await crypto.subtle.importKey('jwk', key, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  });
});

describe('the key file', () => {
  test('can be read by the office alone', async () => {
    await openKeyFile(join(folder, 'deep', 'keys.json'));
    expect(statSync(join(folder, 'deep', 'keys.json')).mode & 0o777).toBe(0o600);
  });

  test('is made once, by however many processes start at the same moment', async () => {
    const file = join(folder, 'race.json');
    const all = await Promise.all(Array.from({ length: 8 }, () => openKeyFile(file)));
    const kids = await Promise.all(all.map(async (keys) => (await keys.publicKey()).kid));
    expect(new Set(kids).size).toBe(1);
  });

  test('that is damaged is refused, never replaced', async () => {
    const file = join(folder, 'damaged.json');
    await openKeyFile(file);
    writeFileSync(file, '{"schema":"schalter/keys@1"}');
    await expect(openKeyFile(file)).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe('{"schema":"schalter/keys@1"}');
  });
});
