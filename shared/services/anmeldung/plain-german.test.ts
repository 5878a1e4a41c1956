import { describe, expect, test } from 'vitest';
import { fieldFindingTexts } from '../../forms/finding-texts.ts';
import { type RuleEntry, ruleEntries } from './rule-finding.ts';
import { texts } from './texts.ts';

/** What a citizen reads "einfach erklärt" of the Anmeldung; what only clerks meet is left out. */
const said = [
  ...Object.entries(texts.plain),
  ...Object.entries<RuleEntry>(ruleEntries)
    .filter(([, { only }]) => only !== 'clerk')
    .map(([code, { text }]) => [code, text.plain] as const),
  ...Object.entries(fieldFindingTexts).map(([code, { plain }]) => [code, plain] as const),
];
const sentences = said.flatMap(([key, text]) =>
  text.split(/\n|(?<=[.?!]) (?=[A-ZÄÖÜ])/u).map((sentence) => ({ key, sentence })),
);
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}-]+/gu) ?? [];

describe('how plain German is written', () => {
  test('no sentence has more than eleven words', () => {
    expect(sentences.filter(({ sentence }) => wordsIn(sentence).length > 11)).toEqual([]);
  });

  test('one line has one thought, so a line has one comma at most', () => {
    expect(sentences.filter(({ sentence }) => sentence.split(',').length > 2)).toEqual([]);
  });

  test('a compound noun from twelve letters on has a hyphen', () => {
    const long = sentences.flatMap(({ sentence }) => wordsIn(sentence).flatMap((word) => word.split('-')));
    expect([
      ...new Set(long.filter((part) => part.length >= 12 && /^\p{Lu}/u.test(part) && !noCompounds.has(part))),
    ]).toEqual([]);
  });

  test('the subjunctive and the genitive of papers are not used', () => {
    expect(
      sentences.filter(({ sentence }) => /\b(würde|könnte|müsste|sollte|wäre|hätte|des)\b/iu.test(sentence)),
    ).toEqual([]);
  });
});

/** Long, but no compounds; and one that stands on every form. */
const noCompounds = new Set([
  'Postleitzahl',
  'Partnerschaft',
  'Gemeinschaft',
  'Widersprüche',
  'Europäischen',
  'Beauftragten',
]);
