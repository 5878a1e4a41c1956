import { describe, expect, test } from 'vitest';
import { refusals } from '../../shared/base/refusal.ts';
import { ProblemError, wordsOfProblem } from './problem.ts';
import { problemTexts, refusalTexts } from './problem-texts.ts';

describe('what a person reads when something did not go well', () => {
  test('is the German sentence of the refusal, with both other languages under it', () => {
    const problem = new ProblemError({ code: 'copy-gone', status: 410, title: refusals['copy-gone'].text });
    expect(problem.words.de).toBe(refusals['copy-gone'].text);
    expect(problem.words.en).toBe(refusalTexts['copy-gone']?.en);
  });

  test('of a refusal this version does not know is its own sentence, and where to ask', () => {
    const problem = new ProblemError({ code: 'from-the-future', status: 409, title: 'Heute ist geschlossen.' });
    expect(problem.words.de).toBe('Heute ist geschlossen.');
    expect(problem.words.plain).toContain('Schalter');
  });

  test.for(['constructor', '__proto__', 'toString'])('of a code named %s is nothing but words', (code) => {
    expect(Object.values(new ProblemError({ code, title: 'x' }).words).map((text) => typeof text)).toEqual(
      Array(3).fill('string'),
    );
  });

  test('of a bug says nothing about the bug', () => {
    expect(wordsOfProblem(new TypeError('x is undefined'))).toBe(problemTexts.internal);
  });
});

test('everything that can happen to a confirmation or a copy has words in every language', () => {
  const met = Object.keys(refusals).filter((code) => /^(act|copy)-|^case-recalled$|^findings-open$/.test(code));
  expect(met.filter((code) => !(code in refusalTexts))).toEqual([]);
});

test.for([
  ['network', 0, true],
  ['documents-busy', 503, true],
  ['too-many-tries', 429, true],
  ['case-recalled', 409, false],
  ['internal', 500, false],
] as const)('%s with status %i may pass by itself: %s', ([code, status, passes]) => {
  expect(new ProblemError({ code, status }).isPassing).toBe(passes);
});
