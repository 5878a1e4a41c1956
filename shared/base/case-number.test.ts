import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, makeCaseNumber, readCaseNumber } from './case-number.ts';

const parts = fc.record({
  year: fc.integer({ min: 2000, max: 2099 }),
  device: fc.integer({ min: 0, max: 9999 }),
  counter: fc.integer({ min: 0, max: 99_999 }),
});

describe('the Vorgangsnummer', () => {
  test('it says year, device and counter, and reads back', () => {
    expect(makeCaseNumber({ year: 2026, device: 17, counter: 423 })).toBe('26-0017-00423-9');
    expect(readCaseNumber('26-0017-00423-9')).toEqual({ year: 2026, device: 17, counter: 423 });
    fc.assert(
      fc.property(parts, (some) => {
        expect(readCaseNumber(makeCaseNumber(some))).toEqual(some);
      }),
    );
  });

  test('the check digit is that of ISO 7064 MOD 11,10', () => {
    // The worked example of the standard, and the identification number that the tax office publishes for tests.
    expect(checkDigit('0794')).toBe('5');
    expect(checkDigit('8609574271')).toBe('9');
  });

  test('every single wrong digit is noticed', () => {
    fc.assert(
      fc.property(parts, (some) => {
        const number = makeCaseNumber(some);
        for (const [place, digit] of Array.from(number).entries())
          if (digit !== '-')
            for (const wrong of '0123456789')
              if (wrong !== digit)
                expect(readCaseNumber(number.slice(0, place) + wrong + number.slice(place + 1))).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  test.for(['', '26-0017-00423', '26-0017-00423-x', '260017004239', ' 26-0017-00423-9'])(
    '"%s" is no number',
    (text) => {
      expect(readCaseNumber(text)).toBeUndefined();
    },
  );

  test('a counter that ran over is a bug, not a longer number', () => {
    expect(readCaseNumber('26-0017-00423-9\n')).toBeUndefined();
    expect(() => makeCaseNumber({ year: 2026, device: 1, counter: 100_000 })).toThrow('no 5 digits');
    expect(() => makeCaseNumber({ year: 2026, device: -1, counter: 1 })).toThrow('no 4 digits');
  });
});
