/**
 * The pairing code as people type it: eight signs of Crockford's base 32, which leaves out what looks alike. Whoever
 * types an O means a zero, and I or L mean a one.
 */
export const codeLength = 8;
export const codeKeys = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('');

export const readCode = (typed: string): string =>
  Array.from(typed)
    .map((sign) => meant[sign.toUpperCase()] ?? sign.toUpperCase())
    .filter((sign) => codeKeys.includes(sign))
    .slice(0, codeLength)
    .join('');

const meant: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** `K7QM-3F2X`, also while it is incomplete. */
export const showCode = (code: string): string => (code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code);
