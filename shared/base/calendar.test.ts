import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  easterSunday,
  endOfPeriod,
  holidaysOf,
  isWerktag,
  isWorkingDay,
  werktageAfter,
  weekdayOf,
} from './calendar.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('the calendar of Baden-Württemberg', () => {
  test.for([
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is on %s', ([year, day]) => {
    expect(easterSunday(Number(year))).toBe(day);
  });

  test('2026 has the twelve holidays of Baden-Württemberg, and Reformation Day is none of them', () => {
    expect([...holidaysOf(2026).keys()]).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-06-04',
      '2026-10-03',
      '2026-11-01',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(isWorkingDay('2025-10-31')).toBe(true);
  });

  test.for([
    ['2026-11-06', '2026-11-20'],
    ['2026-11-07', '2026-11-23'],
    ['2026-11-08', '2026-11-23'],
    ['2026-12-11', '2026-12-28'],
    ['2026-12-18', '2027-01-04'],
    ['2026-12-23', '2027-01-07'],
    ['2026-03-20', '2026-04-07'],
  ])('two weeks after %s end on %s', ([event = '', end]) => {
    expect(endOfPeriod(event, 14)).toBe(end);
  });

  test('Saturday is a Werktag, but no day on which a period ends', () => {
    expect([isWerktag('2026-11-21'), isWorkingDay('2026-11-21')]).toEqual([true, false]);
    expect([isWerktag('2026-11-22'), isWerktag('2026-12-26')]).toEqual([false, false]);
  });

  test('a period never ends on a weekend or holiday, never early, and never more than six days late', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (event, days) => {
        const end = endOfPeriod(event, days);
        const late = daysBetween(addDays(event, days), end);
        return isWorkingDay(end) && late >= 0 && late <= 6;
      }),
    );
  });

  test('adding days and counting them agree, across months, years and leap days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const other = addDays(day, count);
        return (
          daysBetween(day, other) === count && weekdayOf(other) === ((((weekdayOf(day) - 1 + count) % 7) + 7) % 7) + 1
        );
      }),
    );
  });

  test('three Werktage later is a Werktag with two others between', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const end = werktageAfter(day, 3);
        const between = Array.from({ length: daysBetween(day, end) }, (_, at) => addDays(day, at + 1));
        return isWerktag(end) && between.filter(isWerktag).length === 3;
      }),
    );
  });
});
