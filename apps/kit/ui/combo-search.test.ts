import { expect, test } from 'vitest';
import { rankChoices } from './combo-search.ts';

const states = [
  { value: '158', label: 'Finnland' },
  { value: '139', label: { de: 'Griechenland', plain: 'Griechenland', en: 'Greece' } },
  { value: '163', label: 'Türkei' },
  { value: '000', label: 'Deutschland' },
  { value: '368', label: 'Vereinigte Staaten (USA)' },
];

test.for([
  ['turk', ['163']],
  ['TÜRKEI', ['163']],
  ['land', ['158', '139', '000']],
  ['gree', ['139']],
  ['usa', ['368']],
  ['', ['158', '139', '163', '000', '368']],
  ['xyz', []],
] as const)('typing "%s" finds what a person means', ([typed, values]) => {
  expect(rankChoices(states, typed).map((choice) => choice.value)).toEqual(values);
});

test('what begins with the letters comes before what holds them', () => {
  const choices = [
    { value: 'a', label: 'Südkorea' },
    { value: 'b', label: 'Korea' },
  ];
  expect(rankChoices(choices, 'korea').map((choice) => choice.value)).toEqual(['b', 'a']);
});
