import { describe, expect, test } from 'vitest';
import { locales } from '../base/locale.ts';
import { definition } from '../services/anmeldung/definition.ts';
import { awkwardPerson, familyOfFour, ownerWithTwoHomes } from '../services/anmeldung/examples.ts';
import { emptyAnswers } from '../services/anmeldung/register.ts';
import type { Answers } from './answers.ts';
import { checkFields } from './checks.ts';
import { fieldFindingText, fieldFindingTexts } from './finding-texts.ts';
import { replaceAt } from './paths.ts';

const found = (answers: Answers) => checkFields(definition, answers).map(({ path, code }) => [path, code]);
const home = { street: 'Hauptstraße', houseNumber: '3', postcode: '70771', city: 'Leinfelden-Echterdingen' };

describe('the fields’ own checks', () => {
  test.for<[string, Answers]>([
    ['the family of four', familyOfFour],
    ['the owner with two homes', ownerWithTwoHomes],
    ['the awkward person', awkwardPerson],
  ])('%s is complete', ([, answers]) => {
    expect(found(answers)).toEqual([]);
  });

  test('an empty form asks for what it needs, in the order of the form, and not for what may be left out', () => {
    const asked = found(emptyAnswers(1));
    expect(asked[0]).toEqual(['einzugsdatum', 'required']);
    expect(asked).toContainEqual(['persons.p1.vornamen', 'required']);
    expect(asked.map(([path]) => path)).not.toContain('persons.p1.geburtsname');
    expect(asked.map(([path]) => path)).not.toContain('persons.p1.widerspruchParteien');
  });

  test('what only the clerk fills in is asked of the clerk', () => {
    expect(found(replaceAt(familyOfFour, 'persons.p2.beziehung', undefined))).toEqual([
      ['persons.p2.beziehung', 'required-by-clerk'],
    ]);
  });

  test.for<[string, string, Answers[string], [string, string][]]>([
    ['a day that no calendar has', 'einzugsdatum', '2026-02-30', [['einzugsdatum', 'date-invalid']]],
    ['a half typed day', 'einzugsdatum', '2026-1', [['einzugsdatum', 'date-invalid']]],
    ['a month for a day', 'einzugsdatum', '2026-11', [['einzugsdatum', 'date-invalid']]],
    ['a year for a birth date', 'persons.p1.geburtsdatum', '1950', []],
    ['a thirteenth month', 'persons.p1.geburtsdatum', '1950-13', [['persons.p1.geburtsdatum', 'partial-date-invalid']]],
    ['Cyrillic in a name', 'persons.p1.vornamen', 'Анна', [['persons.p1.vornamen', 'name-characters']]],
    ['an emoji in a place', 'persons.p1.geburtsort', 'Ulm 🚀', [['persons.p1.geburtsort', 'text-characters']]],
    [
      'a state that is not in the list',
      'persons.p1.geburtsstaat',
      '777',
      [['persons.p1.geburtsstaat', 'code-unknown']],
    ],
    [
      'a state that is gone',
      'persons.p1.staatsangehoerigkeiten',
      ['138'],
      [['persons.p1.staatsangehoerigkeiten', 'code-unknown']],
    ],
    [
      'a postcode of four digits',
      'neueWohnung',
      { ...home, postcode: '7077' },
      [['neueWohnung.postcode', 'postcode-invalid']],
    ],
    ['no street', 'neueWohnung', { ...home, street: '' }, [['neueWohnung.street', 'address-incomplete']]],
    [
      'an address abroad where one in Germany is asked for',
      'bisherigeWohnung',
      { ...home, state: '151' },
      [['bisherigeWohnung.state', 'address-abroad']],
    ],
    [
      'an address abroad where that is fine, without a postcode',
      'wohnungsgeber.anschrift',
      { ...home, postcode: '', state: '151' },
      [],
    ],
    [
      'an address of blanks',
      'neueWohnung',
      { street: '', houseNumber: '', postcode: '', city: '' },
      [['neueWohnung', 'required']],
    ],
  ])('%s', ([, path, value, expected]) => {
    expect(found(replaceAt(familyOfFour, path, value))).toEqual(expected);
  });

  test('a list that was said to be there has something in it', () => {
    expect(found({ ...ownerWithTwoHomes, weitereWohnungen: [] })).toEqual([['weitereWohnungen', 'required']]);
  });

  test.for(Object.keys(fieldFindingTexts))('%s is said in every language', (code) => {
    for (const locale of locales) {
      const text = fieldFindingText({ path: 'x', severity: 'error', code, values: { characters: 'А' } }, locale);
      expect(text).toMatch(/\w/);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('a code of somebody else has no text here', () => {
    expect(fieldFindingText({ path: 'x', severity: 'error', code: 'toString' }, 'de')).toBeUndefined();
  });
});
