import { expect, test } from 'vitest';
import { fileOf, readVerifyingVectors, trustOf } from '../../tests/support/verifying-vectors.ts';
import { reasons } from './reasons.ts';
import { verify } from './verify.ts';

/** Files that were judged once and are kept: no later version may judge them otherwise. */
const vectors = readVerifyingVectors();

test.for(vectors.map((vector) => ({ ...vector })))('$name', async (vector) => {
  const report = await verify(fileOf(vector), trustOf(vector));
  expect(report.verdict).toBe(vector.verdict);
  const said = report.reasons.map(({ code, where }) => (where?.problem ? `${code} ${where.problem}` : code));
  expect(said).toEqual(vector.reasons);
  if (vector.level) expect(report.seal?.level).toBe(vector.level);
});

test('every reason has a file that is kept', () => {
  const kept = new Set(vectors.flatMap(({ reasons: codes }) => codes.map((code) => code.split(' ')[0])));
  expect(Object.keys(reasons).filter((code) => code !== 'check-broke' && !kept.has(code))).toEqual([]);
});
