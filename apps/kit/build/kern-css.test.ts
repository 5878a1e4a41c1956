import { expect, test } from 'vitest';
import { keepNamed } from './kern-css.ts';

// How the rest is spaced is nobody's business.
const keep = (css: string, text: string) => keepNamed(css, text).replaceAll(/\s/g, '');

test.for<[string, string, string, string]>([
  ['a class that the sources name stays', '.kern-btn { color: red }', 'class="kern-btn"', '.kern-btn { color: red }'],
  ['a class that nobody names goes', '.kern-kopfzeile { color: red }', 'class="kern-btn"', ''],
  ['of several selectors the named ones stay', '.kern-a, .kern-b { color: red }', 'kern-b', '.kern-b { color: red }'],
  [
    'an exception needs no name',
    '.kern-a:not(.kern-b) { color: red }',
    'kern-a',
    '.kern-a:not(.kern-b) { color: red }',
  ],
  ['a part that an element would have to hold needs one', '.kern-a:has(.kern-b) { color: red }', 'kern-a', ''],
  ['elements without a class stay', 'body { color: red }', '', 'body { color: red }'],
  ['steps of an animation stay', '@keyframes turn { 0% { top: 0 } }', '', '@keyframes turn { 0% { top: 0 } }'],
  ['a media query without rules goes', '@media print { .kern-a { color: red } }', '', ''],
])('%s', ([, css, text, kept]) => {
  expect(keep(css, text)).toBe(kept.replaceAll(/\s/g, ''));
});

test('a property stays while something reads it, and goes with its last reader', () => {
  const css = ':root { --kern-a: 1; --kern-b: var(--kern-a); --kern-c: 2 } .kern-x { top: var(--kern-b) }';
  expect(keep(css, 'kern-x')).toBe(':root{--kern-a:1;--kern-b:var(--kern-a)}.kern-x{top:var(--kern-b)}');
  expect(keep(css, '')).toBe('');
  expect(keep(css, 'var(--kern-c)')).toBe(':root{--kern-c:2}');
});
