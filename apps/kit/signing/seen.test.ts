import { describe, expect, test } from 'vitest';
import type { Declaration } from '../../../shared/declaration/declaration.ts';
import { isAllSeen, partsOf, sectionsSeen } from './seen.ts';

const section = (id: string) => ({ id, title: { de: id }, entries: [] });
const clause = (id: string) => ({ id, text: { de: id }, basis: '§ 1' });
const declaration = {
  sections: [section('move'), section('person-p1')],
  statements: [clause('correct')],
  notices: [clause('fines')],
} as unknown as Declaration; // Only what the screen looks at.

describe('what was seen', () => {
  test('is every section, the assurances and the notices, in the order of the screen', () => {
    expect(partsOf(declaration).map(({ id }) => id)).toEqual(['move', 'person-p1', 'statements', 'notices']);
  });

  test.for([
    [['move', 'person-p1', 'statements', 'notices'], true],
    [['move', 'person-p1', 'statements'], false],
    [['move', 'person-p1'], false],
    [[], false],
  ] as const)('%j lets one confirm: %s', ([seen, all]) => {
    expect(isAllSeen(declaration, new Set(seen))).toBe(all);
  });

  test('goes into the act as sections only, in the order of the declaration', () => {
    expect(sectionsSeen(declaration, new Set(['notices', 'person-p1', 'move']))).toEqual(['move', 'person-p1']);
  });

  test('without notices asks for no notices', () => {
    expect(partsOf({ ...declaration, notices: [] }).map(({ id }) => id)).not.toContain('notices');
  });
});
