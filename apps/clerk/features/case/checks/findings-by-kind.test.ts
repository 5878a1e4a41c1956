import { expect, test } from 'vitest';
import type { Answers } from '../../../../../shared/forms/answers.ts';
import { askedSections } from '../../../../../shared/forms/asked.ts';
import { exampleFacts, familyOfFour, preparedFamily } from '../../../../../shared/services/anmeldung/examples.ts';
import { services } from '../../../../../shared/services/catalogue.ts';
import { placeAt, placesOf } from '../form/places.ts';
import { findingsByKind, needingClerk } from './findings-by-kind.ts';

test('a complete family needs nothing of the clerk', () => {
  const kinds = kindsOf(familyOfFour);
  expect([needingClerk(kinds), kinds.empty.length]).toEqual([0, 0]);
});

test('what a prepared family has yet to fill in is no work for the clerk', () => {
  const kinds = kindsOf(preparedFamily);
  expect(kinds.empty.length).toBeGreaterThan(20);
  expect(kinds.errors).toEqual([]);
});

test('what only the clerk can fill in is his', () => {
  const { papier: _, ...withoutPaper } = familyOfFour;
  expect(kindsOf(withoutPaper).mine.map(({ path }) => path)).toEqual(['papier.einzugsdatum', 'papier.nenntAlle']);
});

test('what was filled in wrong is an error', () => {
  const kinds = kindsOf({ ...familyOfFour, auszugsdatum: '2026-02-30' });
  expect(kinds.errors.map(({ path }) => path)).toContain('auszugsdatum');
});

test('the assurance for relatives is given at the tablet', () => {
  const kinds = kindsOf(familyOfFour, { ...exampleFacts, entitlementAssured: false });
  expect([needingClerk(kinds), kinds.empty.map(({ rule }) => rule)]).toEqual([0, ['R-024']]);
});

test('what only the citizen is told does not stand at the desk', () => {
  const kinds = findingsByKind([{ path: 'a', severity: 'error', code: 'x', only: 'citizen' }], () => undefined);
  expect(Object.values(kinds).flat()).toEqual([]);
});

function kindsOf(answers: Answers, facts = exampleFacts) {
  const { definition, texts, findings } = services.anmeldung;
  const places = placesOf(askedSections(definition, answers), texts);
  return findingsByKind(findings(answers, facts), (path) => placeAt(places, path)?.asked);
}
