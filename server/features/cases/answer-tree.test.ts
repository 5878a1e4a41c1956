import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { ServiceDefinition } from '../../../shared/forms/definition.ts';
import { changedPaths, isMarked, leavesOf, registerBeside, withoutSensitive } from './answer-tree.ts';

const definition: ServiceDefinition = {
  id: 'probe',
  version: '2026-11',
  title: 'Probe',
  basis: '§ 1',
  form: { basis: '§ 2' },
  sections: [
    { id: 'top', title: 'Oben', fields: [{ id: 'note', label: 'Notiz', kind: 'text', maxLength: 50, by: 'clerk' }] },
    {
      id: 'person',
      title: 'Person',
      each: 'persons',
      fields: [
        { id: 'name', label: 'Name', kind: 'name', maxLength: 50 },
        { id: 'religion', label: 'Religion', kind: 'text', maxLength: 50, sensitive: true },
        {
          id: 'partner',
          label: 'Partner',
          kind: 'group',
          sensitive: true,
          fields: [{ id: 'name', label: 'Name', kind: 'name', maxLength: 50 }],
        },
      ],
    },
  ],
  statements: [],
  notices: [],
};
const home = { street: 'A', houseNumber: '1', postcode: '70771', city: 'B' };
const before: Answers = { note: 'x', home, persons: [{ id: 'p1', name: 'Ada', religion: 'rk' }] };

describe('a tree of answers', () => {
  test('has one leaf for an address, one for each answer, and one that says that somebody is listed', () => {
    expect([...leavesOf(before).keys()]).toEqual([
      'note',
      'home',
      'persons.p1.id',
      'persons.p1.name',
      'persons.p1.religion',
    ]);
  });

  test('tells at which paths two differ: changed, added, taken away', () => {
    const after: Answers = { home: { ...home, city: 'C' }, persons: [{ id: 'p1', name: 'Ada' }, { id: 'p2' }] };
    expect(changedPaths(before, after).toSorted()).toEqual(['home', 'note', 'persons.p1.religion', 'persons.p2.id']);
    expect(changedPaths(before, structuredClone(before))).toEqual([]);
  });

  test('knows the marks of a field, of the group around it, and of nothing else', () => {
    expect(isMarked(definition, 'persons.p1.religion', 'sensitive')).toBe(true);
    expect(isMarked(definition, 'persons.p1.partner.name', 'sensitive')).toBe(true);
    expect(isMarked(definition, 'persons.p1.name', 'sensitive')).toBe(false);
    expect(isMarked(definition, 'note', 'by')).toBe(true);
    expect(isMarked(definition, 'unknown.path', 'by')).toBe(false);
  });
});

describe('what the clerk sees', () => {
  test('has every change but the sensitive ones, which stay as he last saw them', () => {
    const after: Answers = { ...before, persons: [{ id: 'p1', name: 'Eva', religion: '-', partner: { name: 'Kim' } }] };
    const seen = withoutSensitive(definition, before, after);
    expect(seen['persons']).toEqual([{ id: 'p1', name: 'Eva', religion: 'rk', partner: {} }]);
  });

  test('does not show a sensitive answer of somebody who was just added', () => {
    const after: Answers = {
      ...before,
      persons: [...(before['persons'] as []), { id: 'p2', name: 'Bo', religion: 'ev' }],
    };
    expect(JSON.stringify(withoutSensitive(definition, before, after))).not.toContain('"ev"');
  });

  test('has the register’s value beside only where something else is declared', () => {
    expect(registerBeside(before, { ...before, note: 'y' })).toEqual({ note: 'x' });
    expect(registerBeside(before, before)).toEqual({});
  });
});
