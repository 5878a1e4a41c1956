/** Crockford's base32: no I, L, O, U, so that a code survives being read out. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters, `K7QM-3F2X`, of 40 random bits; `random` has eight bytes, of each the low five bits count. */
export function makePairingCode(random: Uint8Array): string {
  if (random.length !== 8) throw new Error('a pairing code needs eight random bytes');
  const code = Array.from(random, (byte) => letters[byte & 31]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code as it is compared: what people confuse counts as the same. */
export const plainCode = (code: string): string =>
  code.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
