import { describe, expect, test } from 'vitest';
import { locales } from '../../base/locale.ts';
import { germanTexts } from '../../forms/texts.ts';
import { definition } from './definition.ts';
import { type RuleEntry, ruleEntries } from './rule-finding.ts';
import { texts } from './texts.ts';

const german = germanTexts(definition);

describe('what a citizen reads of the Anmeldung', () => {
  test.for(['plain', 'en'] as const)('every text of the definition exists in %s', (locale) => {
    expect([...german.keys()].filter((key) => !texts[locale][key]?.trim())).toEqual([]);
  });

  test.for(['plain', 'en'] as const)('nothing is written in %s that the definition does not show', (locale) => {
    expect(Object.keys(texts[locale]).filter((key) => !german.has(key))).toEqual([]);
  });

  test('what a finding names is named in every language, and every finding has a text', () => {
    const uneven = Object.entries<RuleEntry>(ruleEntries).filter(([, { text }]) => {
      const places = locales.map((locale) => (text[locale].match(/\{\w+\}/g) ?? []).toSorted().join());
      const needed = places[0] ?? '';
      return places.some((place) => place !== '' && place !== needed) || locales.some((locale) => text[locale] === '');
    });
    expect(uneven).toEqual([]);
  });

  test('the English texts are not German ones left over', () => {
    const same = [...german].filter(([key, text]) => texts.en[key] === text).map(([, text]) => text);
    expect(new Set(same)).toEqual(new Set(['Name', 'Person']));
  });
});
