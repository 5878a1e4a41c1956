import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, earliestDay, isDay, latestDay, partialDateOf, partialDateText } from './partial-date.ts';

describe('dates as people know them', () => {
  test.for<[string, string]>([
    ['1950-04-30', '1950-04-30'],
    ['1950-04', '1950-04'],
    ['1950', '1950'],
    ['unknown', 'unknown'],
    ['1950-00-00', '1950'],
    ['1950-04-00', '1950-04'],
    ['0000-00-00', 'unknown'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is kept as %s', ([text, kept]) => {
    const date = partialDateOf(text);
    expect(date && partialDateText(date)).toBe(kept);
  });

  test.for([
    '2026-02-29',
    '1900-02-29',
    '2026-13',
    '2026-04-31',
    '2026-00-05',
    '26',
    '',
    '2026-1-1',
    '0000',
    '2026-11-22 ',
  ])('"%s" is no date', (text) => {
    expect(partialDateOf(text)).toBeUndefined();
    expect(isDay(text)).toBe(false);
  });

  test('reading never throws, and what was read can be written and read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}(-\d{2}){0,2}$/)), (text) => {
        const date = partialDateOf(text);
        if (date) expect(partialDateOf(partialDateText(date))).toEqual(date);
      }),
    );
  });

  test('a year alone spans all its days', () => {
    const date = partialDateOf('1950') ?? { kind: 'unknown' as const };
    expect([earliestDay(date), latestDay(date)]).toEqual(['1950-01-01', '1950-12-31']);
  });

  test.for<[string, string, number, number]>([
    ['2010-11-23', '2026-11-23', 16, 16],
    ['2010-11-24', '2026-11-23', 15, 15],
    ['2010', '2026-11-23', 15, 16],
    ['2010-11', '2026-11-23', 15, 16],
    ['2008-02-29', '2026-02-28', 17, 17],
    ['2008-02-29', '2026-03-01', 18, 18],
  ])('born %s, on %s somebody is at least %i and at most %i', ([birth, day, atLeast, atMost]) => {
    const date = partialDateOf(birth);
    expect(date && ageOn(date, day)).toEqual({ atLeast, atMost });
  });

  test('nobody has an age without a birth date', () => {
    expect(ageOn({ kind: 'unknown' }, '2026-11-23')).toBeUndefined();
  });
});
