import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { charactersOutsideNames, charactersOutsideTexts } from '../base/names.ts';
import { searchForm } from '../base/search-form.ts';
import { readAct } from '../declaration/act.ts';
import { AnswerPath, AnswerValue, Id } from './base.ts';
import { SendAct } from './counter.ts';

/** What a stranger sends to keep the office busy. Each is as long as a body may be, and is judged in a moment. */
const bodyLength = 250_000;
const momentMs = 500;

describe('an answer made to be expensive', () => {
  test.for<[string, unknown]>([
    ['a hundred thousand numbers', Array(120_000).fill(1)],
    ['a hundred thousand texts', Array(80_000).fill('')],
    ['empty items', Array(80_000).fill({})],
    ['items with lists', Array(25_000).fill({ id: 'p1', a: ['b'] })],
    ['fields of which none has a value', Object.fromEntries(numbered(20_000, 1.5))],
    ['lists beside lists', Array(100).fill(Array(100).fill(Array(12).fill(1)))],
  ])('%s is refused in a moment', ([, value]) => {
    const started = performance.now();
    expect(v.safeParse(AnswerValue, value).success).toBe(false);
    expect(performance.now() - started).toBeLessThan(momentMs);
  });

  test('of a family of eight passes', () => {
    const person = Object.fromEntries(numbered(60, 'Müller'));
    const persons = Array.from({ length: 8 }, (_, at) => ({ ...person, id: `p${at + 1}`, codes: ['000', '432'] }));
    expect(v.parse(AnswerValue, { persons, home: { street: 'Lindenweg' } })).toEqual({
      persons,
      home: { street: 'Lindenweg' },
    });
  });

  test('brings no foreign prototype along', () => {
    const value = v.parse(AnswerValue, JSON.parse('{"__proto__":{"isLead":true},"constructor":{"a":"b"}}'));
    expect(Reflect.get(value as object, 'isLead')).toBeUndefined();
  });
});

describe('an expression meets a text made for it', () => {
  test.for<[string, () => unknown]>([
    ['a path of dots', () => v.safeParse(AnswerPath, 'a.'.repeat(bodyLength / 2))],
    ['a path without an end', () => v.safeParse(AnswerPath, `${'a'.repeat(bodyLength)}!`)],
    ['a name of marks', () => charactersOutsideNames(`a${'\u0308'.repeat(bodyLength)}`)],
    ['a text of bases', () => charactersOutsideTexts('C\u0328'.repeat(bodyLength / 2))],
    ['a search of marks', () => searchForm(`a${'\u0301'.repeat(500)}`.repeat(20))],
    ['a JWS of dots', () => readAct('.'.repeat(8_000))],
    ['a JWS without an end', () => v.safeParse(SendAct, { actId: '', jws: 'e'.repeat(bodyLength) })],
  ])('%s', async ([, meet]) => {
    const started = performance.now();
    await meet();
    expect(performance.now() - started).toBeLessThan(momentMs);
  });
});

test('an id is written in one way only', () => {
  const id = '0193538e-5c60-7c3c-a3f1-0000000000ab';
  expect(v.is(Id, id)).toBe(true);
  expect(v.is(Id, id.toUpperCase())).toBe(false);
});

function numbered(count: number, value: unknown): [string, unknown][] {
  return Array.from({ length: count }, (_, at) => [`f${at}`, value]);
}
