import { expect, test } from 'vitest';
import { readCode, showCode } from './code.ts';

test.for<[typed: string, code: string]>([
  ['k7qm3f2x', 'K7QM3F2X'],
  ['K7QM-3F2X', 'K7QM3F2X'],
  [' k7qm 3f2x\n', 'K7QM3F2X'],
  ['OIL0 1234', '01101234'],
  ['K7QM-3F2X-and more', 'K7QM3F2X'],
  ['U!?ß', ''],
])('a code typed as %j is read as %j', ([typed, code]) => expect(readCode(typed)).toBe(code));

test.for<[code: string, shown: string]>([
  ['', ''],
  ['K7QM', 'K7QM'],
  ['K7QM3', 'K7QM-3'],
  ['K7QM3F2X', 'K7QM-3F2X'],
])('%j is shown as %j', ([code, shown]) => expect(showCode(code)).toBe(shown));
