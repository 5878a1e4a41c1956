import { expect, test } from 'vitest';
import { handedOutWords } from './handed-out.ts';

const at = '2026-11-23T09:00:00.000Z';

test.for([
  ['declaration', 0, null, 'Kopie noch nicht ausgehändigt'],
  ['declaration', 0, at, 'bleibt hier, Kopie ausgehändigt 23.11.2026, 10:00'],
  ['declaration', 1, at, '1-mal ausgehändigt'],
  ['copy', 0, null, 'noch nicht ausgehändigt'],
  ['copy', 2, at, '2-mal ausgehändigt'],
  ['meldebestaetigung', 0, at, 'noch nicht ausgehändigt'],
] as const)('a %s handed out %i times, with the copy given at %s: %s', ([kind, copies, copyDeliveredAt, words]) => {
  expect(handedOutWords({ kind, copies }, copyDeliveredAt)).toBe(words);
});
