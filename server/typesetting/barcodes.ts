import { createRequire } from 'node:module';
import { encode } from 'uqr';
import type { Barcode } from '../ports/typesetter.ts';

/**
 * Barcodes as vectors: an SVG of one path around all dark modules. Modules that touch share an outline, so no hair of
 * white is left between them on any screen or printer. One unit is one module; the quiet zone belongs to the picture.
 */
export function drawBarcode(barcode: Barcode): { svg: string; modules: number } {
  const dark = barcode.kind === 'qr' ? qr(barcode.text) : dataMatrix(barcode.bytes);
  const size = dark.length;
  const ground = `<path d="M0 0H${size}V${size}H0Z" fill="#ffffff"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${ground}<path d="${outlineOf(dark)}" fill="#000000" fill-rule="evenodd"/></svg>`;
  return { svg, modules: size };
}

type Modules = readonly (readonly boolean[])[];

/** ISO/IEC 18004, 9.1: four modules of white around a QR code. */
const qr = (text: string): Modules => encode(text, { ecc: 'M', border: 4 }).data;

/** ISO/IEC 16022, 7.4: one module of white around a Data Matrix; two, because a page is copied. */
function dataMatrix(bytes: Uint8Array): Modules {
  // Every byte as itself, whatever a text would make of it.
  const text = Array.from(bytes, (byte) => `^${String(byte).padStart(3, '0')}`).join('');
  const [symbol] = encoder().raw('datamatrix', text, { parse: true });
  if (!symbol || !('pixs' in symbol)) throw new Error('no Data Matrix came about');
  const { pixs, pixx, pixy } = symbol;
  const blank = Array.from({ length: pixx + 4 }, () => false);
  const rows = Array.from({ length: pixy }, (_, y) => {
    const row = pixs.slice(y * pixx, (y + 1) * pixx).map((module) => module === 1);
    return [false, false, ...row, false, false];
  });
  return [blank, blank, ...rows, blank, blank];
}

/** Loaded with the first Data Matrix: eleven megabytes that an office without printed seals never needs. */
const encoder = (): typeof import('@bwip-js/node') => createRequire(import.meta.url)('@bwip-js/node');

/**
 * The outline of the dark modules as an SVG path, for the even-odd rule. Each edge between dark and light is walked
 * once, dark on its right, and each line ends where it began.
 */
export function outlineOf(modules: Modules): string {
  const stride = Math.max(0, ...modules.map(({ length }) => length)) + 1;
  const edges = edgesOf(modules, stride);
  const place = (corner: number) => `${corner % stride} ${Math.floor(corner / stride)}`;
  const lines: string[] = [];
  for (const [start, ends] of edges) while (ends.length > 0) lines.push(`M${walk(edges, start).map(place).join('L')}Z`);
  return lines.join('');
}

/** From each corner, the corners its edges lead to. A corner is `y * stride + x`. */
function edgesOf(modules: Modules, stride: number): Map<number, number[]> {
  const edges = new Map<number, number[]>();
  const add = (from: number, to: number) => edges.set(from, [...(edges.get(from) ?? []), to]);
  const isDark = (x: number, y: number) => modules[y]?.[x] === true;
  for (const [y, row] of modules.entries())
    for (const [x, dark] of row.entries()) {
      if (!dark) continue;
      const [topLeft, topRight] = [y * stride + x, y * stride + x + 1];
      const [bottomLeft, bottomRight] = [topLeft + stride, topRight + stride];
      if (!isDark(x, y - 1)) add(topLeft, topRight);
      if (!isDark(x + 1, y)) add(topRight, bottomRight);
      if (!isDark(x, y + 1)) add(bottomRight, bottomLeft);
      if (!isDark(x - 1, y)) add(bottomLeft, topLeft);
    }
  return edges;
}

/** One closed line: the corners where it turns. */
function walk(edges: Map<number, number[]>, start: number): readonly number[] {
  const corners: number[] = [start];
  let [last, step] = [start, 0];
  for (;;) {
    const next = edges.get(last)?.pop();
    if (next === undefined) return corners;
    if (next - last === step) corners.pop();
    step = next - last;
    if (next === start) return corners;
    corners.push(next);
    last = next;
  }
}
