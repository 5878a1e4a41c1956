import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { drawBarcode, outlineOf } from './barcodes.ts';

const link = 'https://office.example/citizen/echtheit#0024H36H2NCSVRH6DAQF6DVVQZWM';
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
  const { svg, modules: size } = drawBarcode({ name: 'code', kind: 'qr', text: link });
  expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
  const path = svg.split('d="')[2]?.split('"')[0] ?? '';
  const numbers = [...path.matchAll(/\d+/g)].map(([number]) => Number(number));
  expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([4, size - 4]);
});

test('a text cannot become markup', () => {
  const { svg } = drawBarcode({ name: 'code', kind: 'qr', text: '"/><script>alert(1)</script>' });
  expect(svg.match(/<[a-z]+/g)).toEqual(['<svg', '<path', '<path']);
});

describe('a reader that is not ours', () => {
  beforeAll(async () => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    await prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
      fireImmediately: true,
    });
  });

  test('reads the link of the QR code from the drawn outline', async () => {
    const found = await scan(drawBarcode({ name: 'code', kind: 'qr', text: link }));
    expect(found.map(({ format, text }) => [format, text])).toEqual([['QRCode', link]]);
  });

  test.for([0, 1, 60, 250, 400])('reads %i bytes of a printed seal as they went in', async (length) => {
    const bytes = Uint8Array.from({ length: length + 2 }, (_, at) => (at * 151 + 220) & 0xff);
    const found = await scan(drawBarcode({ name: 'seal-1', kind: 'data-matrix', bytes }));
    expect(found.map(({ format }) => format)).toEqual(['DataMatrix']);
    expect(found[0]?.bytes).toEqual(bytes);
  });

  test('reads a seal whose bytes look like signs of our own spelling', async () => {
    const bytes = new TextEncoder().encode('^065^FNC1^^ä^200');
    const [found] = await scan(drawBarcode({ name: 'seal-1', kind: 'data-matrix', bytes }));
    expect(found?.bytes).toEqual(bytes);
  });
});

/** The picture as a scanner has it: four pixels a module. */
function scan({ svg, modules: size }: { svg: string; modules: number }) {
  const path = svg.split('d="')[2]?.split('"')[0] ?? '';
  const dark = fill(
    path,
    Array.from({ length: size }, () => Array.from({ length: size }, () => false)),
  );
  const width = size * 4;
  const data = Uint8ClampedArray.from({ length: width * width * 4 }, (_, at) => {
    const pixel = Math.floor(at / 4);
    const isDark = dark[Math.floor(pixel / width / 4)]?.[Math.floor((pixel % width) / 4)] === true;
    return at % 4 === 3 || !isDark ? 255 : 0;
  });
  // An image as browsers have it; the reader looks at these three parts.
  return readBarcodes({ data, width, height: width, colorSpace: 'srgb' } as ImageData, { tryHarder: true });
}

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
