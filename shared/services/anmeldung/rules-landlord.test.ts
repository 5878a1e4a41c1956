import { describe, expect, test } from 'vitest';
import type { Answers } from '../../forms/answers.ts';
import { itemsAt } from '../../forms/paths.ts';
import { exampleFacts, familyOfFour, ownerWithTwoHomes } from './examples.ts';
import { anmeldungFindings } from './rules.ts';
import { anmeldung } from './service.ts';

const findings = (change: Answers) => anmeldungFindings({ ...familyOfFour, ...change }, exampleFacts);
const withoutReligion: Answers = {
  persons: itemsAt(familyOfFour, 'persons').map((person) => ({ ...person, religion: null })),
};
const landlord = familyOfFour['wohnungsgeber'] as Answers;

describe('the confirmation of the Wohnungsgeber', () => {
  test('a complete one on paper raises nothing', () => {
    expect(findings({})).toEqual([]);
  });

  test('a reference number takes its place', () => {
    expect(findings({ nachweis: 'reference', zuordnungsmerkmal: 'BW-4711', papier: null })).toEqual([]);
  });

  test('R-027 without one and without a word about it the registration is incomplete', () => {
    expect(findings({ nachweis: null })).toMatchObject([{ rule: 'R-027', severity: 'error', path: 'nachweis' }]);
  });

  test.for<[string, Answers, string | undefined]>([
    ['with everything else there the case waits for it', {}, 'landlord-proof'],
    ['with more than that missing it waits for nothing yet', { einzugsdatum: null }, undefined],
    ['what the clerk may not see yet keeps it from nothing', withoutReligion, 'landlord-proof'],
    ['who said that there is none waits for nothing', { nachweis: 'refused' }, undefined],
    ['who owns the dwelling waits for nothing', { selbstEigentuemer: true }, undefined],
  ])('R-027 %s', ([, change, awaited]) => {
    expect(anmeldung.awaitedProof({ ...familyOfFour, nachweis: null, papier: null, ...change })).toBe(awaited);
  });

  test('R-028 a refused one is accepted, and the office asks the Wohnungsgeber', () => {
    const refused = { ...familyOfFour, nachweis: 'refused', verweigertGrund: 'Antwortet nicht.' };
    expect(anmeldungFindings(refused, exampleFacts)).toMatchObject([{ rule: 'R-028', severity: 'warning' }]);
    expect(anmeldung.tasksOf(refused)).toMatchObject([{ kind: 'wohnungsgeber-refused', basis: '§ 19 Abs. 2 BMG' }]);
  });

  test.for<[string, string, Answers, { rule: string; severity: string; path: string }]>([
    [
      'R-029',
      'one without the day of moving in is not enough',
      { papier: { nenntAlle: true } },
      { rule: 'R-029', severity: 'error', path: 'papier.einzugsdatum' },
    ],
    [
      'R-030',
      'an owner who is not the Wohnungsgeber is named',
      { wohnungsgeber: { ...landlord, istEigentuemer: false } },
      { rule: 'R-030', severity: 'error', path: 'wohnungsgeber.eigentuemer' },
    ],
    [
      'R-031',
      'another day of moving in than the declared one is for the clerk to decide',
      { papier: { einzugsdatum: '2026-11-15', nenntAlle: true } },
      { rule: 'R-031', severity: 'warning', path: 'papier.einzugsdatum' },
    ],
    [
      'R-032',
      'one that does not name everybody is not enough for the others',
      { papier: { einzugsdatum: '2026-11-14', nenntAlle: false } },
      { rule: 'R-032', severity: 'warning', path: 'papier.nenntAlle' },
    ],
  ])('%s %s', ([, , change, expected]) => {
    expect(findings(change)).toMatchObject([expected]);
  });

  test('R-030 a named owner is fine', () => {
    expect(findings({ wohnungsgeber: { ...landlord, istEigentuemer: false, eigentuemer: 'Filderbau eG' } })).toEqual(
      [],
    );
  });

  test('R-033 who moves into a dwelling of their own declares that instead', () => {
    expect(anmeldungFindings(ownerWithTwoHomes, exampleFacts)).toMatchObject([{ rule: 'R-033', severity: 'info' }]);
    expect(anmeldung.findings(ownerWithTwoHomes, exampleFacts).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });
});
