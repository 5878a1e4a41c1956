import { expect, test } from 'vitest';
import { charactersOutsideNames } from '../../../shared/base/names.ts';
import { capitalOf, lettersByBase } from './letters.ts';

const all = () => [...lettersByBase().values()].flat();

test.for([
  ['l', 'ł'],
  ['o', 'ø'],
  ['o', 'ő'],
  ['s', 'ş'],
  ['g', 'ğ'],
  ['t', 'þ'],
  ['d', 'đ'],
  ['k', 'k͟h'],
  ['i', 'ı'],
] as const)('under %s stands %s', ([base, letter]) => {
  expect(lettersByBase().get(base)).toContain(letter);
});

test('every letter and its capital may stand in a name', () => {
  expect(all().flatMap((letter) => charactersOutsideNames(letter + capitalOf(letter)))).toEqual([]);
});

test('what every keyboard has is not offered', () => {
  expect(all().filter((letter) => 'abcxyzäöüß'.includes(letter))).toEqual([]);
});

test('no letter is offered twice, and hundreds are offered', () => {
  expect(new Set(all()).size).toBe(all().length);
  expect(all().length).toBeGreaterThan(250);
});
