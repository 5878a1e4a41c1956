import { describe, expect, test } from 'vitest';
import type { Answers, Item } from '../../forms/answers.ts';
import { itemsAt } from '../../forms/paths.ts';
import { setAnswer } from '../../forms/set-answer.ts';
import { definition } from './definition.ts';
import { familyOfFour } from './examples.ts';
import { alone, codes, familyWith, mother, people, rules } from './family-with.ts';
import { anmeldung } from './service.ts';

describe('papers', () => {
  const paper = itemsAt(mother, 'ausweisdokumente')[0] as Item;
  const expired = { ...paper, gueltigBis: '2026-11-22' };

  test('R-087 an expired card is noticed, a valid passport helps', () => {
    const answers = familyWith('p1', { ausweisdokumente: [expired, { ...paper, id: 'a2', art: 'RP' }] });
    expect(rules(answers)).toMatchObject([{ rule: 'R-087', severity: 'warning', values: { day: '22.11.2026' } }]);
  });

  test('R-087 a card is valid on its last day', () => {
    expect(codes(familyWith('p1', { ausweisdokumente: [{ ...paper, gueltigBis: '2026-11-23' }] }))).toEqual([]);
  });

  test('R-088 with nothing but expired papers the clerk finds another way', () => {
    expect(codes(familyWith('p1', { ausweisdokumente: [expired] }))).toEqual([
      'document-expired',
      'documents-all-expired',
    ]);
  });
});

describe('objections', () => {
  test.for<[string, string, string]>([
    ['R-080', 'widerspruchBundeswehr', 'objection-bundeswehr-gone'],
    ['R-081', 'widerspruchAdressbuch', 'objection-address-books-gone'],
  ])('%s the form has no place for %s, and an old record is told so', ([, field, code]) => {
    expect(setAnswer(definition, familyOfFour, `persons.p1.${field}`, true)).toBeUndefined();
    expect(rules(familyWith('p1', { [field]: true }))).toMatchObject([{ code, severity: 'info' }]);
  });

  test('R-082 among members of the same society the objection has no effect', () => {
    const same = (change: Answers): Answers => ({
      ...familyOfFour,
      persons: people.map((person) => ({ ...person, religion: 'rk', ...(person.id === 'p1' ? change : {}) })),
    });
    expect(rules(same({ widerspruchReligion: true }))).toMatchObject([{ rule: 'R-082', severity: 'info' }]);
    expect(codes(same({ widerspruchReligion: true, religion: '-' }))).toEqual([]);
  });

  test('R-082 of relatives who are not in the form nothing is concluded', () => {
    const married = { familienstand: 'VH', ehegatteDabei: true, widerspruchReligion: true };
    expect(codes(alone(mother, married))).toEqual(['relative-not-in-form']);
  });

  test('R-083 each objection is an answer of its own and lasts until it is withdrawn', () => {
    const parties = setAnswer(definition, familyOfFour, 'persons.p1.widerspruchParteien', true);
    const both = parties && setAnswer(definition, parties, 'persons.p1.widerspruchJubilaeen', true);
    expect(both && itemsAt(both, 'persons')[0]).toMatchObject({
      widerspruchParteien: true,
      widerspruchJubilaeen: true,
    });
    const rights = definition.sections.find(({ id }) => id === 'rechte');
    expect(rights).toMatchObject({ intro: expect.stringContaining('gilt, bis Sie ihn zurücknehmen') });
  });

  test('the title names the lock in every language, for everybody alike, and the copy is warned of', () => {
    const rights = definition.sections.find(({ id }) => id === 'rechte');
    expect(rights?.title).toBe('Widersprüche und Auskunftssperre von Person');
    expect(anmeldung.texts.plain['rechte.title']).toContain('Auskunfts-Sperre');
    expect(anmeldung.texts.en['rechte.title']).toContain('Auskunftssperre');
    const wish = rights?.fields.find(({ id }) => id === 'auskunftssperreWunsch');
    expect(wish).toMatchObject({ sensitive: true, hint: expect.stringContaining('steht auch auf der Kopie') });
  });

  test('the wish for a lock becomes a task, and its reason has no place in the form', () => {
    expect(anmeldung.tasksOf(familyWith('p2', { auskunftssperreWunsch: true }))).toEqual([
      { kind: 'auskunftssperre', path: 'persons.p2.auskunftssperreWunsch', basis: '§ 51 BMG' },
    ]);
    expect(setAnswer(definition, familyOfFour, 'persons.p2.auskunftssperreGrund', 'Gefahr')).toBeUndefined();
  });
});
