import { describe, expect, test } from 'vitest';
import type { Answers } from '../../forms/answers.ts';
import { answerAt, itemsAt } from '../../forms/paths.ts';
import { familyOfFour, ownerWithTwoHomes } from './examples.ts';
import { emptyAnswers, fromRegister, registerQuery } from './register.ts';

const people = itemsAt(familyOfFour, 'persons');
const locked = (ids: readonly string[]): Answers => ({
  ...familyOfFour,
  persons: people.map((person) => (ids.includes(person.id) ? { ...person, sperre: '51' } : person)),
});

describe('the prefilled Meldeschein', () => {
  test('what the register knows of a family stands in the form', () => {
    expect(fromRegister(familyOfFour, 4)).toEqual(familyOfFour);
  });

  test('R-046 of a spouse protected by § 51 nothing comes through, and the place looks like any empty one', () => {
    const answers = fromRegister(locked(['p2']), 4);
    expect(JSON.stringify(answers)).not.toMatch(/Ștefan|Timișoara|sperre|1985-11-02/);
    expect(itemsAt(answers, 'persons')).toHaveLength(4);
    expect(itemsAt(answers, 'persons')[3]).toEqual({ id: 'p4' });
  });

  test('R-046 a protected person is not named in the data of others either', () => {
    const [first, second] = people;
    const record = {
      ...locked(['p2']),
      persons: [
        {
          ...first,
          id: 'p1',
          ehegatteDabei: false,
          ehegatte: { familienname: 'Șerban-Wójcik', vornamen: 'Ștefan', geburtsdatum: '1985-11-02' },
          minderjaehrigeKinder: [{ id: 'k1', vornamen: 'Ana', sperre: '52' }],
        },
        { ...second, id: 'p2', sperre: '51' },
      ],
    };
    expect(JSON.stringify(fromRegister(record, 1))).not.toMatch(/Ștefan|Ana"|sperre/);
  });

  test('R-046 who asks for their own data gets them in spite of their own lock', () => {
    const answers = fromRegister(locked(['p1']), 1);
    expect(answerAt(answers, 'persons.p1.vornamen')).toBe('Aleksandra Maria');
    expect(JSON.stringify(answers)).not.toContain('sperre');
  });

  test('more than the form asks for stays in the register', () => {
    const record = { ...familyOfFour, steuerId: '12345678901', persons: [{ id: 'p1', idNr: '1', vornamen: 'Ana' }] };
    expect(JSON.stringify(fromRegister(record, 1))).not.toMatch(/steuerId|idNr/);
  });

  test.for([
    [0, 1],
    [4, 4],
    [99, 8],
  ])('a case opened for %i persons has %i places', ([asked = 0, places]) => {
    expect(itemsAt(emptyAnswers(asked), 'persons')).toHaveLength(places ?? 0);
  });
});

describe('asking the register', () => {
  test('R-047 family name, given names, birth date and last address are needed, all four', () => {
    expect(registerQuery(ownerWithTwoHomes)).toEqual({
      query: {
        familienname: 'Șerban-Wójcik',
        vornamen: 'Ștefan',
        geburtsdatum: '1985-11-02',
        letzteAnschrift: 'Reinsburgstraße 112 a, 70197 Stuttgart',
      },
    });
  });

  test('R-047 without the last address nobody is asked', () => {
    expect(registerQuery({ ...ownerWithTwoHomes, bisherigeWohnung: null })).toMatchObject({
      findings: [{ rule: 'R-047', severity: 'error', path: 'bisherigeWohnung' }],
    });
    expect(registerQuery(emptyAnswers(2))).toMatchObject({ findings: { length: 4 } });
  });
});
