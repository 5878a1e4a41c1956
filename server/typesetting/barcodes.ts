import { encode } from 'uqr';
import type { Barcode } from '../ports/typesetter.ts';

/**
 * Barcodes as vectors: an SVG of one path around all dark modules. Modules that touch share an outline, so no hair of
 * white is left between them on any screen or printer. One unit is one module; the quiet zone belongs to the picture.
 */
export function drawBarcode({ text }: Barcode): string {
  const { data, size } = encode(text, { ecc: 'M', border: quietModules });
  const ground = `<path d="M0 0H${size}V${size}H0Z" fill="#ffffff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${ground}<path d="${outlineOf(data)}" fill="#000000" fill-rule="evenodd"/></svg>`;
}

/** ISO/IEC 18004, 9.1: four modules of white around a QR code. */
const quietModules = 4;

/**
 * The outline of the dark modules as an SVG path, for the even-odd rule. Each edge between dark and light is walked
 * once, dark on its right, and each line ends where it began.
 */
export function outlineOf(modules: readonly (readonly boolean[])[]): string {
  const stride = Math.max(0, ...modules.map(({ length }) => length)) + 1;
  const edges = edgesOf(modules, stride);
  const place = (corner: number) => `${corner % stride} ${Math.floor(corner / stride)}`;
  const lines: string[] = [];
  for (const [start, ends] of edges) while (ends.length > 0) lines.push(`M${walk(edges, start).map(place).join('L')}Z`);
  return lines.join('');
}

/** From each corner, the corners its edges lead to. A corner is `y * stride + x`. */
function edgesOf(modules: readonly (readonly boolean[])[], stride: number): Map<number, number[]> {
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
