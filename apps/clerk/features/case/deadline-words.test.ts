import { describe, expect, test } from 'vitest';
import { dayInOffice } from '../../../kit/i18n/dates.ts';
import { deadlineWords } from './deadline-words.ts';

describe('the deadline in the header', () => {
  test.for([
    ['2026-11-23', 'info', 'Frist: noch 7 Tage (30.11.2026)'],
    ['2026-11-27', 'warning', 'Frist: noch 3 Tage (30.11.2026)'],
    ['2026-11-29', 'warning', 'Frist: noch 1 Tag (30.11.2026)'],
    ['2026-11-30', 'warning', 'Frist endet heute (30.11.2026)'],
    ['2026-12-01', 'warning', 'Frist seit 1 Tag vorbei (30.11.2026)'],
    ['2026-12-05', 'warning', 'Frist seit 5 Tagen vorbei (30.11.2026)'],
  ] as const)('on %s is %s: %s', ([today, kind, words]) => {
    expect(deadlineWords('2026-11-30', today)).toEqual({ kind, words });
  });

  test('is left out while nobody knows the day of moving in', () => {
    expect(deadlineWords(undefined, '2026-11-23')).toBeUndefined();
  });

  test('counts days as the office does, not the computer', () => {
    expect(dayInOffice(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
    expect(dayInOffice(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  });
});
