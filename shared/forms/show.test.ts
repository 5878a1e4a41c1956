import { describe, expect, test } from 'vitest';
import type { Locale } from '../base/locale.ts';
import { definition } from '../services/anmeldung/definition.ts';
import { familyOfFour, ownerWithTwoHomes } from '../services/anmeldung/examples.ts';
import { texts } from '../services/anmeldung/texts.ts';
import { unknownAddress } from './address.ts';
import type { Answers } from './answers.ts';
import { askedLeaves, askedSections } from './asked.ts';
import { codeLabel, offeredCodes } from './code-lists/code-list.ts';
import { showAddress, showAnswer, showDate } from './show.ts';

const shown = (answers: Answers, path: string, locale: Locale) => {
  const leaf = askedSections(definition, answers)
    .flatMap(askedLeaves)
    .find((one) => one.path === path);
  return leaf && showAnswer(leaf, texts, locale);
};

describe('how answers read', () => {
  test.for<[string, string, string]>([
    ['einzugsdatum', '14.11.2026', '14 November 2026'],
    ['wohnungsstatus', 'meine einzige Wohnung', 'my only dwelling'],
    ['wirdBeibehalten', 'Nein', 'No'],
    ['persons.p1.staatsangehoerigkeiten', 'deutsch, Polen', 'German, Poland'],
    ['persons.p1.geburtsstaat', 'Polen', 'Poland'],
    ['persons.p1.religion', 'römisch-katholisch', 'Roman Catholic'],
    ['persons.p1.vornamen', 'Aleksandra Maria', 'Aleksandra Maria'],
    ['persons.p1.geburtsname', 'Wójcik', 'Wójcik'],
    ['persons.p2.doktorgrad', 'keine Angabe', 'not stated'],
    [
      'neueWohnung',
      'Lindachstraße 14, 2. OG links, 70771 Leinfelden-Echterdingen (Leinfelden)',
      'Lindachstraße 14, 2. OG links, 70771 Leinfelden-Echterdingen (Leinfelden)',
    ],
  ])('%s reads %s', ([path, german, english]) => {
    expect(shown(familyOfFour, path, 'de')).toBe(german);
    expect(shown(familyOfFour, path, 'en')).toBe(english);
  });

  test('an address abroad names its state', () => {
    const path = 'weitereWohnungen.w1.anschrift';
    expect(shown(ownerWithTwoHomes, path, 'de')).toBe('Rua da Boavista 71, 4050-107 Porto, Portugal');
  });

  test('an address nobody knows is said to be unknown', () => {
    expect([showAddress(unknownAddress, 'de'), showAddress(unknownAddress, 'en')]).toEqual(['unbekannt', 'unknown']);
  });

  test.for<[string, string, string]>([
    ['2026-11-22', '22.11.2026', '22 November 2026'],
    ['1950-04', '00.04.1950', 'April 1950'],
    ['1950', '00.00.1950', '1950'],
    ['1950-00-00', '00.00.1950', '1950'],
    ['unknown', 'unbekannt', 'unknown'],
    ['2026-13', '2026-13', '2026-13'],
  ])('the date %s reads %s', ([date, german, english]) => {
    expect([showDate(date, 'de'), showDate(date, 'en')]).toEqual([german, english]);
  });
});

describe('code lists', () => {
  test('Germany comes first, then the states by name, then stateless', () => {
    const codes = offeredCodes('staatsangehoerigkeit', 'clerk').map(({ german }) => german);
    expect(codes.slice(0, 4)).toEqual(['deutsch', 'Afghanistan', 'Ägypten', 'Albanien']);
    expect(codes.slice(-3)).toEqual(['staatenlos', 'ungeklärt', 'ohne Angabe']);
  });

  test('states that are gone are read, but not offered', () => {
    expect(codeLabel('staatsangehoerigkeit', '138', 'de')).toBe('Jugoslawien, Bundesrepublik');
    expect(offeredCodes('staatsangehoerigkeit', 'clerk').map(({ code }) => code)).not.toContain('138');
  });

  test('R-096 unclear nationality is offered to the clerk alone', () => {
    const citizens = offeredCodes('staatsangehoerigkeit', 'citizen').map(({ code }) => code);
    expect(citizens).toContain('997');
    expect(citizens).not.toContain('998');
    expect(citizens).not.toContain('999');
  });

  test('the lists are as long as the official ones', () => {
    expect(offeredCodes('staat', 'clerk')).toHaveLength(197);
    expect(offeredCodes('staatsangehoerigkeit', 'clerk')).toHaveLength(203);
    expect(new Set(offeredCodes('staat', 'clerk').map(({ german }) => german)).size).toBe(197);
  });

  test('no religion and another one can always be said', () => {
    const codes = offeredCodes('religion', 'citizen').map(({ code }) => code);
    expect(codes[0]).toBe('-');
    expect(codes).toContain('oa');
  });

  test('a key nobody knows is shown as it is', () => {
    expect(codeLabel('staat', 'toString', 'de')).toBe('toString');
  });
});
