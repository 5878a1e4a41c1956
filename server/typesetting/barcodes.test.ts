import fc from 'fast-check';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { drawBarcode, outlineOf } from './barcodes.ts';

const modules = (...rows: string[]) => rows.map((row) => row.split('').map((sign) => sign === '#'));

test.for([
  ['nothing', modules('..', '..'), ''],
  ['one module', modules('.#'), 'M1 0L2 0L2 1L1 1Z'],
  ['two that touch, as one shape', modules('##'), 'M0 0L2 0L2 1L0 1Z'],
] as const)('the outline of %s', ([, dark, path]) => {
  expect(outlineOf(dark)).toBe(path);
});

test('whatever the pattern, filling the outline gives the pattern back', () => {
  const pattern = fc.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(pattern, (dark) => {
      expect(fill(outlineOf(dark), dark)).toEqual(dark);
    }),
  );
});

test('a QR code keeps four modules of white on every side', () => {
  const svg = drawBarcode({ name: 'code', kind: 'qr', text: 'https://office.example/citizen/echtheit#0024' });
  const size = encode('https://office.example/citizen/echtheit#0024', { ecc: 'M', border: 4 }).size;
  expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
  const path = svg.split('d="')[2]?.split('"')[0] ?? '';
  const numbers = [...path.matchAll(/\d+/g)].map(([number]) => Number(number));
  expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([4, size - 4]);
});

test('a text cannot become markup', () => {
  const svg = drawBarcode({ name: 'code', kind: 'qr', text: '"/><script>alert(1)</script>' });
  expect(svg.match(/<[a-z]+/g)).toEqual(['<svg', '<path', '<path']);
});

/** The even-odd rule, looked at in the middle of every module: edges to the left of it, counted. */
function fill(path: string, like: readonly (readonly boolean[])[]): boolean[][] {
  const lines = path.split('M').filter(Boolean);
  const edges = lines.flatMap((line) => {
    const corners = line
      .replace('Z', '')
      .split('L')
      .map((corner) => corner.split(' ').map(Number));
    return corners.map((from, at) => ({ from, to: corners[(at + 1) % corners.length] ?? from }));
  });
  return like.map((row, y) =>
    row.map((_, x) => {
      const crossed = edges.filter(({ from: [ax = 0, ay = 0], to: [bx = 0, by = 0] }) => {
        const isUpright = ax === bx && ax <= x;
        return isUpright && Math.min(ay, by) <= y && Math.max(ay, by) > y;
      });
      return crossed.length % 2 === 1;
    }),
  );
}
