import { describe, expect, test } from 'vitest';
import { addDays } from '../../base/calendar.ts';
import type { Answers } from '../../forms/answers.ts';
import { itemsAt } from '../../forms/paths.ts';
import { doctorateOf } from './doctorate.ts';
import { exampleFacts, familyOfFour } from './examples.ts';
import { alone, codes, daughter, errors, familyWith, mother, rules } from './family-with.ts';
import { anmeldung } from './service.ts';

describe('who declares', () => {
  const born = (day: string): Answers => ({ geburtsdatum: day, vertretung: 'none' });

  test('R-015 at 15 somebody else registers you', () => {
    expect(rules(alone(mother, born('2010-11-24')))).toMatchObject([{ rule: 'R-015', severity: 'error' }]);
  });

  test('R-016 on the sixteenth birthday you register yourself', () => {
    expect(codes(alone(mother, born('2010-11-23')))).toEqual([]);
  });

  test('R-017 a grandmother registers the grandchild that moves in with her; custody is looked at', () => {
    const answers = alone(
      daughter,
      { sorgeberechtigteWohnen: 'elsewhere' },
      { rolle: 'householder', anmeldendePerson: 'Łucja Wójcik' },
    );
    expect(rules(answers)).toMatchObject([{ rule: 'R-017', severity: 'warning' }]);
    expect(anmeldung.signerSuggestions(answers, exampleFacts)).toEqual([
      { id: 'declarant', role: 'householder', name: 'Łucja Wójcik' },
    ]);
  });

  test.for<[string, string, Answers, string[]]>([
    ['R-018', 'a newborn in the parents’ dwelling is told by the Standesamt', {}, ['newborn-with-parents']],
    [
      'R-018',
      'also where the parents already live there',
      { sorgeberechtigteWohnen: 'living-here' },
      ['newborn-with-parents'],
    ],
    [
      'R-018',
      'where one parent lives here it depends on which one',
      { sorgeberechtigteWohnen: 'one-here' },
      ['newborn-with-one-parent'],
    ],
    [
      'R-019',
      'a newborn in another dwelling is registered',
      { sorgeberechtigteWohnen: 'elsewhere' },
      ['child-with-householder'],
    ],
    ['R-020', 'a newborn from abroad is registered', { geburtsstaat: '154' }, []],
  ])('%s %s', ([, , change, expected]) => {
    const newborn = { geburtsdatum: '2026-11-10', nochNieGemeldet: true, ...change };
    expect(codes(familyWith('p4', newborn))).toEqual(expected);
  });

  test('R-021 a guardian who decides on the residence has to declare', () => {
    expect(rules(alone(mother, { vertretung: 'betreuung-aufenthalt' }))).toMatchObject([
      { rule: 'R-021', severity: 'warning', path: 'rolle' },
    ]);
  });

  test('where somebody comes with a power of attorney the clerk looks at it', () => {
    const answers = alone(mother, {}, { rolle: 'authorised', anmeldendePerson: 'Łucja Wójcik' });
    expect(rules(answers)).toMatchObject([{ code: 'authorised-declares', severity: 'warning', only: 'clerk' }]);
  });

  test('R-022 with a guardian for other matters you register yourself', () => {
    expect(codes(alone(mother, { vertretung: 'betreuung' }))).toEqual([]);
  });
});

