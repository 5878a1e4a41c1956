import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groupAuthenticityCode,
  isAuthenticityCode,
  makeAuthenticityCode,
  type ReadCode,
  readAuthenticityCode,
} from './authenticity-code.ts';
import { fromHex } from './bytes.ts';

const code = makeAuthenticityCode(fromHex('00112233445566778899aabbccddeeff'));
const anyCode = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bits) => makeAuthenticityCode(Uint8Array.from(bits)));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the Echtheitscode', () => {
  // Worked out by hand, apart from this program.
  test.for([
    ['00112233445566778899aabbccddeeff', '0024-H36H-2NCS-VRH6-DAQF-6DVV-QZWM'],
    ['ffffffffffffffffffffffffffffffff', '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZM5'],
  ])('of the bits %s reads %s', ([bits = '', printed]) => {
    expect(groupAuthenticityCode(makeAuthenticityCode(fromHex(bits)))).toBe(printed);
  });

  test('has no letter that looks like another, and reads back', () => {
    fc.assert(
      fc.property(anyCode, (some) => {
        expect(some).toMatch(/^[^ILOU]{28}$/);
        expect(readAuthenticityCode(groupAuthenticityCode(some))).toEqual({ code: some });
      }),
    );
  });

  test('bits that are not 128 make no code', () => {
    expect(() => makeAuthenticityCode(new Uint8Array(15))).toThrow('128 bits');
  });

  test.for([
    ['small letters and blanks', ' 0024 h36h 2ncs vrh6 daqf 6dvv qzwm '],
    ['dashes that a phone makes', '0024–H36H–2NCS—VRH6-DAQF‑6DVV‑QZWM'],
    ['the letter O for the nought', 'oO24-H36H-2NCS-VRH6-DAQF-6DVV-QZWM'],
  ])('typed with %s is read all the same', ([, typed = '']) => {
    expect(readAuthenticityCode(typed)).toEqual({ code });
  });

  test('I and L are read as the one', () => {
    const withOne = makeAuthenticityCode(fromHex('08'.repeat(16)));
    expect(withOne).toContain('1');
    expect(readAuthenticityCode(withOne.replace('1', 'i').replace('1', 'L'))).toEqual({ code: withOne });
  });

  test.for<[string, ReadCode]>([
    ['', { wrong: 'too-short' }],
    ['0024-H36H', { wrong: 'too-short' }],
    ['0024-H36H-2NCS-VRH6-DAQF-6DVV-QZWM-0', { wrong: 'too-long' }],
    ['0024-H36H-2NCS-VRH6-DAQF-6DVV-QZWU', { wrong: 'mistyped' }],
    ['0024-H36H-2NCS-VRH6-DAQF-6DVV-QZWÄ', { wrong: 'mistyped' }],
    ['\u{1d7d8}024-H36H', { wrong: 'mistyped' }],
  ])('%j is no code, and it is said why', ([typed, answer]) => {
    expect(readAuthenticityCode(typed)).toEqual(answer);
  });

  test('every single wrong letter is a typing error, never another code', () => {
    const slips = code.split('').flatMap((right, place) =>
      alphabet
        .split('')
        .filter((other) => other !== right)
        .map((other) => code.slice(0, place) + other + code.slice(place + 1)),
    );
    expect(slips).toHaveLength(28 * 31);
    expect(slips.filter(isAuthenticityCode)).toEqual([]);
  });

  test('two neighbours that changed places are a typing error', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 0, max: 26 }), (some, place) => {
        const [one = '', other = ''] = some.slice(place, place + 2);
        const swapped = some.slice(0, place) + other + one + some.slice(place + 2);
        expect(isAuthenticityCode(swapped)).toBe(one === other);
      }),
      { numRuns: 1000 },
    );
  });

  test('more than 128 bits are none of ours, even with a right check', () => {
    const value = (1n << 128n) + 5n;
    const letter = (bits: bigint) => alphabet[Number(bits & 31n)] ?? '';
    const body = Array.from({ length: 26 }, (_, place) => letter(value >> BigInt(5 * (25 - place)))).join('');
    const check = value % 1021n;
    expect(isAuthenticityCode(body + letter(check >> 5n) + letter(check))).toBe(false);
  });
});
