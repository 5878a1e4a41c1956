import { type Drawing, field, type Point, type Stroke } from '../../shared/declaration/drawing.ts';

/**
 * A drawing as vectors: an SVG of the whole 1000 x 300 field, lines of constant width as a ballpoint leaves them.
 * Built from numbers only, so nothing a tablet sends can become markup.
 */
export function drawInk(drawing: Drawing): string {
  const shapes = drawing.paths.map((path) => (path.length === 1 ? dot(path) : line(path))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${field.width} ${field.height}">${shapes}</svg>`;
}

const colour = '#1a2f6b';
/** In units of the field: 0.45 mm where the field is 80 mm wide. */
const width = 5.6;

const dot = (path: Stroke): string =>
  path
    .map(([x, y]) => `<circle cx="${units(x)}" cy="${units(y)}" r="${units(width * 0.62)}" fill="${colour}"/>`)
    .join('');

/** Quadratic curves through the middles of the steps: smooth, and never further than half a step from the hand. */
function line(path: Stroke): string {
  const [first, ...rest] = path;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const curves = rest.slice(0, -1).map((point, at) => `Q${place(point)} ${place(middle(point, rest[at + 1] ?? last))}`);
  const d = `M${place(first)}${curves.join('')}L${place(last)}`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const place = ([x, y]: Point): string => `${units(x)} ${units(y)}`;
const units = (value: number): string => String(Math.round(value * 100) / 100);
