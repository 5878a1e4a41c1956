import { expect, test } from 'vitest';
import { joinDate, readWrittenDate, splitDate } from './date-parts.ts';

test.for([
  ['a whole date', { day: '3', month: '11', year: '2026' }, '2026-11-03'],
  ['a date without its day', { day: '', month: '5', year: '1980' }, '1980-05'],
  ['a year alone', { day: '', month: '', year: '1980' }, '1980'],
  ['nothing', { day: '', month: '', year: '' }, ''],
  [
    'a day without its month, which is kept for the person to correct',
    { day: '5', month: '', year: '1980' },
    '1980--05',
  ],
  ['letters, which are kept for the person to correct', { day: 'x', month: '5', year: '1980' }, '1980-05-x'],
] as const)('%s joins to one text', ([, parts, joined]) => {
  expect(joinDate(parts)).toBe(joined);
});

test.for(['2026-11-03', '1980-05', '1980', '', '1980--05', '-05'])('%s comes apart and together again', (text) => {
  expect(joinDate(splitDate(text))).toBe(text);
});

test('an unknown date has no parts to show', () => {
  expect(splitDate('unknown')).toEqual({ day: '', month: '', year: '' });
});

test.for([
  ['3.11.2026', '2026-11-03'],
  [' 03. 11. 2026 ', '2026-11-03'],
] as const)('a date copied as "%s" fills all three fields', ([written, joined]) => {
  const parts = readWrittenDate(written);
  expect(parts && joinDate(parts)).toBe(joined);
});

test.for(['3.11.26', '2026-11-03', 'heute', ''])('"%s" is no whole written date', (written) => {
  expect(readWrittenDate(written)).toBeUndefined();
});
