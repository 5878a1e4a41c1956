import { describe, expect, test } from 'vitest';
import { familyOfFour } from '../services/anmeldung/examples.ts';
import { definition } from '../services/anmeldung/definition.ts';
import { texts } from '../services/anmeldung/texts.ts';
import type { Answers, Item } from './answers.ts';
import { askedAnswers, askedLeaves, askedSections, leafLabel } from './asked.ts';
import { holds } from './conditions.ts';
import type { Condition, Field, ServiceDefinition } from './definition.ts';
import { answerAt } from './paths.ts';

const small: ServiceDefinition = {
  id: 'small',
  version: '2026-11',
  title: 'Klein',
  basis: '§ 1',
  form: { basis: '§ 1' },
  sections: [
    {
      id: 'pets',
      title: 'Tiere',
      fields: [
        { id: 'hasPet', kind: 'yes-no', label: 'Haben Sie ein Tier?' },
        { id: 'kind', kind: 'text', label: 'Welches?', maxLength: 20, when: { field: 'hasPet', is: true } },
        { id: 'food', kind: 'text', label: 'Was frisst es?', maxLength: 20, when: { field: 'kind', isSet: true } },
      ],
    },
  ],
  statements: [],
  notices: [],
};

describe('what is asked', () => {
  test('a question that falls away takes the questions behind it with it', () => {
    const answers = { hasPet: false, kind: 'Hund', food: 'Knochen' };
    expect(askedAnswers(small, answers)).toEqual({ hasPet: false });
    expect(askedSections(small, answers)[0]?.fields.map(({ field }) => field.id)).toEqual(['hasPet']);
  });

  test('everything about one person comes before the next person', () => {
    const ids = askedSections(definition, familyOfFour).map(({ id }) => id);
    expect(ids.slice(0, 8)).toEqual([
      'anmeldende',
      'umzug',
      'bisher',
      'person-p1',
      'familie-p1',
      'ausweise-p1',
      'rechte-p1',
      'person-p2',
    ]);
    const numbers = askedSections(definition, familyOfFour).map(({ number }) => number);
    expect(numbers.slice(2, 8)).toEqual([undefined, 1, 1, 1, 1, 2]);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  test('a leaf knows the path of its answer and the way its label reads', () => {
    const leaves = askedSections(definition, familyOfFour).flatMap(askedLeaves);
    const art = leaves.find(({ path }) => path === 'persons.p1.ausweisdokumente.a1.art');
    expect(art && leafLabel(art, texts, 'de')).toBe('Ausweis 1: Art');
    expect(art && leafLabel(art, texts, 'en')).toBe('Document 1: Kind');
    expect(art?.value).toBe('PA');
  });

  test('every answer of the complete family is asked for', () => {
    expect(askedAnswers(definition, familyOfFour)).toEqual(familyOfFour);
  });
});

describe('conditions', () => {
  const answers: Answers = {
    a: 'x',
    n: 0,
    no: false,
    codes: ['000', '152'],
    blank: '',
    persons: [{ id: 'p1' }, { id: 'p2', a: 'y' }],
  };
  const second: Item = { id: 'p2', a: 'y' };

  test.for<[string, Condition, boolean]>([
    ['a value that is there', { field: 'a', is: 'x' }, true],
    ['no is an answer', { field: 'no', is: false }, true],
    ['nothing is not no', { field: 'other', is: false }, false],
    ['one of several', { field: 'a', isOneOf: ['w', 'x'] }, true],
    ['a code among several', { field: 'codes', is: '152' }, true],
    ['a code that is not among them', { field: 'codes', isOneOf: ['153'] }, false],
    ['zero is set', { field: 'n', isSet: true }, true],
    ['an empty text is not', { field: 'blank', isSet: true }, false],
    ['more than one person', { field: 'persons', moreThan: 1 }, true],
    ['not more than two', { field: 'persons', moreThan: 2 }, false],
    ['a list that is not there', { field: 'nobody', moreThan: 0 }, false],
    [
      'all',
      {
        all: [
          { field: 'a', is: 'x' },
          { field: 'n', is: 0 },
        ],
      },
      true,
    ],
    [
      'any',
      {
        any: [
          { field: 'a', is: 'q' },
          { field: 'n', is: 0 },
        ],
      },
      true,
    ],
    ['not', { not: { field: 'a', is: 'x' } }, false],
    ['a property of every object', { field: 'toString', isSet: true }, false],
  ])('%s', ([, condition, expected]) => {
    expect(holds(condition, answers)).toBe(expected);
  });

  test('inside an item a path is read from the item, with a slash from the top', () => {
    expect(holds({ field: 'a', is: 'y' }, answers, second)).toBe(true);
    expect(holds({ field: '/a', is: 'x' }, answers, second)).toBe(true);
  });

  test('every condition of the Anmeldung looks back at a field that exists', () => {
    const wrong: string[] = [];
    const seen = new Set<string>(['/persons']);
    for (const section of definition.sections as ServiceDefinition['sections']) {
      const prefix = section.each === undefined ? '/' : '';
      for (const field of section.fields) visit(field, prefix, '');
    }
    expect(wrong).toEqual([]);

    function visit(field: Field, prefix: string, group: string): void {
      for (const path of pathsOf(field.when)) {
        const full = path.startsWith('/') ? path : prefix + path;
        if (![...seen].some((known) => full === known || full.startsWith(`${known}.`)))
          wrong.push(`${field.id}: ${path}`);
      }
      seen.add(prefix + group + field.id);
      if (field.kind === 'group') for (const inner of field.fields) visit(inner, prefix, `${group}${field.id}.`);
      if (field.kind === 'list') for (const inner of field.fields) visit(inner, '', '');
    }
  });
});

function pathsOf(condition: Condition | undefined): readonly string[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(pathsOf);
  if ('any' in condition) return condition.any.flatMap(pathsOf);
  return 'not' in condition ? pathsOf(condition.not) : [condition.field];
}

test('walking into a tree meets only what the tree owns', () => {
  expect(answerAt(familyOfFour, 'persons.p3.vornamen')).toBe('Zoë Łucja');
  expect(answerAt(familyOfFour, 'neueWohnung.city')).toBe('Leinfelden-Echterdingen');
  for (const path of ['__proto__', 'persons.0', 'persons.length', 'persons.p1.__proto__.x', 'einzugsdatum.length', ''])
    expect(answerAt(familyOfFour, path)).toBeUndefined();
});
