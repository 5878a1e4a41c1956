import { expect, test } from 'vitest';
import { askedSections } from '../../../../../shared/forms/asked.ts';
import { familyOfFour } from '../../../../../shared/services/anmeldung/examples.ts';
import { services } from '../../../../../shared/services/catalogue.ts';
import { copyOrder } from './copy-order.ts';
import { placeAt, placesOf } from './places.ts';

const { definition, texts } = services.anmeldung;
const sections = askedSections(definition, familyOfFour);
const values = copyOrder('26-0000-00001-0', sections, texts);

test('the Vorgangsnummer comes first, then the form from top to bottom', () => {
  expect(values[0]).toEqual({ label: 'Vorgangsnummer', value: '26-0000-00001-0' });
  expect(values[1]).toEqual({ label: 'Neue Wohnung: Tag des Einzugs', value: '14.11.2026' });
});

test('an address is copied in its parts, as the mask has them', () => {
  const home = values.filter(({ label }) => label.startsWith('Neue Wohnung: Anschrift'));
  expect(home.map(({ value }) => value)).toEqual([
    'Lindachstraße',
    '14',
    '2. OG links',
    '70771',
    'Leinfelden-Echterdingen',
  ]);
});

test('every person has her own values, and what is empty is left out', () => {
  expect(values.some(({ label, value }) => label === 'Person 2: Geburtsname' && value === 'Șerban')).toBe(true);
  expect(values.filter(({ value }) => value === '')).toEqual([]);
});

test('what the clerk notes for himself is not carried over', () => {
  expect(values.filter(({ label }) => label.startsWith('Wer meldet an?'))).toEqual([]);
});

test('a part of an address and an item of a list are found at the field around them', () => {
  const places = placesOf(sections, texts);
  expect(placeAt(places, 'neueWohnung.postcode')?.path).toBe('neueWohnung');
  expect(placeAt(places, 'persons.p2.ausweisdokumente.a1')).toMatchObject({ section: 'Ausweise von Person 2' });
  expect(placeAt(places, 'persons')).toBeUndefined();
});
