import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../base/limits.ts';
import { definition } from '../services/anmeldung/definition.ts';
import { emptyAnswers } from '../services/anmeldung/register.ts';
import { familyOfFour } from '../services/anmeldung/examples.ts';
import { answerAt, itemsAt, replaceAt } from './paths.ts';
import { fieldAt, setAnswer } from './set-answer.ts';

const set = (path: string, value: unknown, answers = familyOfFour) => setAnswer(definition, answers, path, value);
const home = { street: 'Hauptstraße', houseNumber: '3', postcode: '70771', city: 'Leinfelden-Echterdingen' };

describe('an answer finds its place', () => {
  test.for<[string, unknown]>([
    ['einzugsdatum', '2026-11-20'],
    ['neueWohnung', home],
    ['wirdBeibehalten', true],
    ['persons.p2.geburtsdatum', '1985'],
    ['persons.p3.staatsangehoerigkeiten', ['000']],
    ['persons.p1.ausweisdokumente.a1.art', 'RP'],
    ['wohnungsgeber.istEigentuemer', false],
    ['wohnungsgeber.anschrift', home],
  ])('at %s', ([path, value]) => {
    const changed = set(path, value);
    expect(changed && answerAt(changed, path)).toEqual(value);
  });

  test('and nothing else changes, also not in what was there', () => {
    const before = structuredClone(familyOfFour);
    const changed = set('persons.p2.vornamen', 'Ștefan Ion');
    expect(familyOfFour).toEqual(before);
    expect(changed && replaceAt(changed, 'persons.p2.vornamen', 'Ștefan')).toEqual(before);
  });

  test('null and an empty text take it away', () => {
    for (const nothing of [null, '', '   ']) {
      const changed = set('persons.p1.doktorgrad', nothing);
      expect(changed && answerAt(changed, 'persons.p1.doktorgrad')).toBeUndefined();
    }
  });

  test('texts lose blanks around them and come out composed', () => {
    const changed = set('persons.p1.vornamen', '  A\u0301gnes ');
    expect(changed && answerAt(changed, 'persons.p1.vornamen')).toBe('Ágnes');
  });

  test('a half typed date keeps its place, so that nothing typed is lost', () => {
    expect(set('einzugsdatum', '2026-1')).toMatchObject({ einzugsdatum: '2026-1' });
  });

  test('a person comes and goes under an id of their own', () => {
    const five = set('persons.p5', { vornamen: 'Ana' });
    expect(five && itemsAt(five, 'persons').map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    const without = five && setAnswer(definition, five, 'persons.p2', null);
    expect(without && itemsAt(without, 'persons').map(({ id }) => id)).toEqual(['p1', 'p3', 'p4', 'p5']);
  });

  test('there are never more persons than the office takes in one case', () => {
    const full = emptyAnswers(limits.personsPerCase);
    expect(setAnswer(definition, full, 'persons.p99', {})).toBeUndefined();
    expect(setAnswer(definition, full, 'persons.p8', { vornamen: 'Ana' })).toBeDefined();
  });
});

describe('what has no place changes nothing', () => {
  test.for<[string, string, unknown]>([
    ['an unknown field', 'lieblingsfarbe', 'blau'],
    ['a field of another level', 'vornamen', 'Ana'],
    ['a section', 'umzug.einzugsdatum', '2026-11-20'],
    ['the prototype', '__proto__', {}],
    ['the prototype of a person', 'persons.p1.__proto__', {}],
    ['a path through the prototype', 'persons.p1.__proto__.vornamen', 'Ana'],
    ['a constructor', 'constructor.prototype.x', true],
    ['an empty path', '', 'x'],
    ['a person who is not there', 'persons.p9.vornamen', 'Ana'],
    ['a person by an id like __proto__', 'persons.__proto__', {}],
    ['a person with another id than the path says', 'persons.p5', { id: 'p1' }],
    ['a person with an unknown field', 'persons.p5', { idNr: '1' }],
    ['a person as a text', 'persons.p5', 'Ana'],
    ['the id of a person', 'persons.p1.id', 'p2'],
    ['two persons with the same id', 'persons', [{ id: 'p1' }, { id: 'p1' }]],
    ['a number for a text', 'persons.p1.vornamen', 7],
    ['a text for yes or no', 'wirdBeibehalten', 'true'],
    ['an option that is not offered', 'wohnungsstatus', 'toString'],
    ['a text that is too long', 'persons.p1.vornamen', 'a'.repeat(121)],
    ['a text with a control character', 'persons.p1.vornamen', 'Ana\u0000'],
    ['a text that turns its direction', 'persons.p1.vornamen', 'Ana\u202egnp'],
    ['half a character', 'persons.p1.vornamen', 'Ana\ud83d'],
    ['an address as a text', 'neueWohnung', 'Hauptstraße 3'],
    ['an address with more than an address', 'neueWohnung', { ...home, note: 'x' }],
    ['an address with a number in it', 'neueWohnung', { ...home, houseNumber: 3 }],
    ['a part of an address by itself', 'neueWohnung.street', 'Hauptstraße'],
    ['the same nationality twice', 'persons.p1.staatsangehoerigkeiten', ['000', '000']],
    ['a number among nationalities', 'persons.p1.staatsangehoerigkeiten', ['000', 7]],
    ['more nationalities than there is room for', 'persons.p1.staatsangehoerigkeiten', ['1', '2', '3', '4', '5', '6']],
    ['an object that was parsed with a prototype key', 'wohnungsgeber', JSON.parse('{"__proto__":{"name":"x"}}')],
    ['a path that is too long', `persons.${'p'.repeat(300)}`, {}],
  ])('%s', ([, path, value]) => {
    expect(set(path, value)).toBeUndefined();
  });

  test('whatever comes, nothing is thrown, and the answers stay answers', () => {
    const step = fc.oneof(
      fc.constantFrom(
        'persons',
        'p1',
        'p2',
        'ausweisdokumente',
        'a1',
        'neueWohnung',
        'wohnungsgeber',
        '__proto__',
        'id',
      ),
      fc.string(),
    );
    const path = fc.array(step, { maxLength: 5 }).map((steps) => steps.join('.'));
    fc.assert(
      fc.property(path, fc.jsonValue(), (where, value) => {
        const changed = set(where, value);
        if (changed) expect(JSON.parse(JSON.stringify(changed))).toEqual(changed);
        expect(Object.prototype).not.toHaveProperty('vornamen');
      }),
      { numRuns: 500 },
    );
  });

  test('whatever is written into a field that exists is kept in one shape: writing it again changes nothing', () => {
    const where = fc.constantFrom(
      'einzugsdatum',
      'neueWohnung',
      'persons',
      'persons.p1.vornamen',
      'wohnungsgeber',
      'papier',
    );
    fc.assert(
      fc.property(where, fc.jsonValue(), (path, value) => {
        const once = set(path, value);
        const kept = once && answerAt(once, path);
        if (once && kept !== undefined) expect(setAnswer(definition, once, path, kept)).toEqual(once);
      }),
    );
  });
});

test('a path leads to its field, an item or a stranger to none', () => {
  expect(fieldAt(definition, 'persons.p1.ausweisdokumente.a1.art')?.kind).toBe('choice');
  expect(fieldAt(definition, 'wohnungsgeber.name')?.label).toBe('Name');
  expect(fieldAt(definition, 'persons.p1')).toBeUndefined();
  expect(fieldAt(definition, 'persons.p1.__proto__')).toBeUndefined();
});
