import { describe, expect, test } from 'vitest';
import type { Answers } from '../../forms/answers.ts';
import { holds } from '../../forms/conditions.ts';
import { itemsAt } from '../../forms/paths.ts';
import { hashDefinition } from '../../declaration/hash.ts';
import { familyOfFour } from './examples.ts';
import { anmeldung } from './service.ts';

const mother = itemsAt(familyOfFour, 'persons').slice(0, 1);

describe('assurance and instruction of § 23 Abs. 4 BMG', () => {
  test.for<[string, Answers, boolean]>([
    ['a family', familyOfFour, true],
    ['one who declares for herself', { ...familyOfFour, persons: mother }, false],
    ['a guardian who declares for one person', { ...familyOfFour, rolle: 'guardian', persons: mother }, true],
  ])('stand in the declaration of %s exactly when they are asked for', ([, answers, isAsked]) => {
    const declared = anmeldung.definition.statements.filter(({ when }) => holds(when, answers)).map(({ id }) => id);
    expect(anmeldung.needsEntitlement(answers)).toBe(isAsked);
    expect(declared.includes('entitled')).toBe(isAsked);
    expect(declared.includes('informed-202a-stgb')).toBe(isAsked);
  });
});

test('the definition is the one that was published under its version: whoever changes it raises the version', async () => {
  expect([anmeldung.definition.version, await hashDefinition(anmeldung.definition)]).toEqual([
    '2026-11',
    '62417bd68bc366cab138c899fe9e8f54079ae8dd5f2942310abcadd62f060aa3',
  ]);
});
