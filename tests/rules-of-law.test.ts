import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testTitlesIn } from './support/test-titles.ts';

/** Every rule of the law that the product claims to keep has a test that names it. */

const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Which rules belong to what is built so far. */
const promised = {
  'the registration at the counter': [
    upTo(1, 5),
    upTo(15, 40),
    43,
    upTo(46, 48),
    50,
    51,
    upTo(80, 83),
    upTo(87, 105),
  ].flat(),
  'searching the register, its log, and drafts nobody touched': [122, 123, 128],
  'the printed seal': [126],
} as const;

const files = globSync('{apps,server,shared,tests}/**/*.{test,spec}.{ts,tsx}');
const named = new Set(
  files.flatMap((file) =>
    testTitlesIn(readFileSync(file, 'utf8')).flatMap((title) => title.match(/\bR-\d{3}\b/g) ?? []),
  ),
);

describe('every rule is named by a test', () => {
  test.for(Object.entries(promised))('of %s', ([, rules]) => {
    const ids = rules.map((rule) => `R-${String(rule).padStart(3, '0')}`);
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });
});

describe('a title', () => {
  test.for([
    [`test('R-001 one', () => {});`, ['R-001 one']],
    [`describe('R-002 one', () => { test('two', () => {}); });`, ['R-002 one', 'two']],
    ['test.for([1, 2])(`R-003 ${one}`, () => {});', ['R-003 …']],
    [`test.for([['R-004 in a row', 1]])('%s', () => {});`, ['%s', 'R-004 in a row']],
    [`test.for<[string, number]>([['R-005', 1]] as const)('%s counts', () => {});`, ['%s counts', 'R-005 counts']],
  ] as const)('is read from %s', ([code, titles]) => {
    expect(testTitlesIn(code)).toEqual(titles);
  });

  test.for([
    `test.skip('R-006 one', () => {});`,
    `// test('R-006 one', () => {});`,
    `expect(found).toEqual({ rule: 'R-006' });`,
    `test.for([['one', 'R-006']])('no row names %s', () => {});`,
    `const text = "test('R-006 one')";`,
  ])('is none in %s', (code) => {
    expect(testTitlesIn(code).join(' ')).not.toContain('R-006');
  });
});
