import { toHex } from './bytes.ts';

/**
 * A UUID of version 7 (RFC 9562 § 5.7): 48 bits of time, then `random`, ten bytes that the caller brings.
 * Ids made this way sort by the moment they were made.
 */
export function makeUuidV7(at: Date, random: Uint8Array): string {
  if (random.length !== 10) throw new Error('a UUIDv7 needs ten random bytes');
  const bytes = new Uint8Array(16);
  let time = at.getTime();
  for (let place = 5; place >= 0; place -= 1) {
    bytes[place] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
