import { describe, expect, test } from 'vitest';
import { addDays } from '../../base/calendar.ts';
import { unknownAddress } from '../../forms/address.ts';
import type { Answers } from '../../forms/answers.ts';
import type { Facts } from '../service.ts';
import { exampleFacts, familyOfFour, ownerWithTwoHomes } from './examples.ts';
import { anmeldungFindings } from './rules.ts';
import { anmeldung } from './service.ts';
import { tasksAfterEntry } from './tasks.ts';

/** A Sunday, as in the table of rules. */
const sunday: Facts = { ...exampleFacts, today: '2026-11-22' };
const withMove = (change: Answers): Answers => ({ ...familyOfFour, papier: null, nachweis: 'reference', ...change });
const codes = (answers: Answers, facts: Facts = sunday) => anmeldungFindings(answers, facts).map(({ code }) => code);
const movedInOn = (day: string) => withMove({ einzugsdatum: day, zuordnungsmerkmal: '4711' });

describe('the two weeks after moving in', () => {
  test('R-001 who has not moved in yet cannot register', () => {
    const [finding] = anmeldungFindings(movedInOn('2026-11-25'), sunday);
    expect(finding).toMatchObject({ rule: 'R-001', severity: 'error', path: 'einzugsdatum', basis: '§ 17 Abs. 1 BMG' });
  });

  test('R-002 who moved in today can register today', () => {
    expect(codes(movedInOn('2026-11-22'))).toEqual([]);
  });

  test('R-003 a period that ends on a Sunday ends on Monday', () => {
    expect(anmeldung.deadlineOf(movedInOn('2026-11-08'))).toBe('2026-11-23');
    expect(codes(movedInOn('2026-11-08'))).toEqual([]);
  });

  test('R-004 who is late is told so and registered all the same', () => {
    const [finding] = anmeldungFindings(movedInOn('2026-11-06'), sunday);
    expect(finding).toMatchObject({ rule: 'R-004', severity: 'warning', values: { deadline: '20.11.2026' } });
    expect(finding && anmeldung.findingText(finding, 'de')).toContain('20.11.2026');
  });

  test.for(['2026-11-22', '2026-11-23'])(
    'R-005 a period that ends on a Saturday is kept by registering on %s',
    (today) => {
      expect(codes(movedInOn('2026-11-07'), { ...sunday, today })).toEqual([]);
    },
  );

  test('R-005 on the Tuesday after such a Saturday it is too late', () => {
    expect(codes(movedInOn('2026-11-07'), { ...sunday, today: '2026-11-24' })).toEqual(['deadline-missed']);
  });

  test('nobody moves in before being born', () => {
    expect(codes(movedInOn('2021-08-18'))).toContain('move-in-before-birth');
  });

  test('moving out long after moving in is asked about', () => {
    const answers = { ...movedInOn('2026-11-14'), auszugsdatum: addDays('2026-11-14', 32) };
    expect(codes(answers)).toEqual(['move-out-after-move-in']);
  });

  test.for([
    ['2026-11-19', '2026-11-23'],
    ['2026-12-23', '2026-12-29'],
    ['2027-03-25', '2027-03-31'],
  ])('R-048 an entry made on %s is told to the old office by %s', ([enteredOn = '', due]) => {
    expect(tasksAfterEntry(enteredOn)).toMatchObject([{ kind: 'rueckmeldung', due }]);
  });
});

