import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, utf8 } from '../base/bytes.ts';
import {
  bytesOf,
  latin1,
  type Making,
  oddPdfs,
  packed,
  plainPdf,
  unfolded,
  withObject,
} from '../../tests/support/odd-pdfs.ts';
import { appendObjects } from '../../tests/support/small-pdf.ts';
import { findObject, resolve } from './file.ts';
import { pdfLimits } from './limits.ts';
import { PdfProblem, pdfProblems } from './problem.ts';
import { readPdf } from './read.ts';
import { catalogOf, findSignatures } from './signatures.ts';
import { decodeStream } from './streams.ts';
import { asDict, asName, asText } from './values.ts';

const plain = plainPdf;
const text = latin1(plain);

describe('a PDF of the office', () => {
  test('is its revisions, which are all of its bytes', async () => {
    const pdf = appendObjects(appendObjects(plain, { 40: '<< >>' }), { 40: '<< /A 1 >>', 41: '[1 2]' });
    const { revisions } = await readPdf(pdf);
    expect(revisions.map(({ start }) => start)).toEqual([0, ...revisions.slice(0, -1).map(({ end }) => end)]);
    expect(revisions.at(-1)?.end).toBe(pdf.length);
    expect(revisions.map(({ objects }) => [...objects.keys()].length)).toEqual([9, 1, 2]);
  });

  test('tells each object as it was at the end of each revision', async () => {
    const file = await readPdf(appendObjects(plain, { 7: '<< /Title (B) >>' }));
    const titleAt = (at: number) => asText(asDict(findObject(file, 7, at)?.value)?.entries.get('Title'));
    expect([titleAt(0), titleAt(1)]).toEqual(['Anmeldung', 'B']);
    expect(findObject(file, 99, 1)).toBeUndefined();
    expect(asName(catalogOf(file, 1).dict.entries.get('Type'))).toBe('Catalog');
  });

  test.for<[string, string]>([
    ['(a\\(b\\)\\\\)', 'a(b)\\'],
    ['(a(b)c)', 'a(b)c'],
    ['(\\101\\7\\n\\\nx)', 'A\u0007\nx'],
    ['(a\r\nb)', 'a\nb'],
    ['<4142>', 'AB'],
  ])('reads the string %s', async ([written, meant]) => {
    expect(asText((await valueOf(written)) ?? { kind: 'null' })).toBe(meant);
  });

  test.for<[string, number, boolean]>([
    ['-12', -12, true],
    ['+.5', 0.5, false],
    ['4.', 4, false],
    ['0000000042', 42, true],
  ])('reads the number %s', async ([written, value, isInteger]) => {
    expect(await valueOf(written)).toEqual({ kind: 'number', value, isInteger });
  });

  test('reads names with escapes, nested dictionaries and references', async () => {
    const value = await valueOf('<< /A#42 [1 7 0 R (x)] /C << /D true /E null >> >>');
    expect([...(asDict(value)?.entries.keys() ?? [])]).toEqual(['AB', 'C']);
  });
});

describe('streams', () => {
  test('unfold from FlateDecode, with and without prediction', async () => {
    const rows = Uint8Array.from([2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1]);
    expect(await decoded('/Filter /FlateDecode', deflateSync(Buffer.from('hello')))).toEqual(utf8('hello'));
    expect(
      await decoded('/Filter [/FlateDecode] /DecodeParms << /Predictor 12 /Columns 3 >>', deflateSync(rows)),
    ).toEqual(Uint8Array.from([1, 2, 3, 2, 3, 4, 5, 6, 7, 3, 5, 7, 4, 6, 8]));
  });

  test('keep objects and the cross-reference, and mean the same as written out', async () => {
    const file = await readPdf(packed());
    expect(asText(asDict(resolve(file, { kind: 'ref', number: 5 }, 0))?.entries.get('Title'))).toBe('Packed');
    expect(findObject(file, 5, 0)?.within).toBe(3);
  });

  test('that unfold to more than the limit stop there', async () => {
    const bomb = deflateSync(Buffer.alloc(pdfLimits.decodedBytes + 1));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(decoded('/Filter /FlateDecode', bomb)).rejects.toMatchObject({ code: 'too-much' });
  });
});

