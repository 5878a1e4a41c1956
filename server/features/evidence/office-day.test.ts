import { expect, test } from 'vitest';
import { addDays } from '../../../shared/base/calendar.ts';
import { dayOf, startOf } from './office-day.ts';

test.for([
  ['2026-11-23', '2026-11-22T23:00:00.000Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z'],
  // The nights in which the clocks change, and the days after them.
  ['2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ['2027-01-01', '2026-12-31T23:00:00.000Z'],
] as const)('%s begins in the office at %s', ([day, instant]) => {
  expect(startOf(day)).toBe(instant);
});

test('the days of the office lie side by side without a gap, in every year we can meet', () => {
  for (let day = '2026-01-01'; day < '2040-01-01'; day = addDays(day, 1)) {
    const start = startOf(day);
    expect([dayOf(start), dayOf(new Date(Date.parse(start) - 1))]).toEqual([day, addDays(day, -1)]);
  }
});