describe('registering together', () => {
  test('R-023 one confirms for spouses and children with the same move', () => {
    expect(codes(familyOfFour)).toEqual([]);
    expect(anmeldung.signerSuggestions(familyOfFour, exampleFacts).map(({ id, role }) => [id, role])).toEqual([
      ['p1', 'family'],
    ]);
    expect(anmeldung.needsEntitlement(familyOfFour)).toBe(true);
  });

  test('R-024 without the assurance the data of the others stay away', () => {
    const facts = { ...exampleFacts, entitlementAssured: false };
    expect(rules(familyOfFour, facts)).toMatchObject([{ rule: 'R-024', severity: 'error' }]);
    const persons = itemsAt(anmeldung.withoutRelatives(familyOfFour), 'persons');
    expect(persons).toEqual([mother, { id: 'p2' }, { id: 'p3' }, { id: 'p4' }]);
  });

  test('R-024 who registers alone assures nothing for others', () => {
    expect(codes(alone(mother), { ...exampleFacts, entitlementAssured: false })).toEqual([]);
    expect(anmeldung.needsEntitlement(alone(mother))).toBe(false);
  });

  test('R-024 relatives named in the signer’s own data stay away too', () => {
    const before = familyWith('p1', { ehegatte: { familienname: 'Șerban' }, minderjaehrigeKinder: [{ id: 'k1' }] });
    expect(itemsAt(anmeldung.withoutRelatives(before), 'persons')[0]).toEqual(mother);
  });

  test('R-024 of somebody else’s registration nothing is shown before', () => {
    const others = { ...familyOfFour, rolle: 'guardian', anmeldendePerson: 'Łucja Wójcik' };
    expect(JSON.stringify(anmeldung.withoutRelatives(others))).not.toMatch(/Șerban|Reinsburg|Lindach|1987/);
  });

  test('R-025 another previous dwelling is another registration', () => {
    expect(rules(familyWith('p2', { gleicheZuzugsdaten: false }))).toMatchObject([
      { rule: 'R-025', severity: 'error', path: 'persons.p2.gleicheZuzugsdaten' },
    ]);
  });

  test('R-026 people who are no family register each for themselves', () => {
    expect(rules(familyWith('p2', { beziehung: 'unrelated' }))).toMatchObject([{ rule: 'R-026', severity: 'error' }]);
  });

  test('what an adult decides alone, that adult confirms', () => {
    const answers = familyWith('p2', { widerspruchParteien: true });
    expect(codes(answers)).toEqual(['objection-of-other-adult']);
    expect(anmeldung.signerSuggestions(answers, exampleFacts).map(({ id, role }) => [id, role])).toEqual([
      ['p1', 'family'],
      ['p2', 'self'],
    ]);
  });
});

describe('a form that contradicts itself', () => {
  test('the first person and nobody else is the first person', () => {
    const unclear = [expect.objectContaining({ code: 'first-person-unclear', severity: 'error' })];
    expect(rules(familyWith('p1', { beziehung: 'parent' }))).toEqual(unclear);
    expect(rules(familyWith('p3', { beziehung: 'self' }))).toEqual(unclear);
  });

  test('a spouse said to move along is one of the persons', () => {
    expect(codes(alone(mother, { familienstand: 'VH', ehegatteDabei: true }))).toEqual(['relative-not-in-form']);
  });

  test('parents said to move along are among the persons', () => {
    const answers = alone(daughter, {}, { rolle: 'householder', anmeldendePerson: 'Łucja Wójcik' });
    expect(codes(answers)).toEqual(['relative-not-in-form']);
  });
});

describe('main residence of families', () => {
  const twoHomes = {
    wohnungsstatus: 'haupt',
    wirdBeibehalten: true,
    bisherigerStatusKuenftig: 'neben',
    auszugsdatum: null,
  };
  const husbandInMunich = (dauerndGetrennt: boolean): Answers => ({
    familienstand: 'VH',
    ehegatteDabei: false,
    ehegatte: {
      familienname: 'Șerban',
      vornamen: 'Ștefan',
      geburtsdatum: '1985-11-02',
      geschlecht: 'm',
      anschrift: { street: 'Theresienstraße', houseNumber: '9', postcode: '80333', city: 'München' },
      dauerndGetrennt,
    },
  });

  test('R-038 the main residence of spouses is where the family lives', () => {
    expect(rules(alone(mother, husbandInMunich(false), twoHomes))).toMatchObject([
      { rule: 'R-038', severity: 'warning', only: 'clerk' },
    ]);
  });

  test('R-038 a spouse who already lives in the new dwelling is no family elsewhere', () => {
    const husband = husbandInMunich(false)['ehegatte'] as Answers;
    const anschrift = familyOfFour['neueWohnung'] as Answers;
    const answers = { ...husbandInMunich(false), ehegatte: { ...husband, anschrift } };
    expect(codes(alone(mother, answers, twoHomes))).toEqual([]);
  });

  test('R-039 who lives permanently apart has a main residence of their own', () => {
    expect(codes(alone(mother, husbandInMunich(true), twoHomes))).toEqual([]);
  });

  test('R-040 a child of separated parents has its main residence with one of them', () => {
    const answers = { ...familyWith('p3', { sorgeberechtigteWohnen: 'one-here' }), ...twoHomes };
    expect(rules(answers)).toMatchObject([{ rule: 'R-040', severity: 'warning' }]);
  });
});