describe('main, sole and secondary residence', () => {
  const kept = (change: Answers) => withMove({ wirdBeibehalten: true, auszugsdatum: null, ...change });

  test.for<[string, string, Answers, string[]]>([
    [
      'R-034',
      'two dwellings cannot both be the main residence',
      kept({ wohnungsstatus: 'haupt', bisherigerStatusKuenftig: 'haupt' }),
      ['several-main-homes'],
    ],
    [
      'R-034',
      'one of two dwellings is the main residence',
      kept({ wohnungsstatus: 'neben', bisherigerStatusKuenftig: 'neben' }),
      ['no-main-home'],
    ],
    ['R-035', 'the only dwelling is no secondary one', withMove({ wohnungsstatus: 'neben' }), ['only-home-not-sole']],
    [
      'R-036',
      'one of two dwellings is not the only one',
      kept({ wohnungsstatus: 'alleinig', bisherigerStatusKuenftig: 'neben' }),
      ['sole-home-among-several'],
    ],
    [
      'R-034',
      'a main and a secondary one are fine',
      kept({ wohnungsstatus: 'haupt', bisherigerStatusKuenftig: 'neben' }),
      [],
    ],
    [
      'R-034',
      'what was said of a dwelling that is not kept after all does not count',
      kept({ wirdBeibehalten: false, wohnungsstatus: 'alleinig', bisherigerStatusKuenftig: 'haupt' }),
      [],
    ],
  ])('%s %s', ([, , answers, expected]) => {
    expect(codes(answers)).toEqual(expected);
  });

  test.for<[string, Answers]>([
    [
      'with an address in Germany',
      { anschrift: { street: 'Theresienstraße', houseNumber: '9', postcode: '80333', city: 'München' } },
    ],
    ['whose address is still missing', {}],
  ])('R-036 a further dwelling %s counts', ([, home]) => {
    const others = { hatWeitereWohnungen: true, weitereWohnungen: [{ ...home, id: 'w1', status: 'neben' }] };
    expect(codes(withMove({ wohnungsstatus: 'alleinig', ...others }))).toEqual(['sole-home-among-several']);
    expect(codes(withMove({ wohnungsstatus: 'haupt', ...others }))).toEqual([]);
  });

  test('R-037 a dwelling abroad does not make the one in Germany a main residence', () => {
    const withPorto = { ...ownerWithTwoHomes, wirdBeibehalten: false, auszugsdatum: '2026-11-13' };
    expect(codes({ ...withPorto, wohnungsstatus: 'alleinig' })).toEqual(['own-home-declared']);
    expect(codes({ ...withPorto, wohnungsstatus: 'haupt' })).toContain('foreign-home-does-not-count');
  });

  test('R-043 who stays registered elsewhere and leaves within six months need not register', () => {
    const answers = kept({
      wohnungsstatus: 'neben',
      bisherigerStatusKuenftig: 'haupt',
      bleibtHoechstensSechsMonate: true,
    });
    expect(anmeldungFindings(answers, sunday)).toMatchObject([{ rule: 'R-043', severity: 'info' }]);
  });
});

describe('addresses', () => {
  test.for<[string, Answers]>([
    ['of another municipality by its key', { ags: '08116077' }],
    ['with a postcode of another town', { postcode: '70173' }],
    ['abroad', { state: '151' }],
  ])('R-098 a new dwelling %s is not ours', ([, change]) => {
    const home = { ...(familyOfFour['neueWohnung'] as object), ...change };
    expect(anmeldungFindings(withMove({ neueWohnung: home }), sunday)).toMatchObject([
      { rule: 'R-098', severity: 'error', path: 'neueWohnung' },
    ]);
  });

  test('R-099 a previous address that nobody knows is written with the keys for it', () => {
    expect(unknownAddress).toMatchObject({
      ags: '99999999',
      postcode: '99999',
      city: 'unbekannt',
      street: 'unbekannt',
    });
    expect(codes(withMove({ bisherigeWohnung: unknownAddress }))).toEqual(['unknown-address']);
    expect(anmeldung.findings(withMove({ bisherigeWohnung: unknownAddress }), sunday).filter(isError)).toEqual([
      expect.objectContaining({ path: 'zuordnungsmerkmal' }),
    ]);
  });

  test('R-099 an unknown address has no state and no known place', () => {
    expect(codes(withMove({ bisherigeWohnung: { ...unknownAddress, state: '151' } }))).toEqual([
      'unknown-address-mixed',
    ]);
    const half = { street: 'Weg', houseNumber: '1', postcode: '99999', city: 'Stuttgart' };
    expect(codes(withMove({ bisherigeWohnung: half }))).toEqual(['unknown-address-mixed']);
  });
});

const isError = ({ severity }: { severity: string }) => severity === 'error';
