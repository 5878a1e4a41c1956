import { describe, expect, test } from 'vitest';
import { replaceAt } from '../../forms/paths.ts';
import { familyOfFour } from './examples.ts';
import { beyondMeldebestaetigung, buildMeldebestaetigung, wrongFees } from './meldebestaetigung.ts';

const about = {
  authority: { name: 'Stadt Leinfelden-Echterdingen', address: 'Marktplatz 1, 70771 Leinfelden-Echterdingen' },
  issuedOn: '2026-11-24',
  reportedOn: '2026-11-23',
};

describe('the Meldebestätigung', () => {
  test('R-050 says the eight data of § 24 Abs. 2 BMG of each person and nothing more', () => {
    const content = buildMeldebestaetigung(familyOfFour, about);
    expect(content.persons).toHaveLength(4);
    expect(content.persons[0]).toEqual({
      familienname: 'Șerban-Wójcik',
      vornamen: 'Aleksandra Maria',
      gebraeuchlicherVorname: 'Aleksandra',
      doktorgrad: 'Dr.',
      geburtsdatum: '1987-04-16',
      einzugsOderAuszugsdatum: '2026-11-14',
      datumDerMeldung: '2026-11-23',
      anschrift: 'Lindachstraße 14, 2. OG links, 70771 Leinfelden-Echterdingen (Leinfelden)',
      wohnung: 'alleinige Wohnung',
    });
    expect(beyondMeldebestaetigung(content)).toEqual([]);
    expect(JSON.stringify(content)).not.toMatch(/"rk"|152|Łódź|VH/);
  });

  test('R-050 a nationality or a religion is found wherever it hides', () => {
    const content = buildMeldebestaetigung(familyOfFour, about);
    const persons = content.persons.map((person) => ({ ...person, staatsangehoerigkeit: '000' }));
    expect(new Set(beyondMeldebestaetigung({ ...content, persons }))).toEqual(
      new Set(['persons.staatsangehoerigkeit']),
    );
    expect(beyondMeldebestaetigung({ ...content, religion: 'rk' })).toEqual(['religion']);
    expect(beyondMeldebestaetigung({ ...content, authority: { ...content.authority, note: '' } })).toEqual([
      'authority.note',
    ]);
    expect(beyondMeldebestaetigung('text')).toEqual(['content']);
  });

  test.for(['einzugsdatum', 'neueWohnung', 'wohnungsstatus', 'persons.p2.geburtsdatum'])(
    'an entry without %s is not certified',
    (path) => {
      const entry = replaceAt(familyOfFour, path, undefined);
      expect(() => buildMeldebestaetigung(entry, about)).toThrow('§ 24 Abs. 2 BMG');
    },
  );

  test('R-092 a person with one name only is certified with a dash for the other', () => {
    const entry = replaceAt(familyOfFour, 'persons.p2.familienname', undefined);
    expect(buildMeldebestaetigung(entry, about).persons[1]).toMatchObject({ familienname: '–', vornamen: 'Ștefan' });
  });

  test('R-051 a fee for it is a mistake in the configuration', () => {
    expect(wrongFees({ meldebestaetigung: 500, meldebescheinigung: 1000 })).toEqual(['meldebestaetigung']);
    expect(wrongFees({ meldebestaetigung: 0, anmeldung: 0 })).toEqual([]);
  });
});