describe('names, births and nationalities', () => {
  test('R-089 a birth date with the year alone is accepted, and ages are taken at their least', () => {
    expect(rules(familyWith('p2', { geburtsdatum: '1950' }))).toMatchObject([{ rule: 'R-089', severity: 'info' }]);
    expect(errors(familyWith('p2', { geburtsdatum: '1950' }))).toEqual([]);
    expect(codes(alone(mother, { geburtsdatum: '2010' }))).toContain('under-16-declares');
    expect(codes(alone(mother, { geburtsdatum: '2009' }))).not.toContain('under-16-declares');
  });

  test('R-089 the zeros of a register are a year alone', () => {
    expect(errors(familyWith('p2', { geburtsdatum: '1950-00-00' }))).toEqual([]);
  });

  test('nobody is born tomorrow, and 121 years are asked about', () => {
    expect(codes(familyWith('p4', { geburtsdatum: addDays(exampleFacts.today, 1) }))).toContain('birth-in-future');
    expect(codes(familyWith('p2', { geburtsdatum: '1905-11-22' }))).toEqual(['birth-long-ago']);
  });

  test.for(['Đặng', 'Łukasz', 'Ștefan', 'K͟hālid'])('R-090 %s is a name like any other', (name) => {
    expect(errors(familyWith('p2', { vornamen: name.normalize('NFD') }))).toEqual([]);
  });

  test.for(['Анна', 'Lea🌸'])('R-091 %s cannot be registered, and the characters are shown', (name) => {
    const [finding] = errors(familyWith('p2', { vornamen: name }));
    expect(finding).toMatchObject({ code: 'name-characters', path: 'persons.p2.vornamen' });
    expect(finding && anmeldung.findingText(finding, 'en')).toMatch(/А н а|🌸/u);
  });

  test.for(['no-given-name', 'no-family-name'])('R-092 a person with one name only is registered (%s)', (which) => {
    const change =
      which === 'no-given-name' ? { vornamen: null, gebraeuchlicherVorname: null } : { familienname: null };
    expect(errors(familyWith('p2', change))).toHaveLength(1);
    expect(errors(familyWith('p2', { ...change, nameUnvollstaendig: which }))).toEqual([]);
  });

  test('R-093 the name you use is one of your names', () => {
    expect(rules(familyWith('p1', { gebraeuchlicherVorname: 'Ola' }))).toMatchObject([
      { rule: 'R-093', severity: 'error', values: { names: 'Aleksandra, Maria' } },
    ]);
    expect(codes(familyWith('p1', { vornamen: 'Anna-Lena Maria', gebraeuchlicherVorname: 'Anna-Lena' }))).toEqual([]);
  });

  test.for([
    ['Dr.', 'Dr.'],
    ['Dr. h. c.', 'Dr. h. c.'],
    ['Dr.eh.', 'Dr.eh.'],
    ['Prof. Dr.', 'Dr.'],
    ['Professor Dr.', 'Dr.'],
    ['doktor', 'Dr.'],
    ['Dr. rer. nat.', 'Dr.'],
    ['Dr.-Ing.', 'Dr.'],
    ['Drachenforscher', undefined],
    ['Prof.', undefined],
    ['PhD', undefined],
    ['Dipl.-Ing.', undefined],
  ])('R-094 of "%s" the register takes %s', ([written = '', taken]) => {
    expect(doctorateOf(written)).toBe(taken);
    const found = codes(familyWith('p1', { doktorgrad: written }));
    expect(found).toEqual(taken === written ? [] : [taken ? 'doctorate-with-professor' : 'doctorate-unknown']);
  });

  test('R-095 married without a date is a warning, the certificate may follow', () => {
    expect(rules(familyWith('p1', { eheDatum: null }))).toMatchObject([{ rule: 'R-095', severity: 'warning' }]);
  });

  test('R-096 everybody has a nationality or is stateless', () => {
    expect(errors(familyWith('p2', { staatsangehoerigkeiten: null }))).toMatchObject([{ rule: 'R-096' }]);
    expect(codes(familyWith('p2', { staatsangehoerigkeiten: ['997'] }))).toEqual([]);
    expect(codes(familyWith('p2', { staatsangehoerigkeiten: ['997', '154'] }))).toEqual(['nationality-alone']);
  });

  test.for(['998', '999'])('R-096 the key %s is for the clerk to check', (code) => {
    expect(rules(familyWith('p2', { staatsangehoerigkeiten: [code] }))).toMatchObject([
      { rule: 'R-096', severity: 'warning', only: 'clerk' },
    ]);
  });

  test.for(['d', 'x'])('R-097 the sex %s is an answer like any other', (geschlecht) => {
    expect(errors(familyWith('p2', { geschlecht }))).toEqual([]);
    expect(codes(familyWith('p2', { geschlecht }))).toEqual([]);
  });
});
