import { describe, expect, test } from 'vitest';
import { isPin, makePin } from './pin.ts';

const salt = Uint8Array.from({ length: 16 }, (_, at) => at);

describe('a stored PIN', () => {
  // Computed with OpenSSL: openssl kdf -kdfopt digest:SHA256 -kdfopt pass:271828 -kdfopt iter:600000 PBKDF2.
  test('has a form that every later version reads', async () => {
    expect(await makePin('271828', salt)).toBe(stored);
  });

  test('knows its number and no other', async () => {
    expect(await Promise.all(['271828', '271829', '', '0271828'].map((pin) => isPin(pin, stored)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('needs a salt of 16 bytes', async () => {
    await expect(makePin('271828', salt.subarray(1))).rejects.toThrow('16 bytes');
  });

  test.for(['', 'pbkdf2-sha256', 'plain$1$a$b', 'pbkdf2-sha256$600000$$'])(
    'that is none is a bug: "%s"',
    async (text) => {
      await expect(isPin('271828', text)).rejects.toThrow('not a stored PIN');
    },
  );
});

const stored = 'pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0ODw$WxXYqeSgkGGQcnwheWBRipZD04JnqiM0iSDxcj4yr4s';