describe('what is odd has a name', () => {
  const cases = Object.entries(oddPdfs).flatMap(([code, makings]) =>
    makings.map((make, at): [string, number, Making] => [code, at + 1, make]),
  );
  test.for(cases)('%s (%i)', async ([code, , make]) => {
    await expect(readAll(await make())).rejects.toMatchObject({ code });
  });

  test('every problem is produced by a test', () => {
    expect(Object.keys(oddPdfs).toSorted()).toEqual(Object.keys(pdfProblems).toSorted());
  });
});

describe('any bytes', () => {
  test('are a file or a problem, never another error', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), (bytes) => isAnswered(new Uint8Array(bytes))));
  });

  test('that a valid file was changed into are, too', { timeout: 60_000 }, async () => {
    const change = fc.oneof(
      fc.record({
        at: fc.nat({ max: plain.length }),
        put: fc.constantFrom('', '<<', '>>', '[', '(', '/A', ' 0 R', '\n', 'obj', '%%EOF', '9'),
        drop: fc.nat({ max: 5 }),
      }),
      fc.record({ at: fc.nat({ max: plain.length }), put: fc.string({ maxLength: 8 }), drop: fc.nat({ max: 60 }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(text, latin1(packed())),
        (changes, from) => {
          let mutated = from;
          for (const { at, put, drop } of changes) mutated = mutated.slice(0, at) + put + mutated.slice(at + drop);
          return isAnswered(bytesOf(mutated));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.for<[string, () => Bytes]>([
    ['a million open brackets', () => bytesOf(`%PDF-1.7\n1 0 obj\n${'['.repeat(1_000_000)}`)],
    ['a million open parentheses', () => bytesOf(`%PDF-1.7\n1 0 obj\n${'('.repeat(1_000_000)}`)],
    ['a million numbers', () => bytesOf(`%PDF-1.7\n1 0 obj\n[${'1 '.repeat(1_000_000)}`)],
    [
      'a million empty objects',
      () => bytesOf(`%PDF-1.7\n${Array.from({ length: 200_000 }, (_, at) => `${at + 1} 0 obj[]endobj `).join('')}`),
    ],
    ['a table of four thousand million entries', () => bytesOf('%PDF-1.7\nxref\n0 4294967295\n')],
    ['many blanks between numbers', () => bytesOf(`%PDF-1.7\n1 0 obj\n[${`1${' '.repeat(100_000)}`.repeat(20)}`)],
  ])('%s are answered in bounded time', { timeout: 10_000 }, async ([, make]) => {
    expect(await isAnswered(make())).toBe(true);
  });
});

async function isAnswered(bytes: Bytes): Promise<boolean> {
  try {
    await readAll(bytes);
  } catch (error) {
    if (!(error instanceof PdfProblem)) throw error;
    return error.offset >= 0 && error.offset <= Math.max(bytes.length, pdfLimits.fileBytes);
  }
  return true;
}

/** Reads everything there is to read: structure, signatures, all streams. */
async function readAll(bytes: Bytes): Promise<void> {
  const file = await readPdf(bytes);
  findSignatures(file);
  for (const { objects } of file.revisions)
    for (const object of objects.values()) if (object.stream) await decodeStream(file, object);
}

async function valueOf(written: string) {
  return findObject(await readPdf(withObject(written)), 8, 0)?.value;
}

async function decoded(dict: string, data: Uint8Array): Promise<Bytes> {
  const file = await readPdf(unfolded(dict, data));
  const object = findObject(file, 8, 0);
  return object ? decodeStream(file, object) : new Uint8Array();
}
