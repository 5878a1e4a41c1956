import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersOutsideNames, charactersOutsideTexts, toNfc } from './names.ts';
import { searchForm } from './search-form.ts';

const vectors = readFileSync('tests/vectors/din-91379-search-form.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): [string, string] => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']);

describe('names of DIN 91379', () => {
  test('the list of letters is complete: 500 single ones and 149 sequences', () => {
    expect(vectors).toHaveLength(649);
  });

  test('every letter of the standard may stand in a name, composed or taken apart', () => {
    const refused = vectors.filter(
      ([letter]) => charactersOutsideNames(letter).length + charactersOutsideNames(letter.normalize('NFD')).length > 0,
    );
    expect(refused).toEqual([]);
  });

  test.for([
    'Đặng Thị Hương',
    'Łukasz Wiśniewski',
    'Aleksandra Șerban',
    'K͟hālid al-Ḥamīd',
    'O’Connor-Müller',
    'Ștefăniță',
    'Nguyễn',
  ])('R-090 the name %s is accepted', (name) => {
    expect(charactersOutsideNames(name)).toEqual([]);
  });

  test.for<[string, string[]]>([
    ['Анна', ['А', 'н', 'а']],
    ['Lea 🌸', ['🌸']],
    ['Σοφία', ['Σ', 'ο', 'φ', 'ί', 'α']],
    ['Anna2', ['2']],
    ['Smith <script>', ['<', '>']],
    ['q̈', ['◌̈']],
    ['李', ['李']],
  ])('R-091 the name %s is refused with the characters that do not fit', ([name, outside]) => {
    expect(charactersOutsideNames(name)).toEqual(outside);
  });

  test('addresses and free text know digits and signs that names do not', () => {
    expect(charactersOutsideTexts('Hauptstraße 12/1, 3. OG (links) & Söhne §§ 1–2')).toEqual(['–']);
  });

  test('bringing a text to NFC twice is the same as once', () => {
    const text = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points));
    fc.assert(fc.property(text, (some) => toNfc(toNfc(some)) === toNfc(some)));
  });

  test('whether a name is accepted does not depend on how its letters are composed', () => {
    const name = fc.array(fc.constantFrom(...vectors.map(([letter]) => letter)), { maxLength: 20 });
    fc.assert(fc.property(name, (parts) => charactersOutsideNames(parts.join(' ').normalize('NFD')).length === 0));
  });
});

describe('the search form', () => {
  test('every letter of the standard has the search form the standard gives it', () => {
    const wrong = vectors.filter(([letter, form]) => searchForm(letter) !== form);
    expect(wrong).toEqual([]);
  });

  test.for([
    ['Müller-Lüdenscheidt', 'MUELLER LUEDENSCHEIDT'],
    ['Großmann', 'GROSSMANN'],
    ['Đặng Thị Hương', 'DANG THI HUONG'],
    ['O’Connor', 'OCONNOR'],
    ['  Șerban ', 'SERBAN'],
  ])('%s is found as %s', ([name = '', form]) => {
    expect(searchForm(name)).toBe(form);
  });
});
