import type { Bytes } from './bytes.ts';

/**
 * The Echtheitscode on a certificate: 128 random bits that lead to its state and say nothing by themselves. Written in
 * Crockford's base 32, which has no I, L, O and U: 26 letters for the bits, two to check them, in seven groups of four.
 * The check is the value modulo 1021, a prime: every single wrong letter and every swap of neighbours is noticed, and
 * of all other slips all but one in a thousand. So a typing error is told from a code that nobody gave out.
 */
export const authenticityCodeLetters = 28;

/** What somebody typed: the code as it is stored and sent, or why it cannot be one. */
export type ReadCode = { code: string } | { wrong: 'too-short' | 'too-long' | 'mistyped' };

/** `bits` are 16 bytes. The code without its hyphens. */
export function makeAuthenticityCode(bits: Bytes): string {
  if (bits.length !== 16) throw new Error('an authenticity code has 128 bits');
  const value = bits.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return letters(value, 26) + letters(value % prime, 2);
}

/** As it is printed and read aloud: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`. */
export const groupAuthenticityCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');

/** Capitals or not, with whatever stands between the groups; O is read as 0, I and L as 1. */
export function readAuthenticityCode(typed: string): ReadCode {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{P}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length > authenticityCodeLetters) return { wrong: 'too-long' };
  if (code.split('').some((letter) => !alphabet.includes(letter))) return { wrong: 'mistyped' };
  if (code.length < authenticityCodeLetters) return { wrong: 'too-short' };
  return isAuthenticityCode(code) ? { code } : { wrong: 'mistyped' };
}

/** Whether this is a code in the one form it is stored and sent in. */
export function isAuthenticityCode(code: string): boolean {
  if (!form.test(code)) return false;
  const value = valueOf(code.slice(0, 26));
  return value < 1n << 128n && value % prime === valueOf(code.slice(26));
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const form = /^[0-9A-HJKMNP-TV-Z]{28}$/;
const prime = 1021n;

const letters = (value: bigint, count: number): string =>
  Array.from({ length: count }, (_, place) => alphabet[Number((value >> BigInt(5 * (count - 1 - place))) & 31n)]).join(
    '',
  );

const valueOf = (code: string): bigint =>
  code.split('').reduce((sum, letter) => (sum << 5n) | BigInt(alphabet.indexOf(letter)), 0n);
