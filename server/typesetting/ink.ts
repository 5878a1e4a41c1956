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
  path.map(([x, y]) => `<circle cx="${unit(x)}" cy="${unit(y)}" r="${width * 0.62}" fill="${colour}"/>`).join('');

/**
 * Straight from point to point: a step is a third of a millimetre on paper, less than the line is wide, so the eye
 * sees a curve and nothing is invented between two points of the hand.
 */
const line = (path: Stroke): string =>
  `<path d="M${path.map(place).join('L')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const place = ([x, y]: Point): string => `${unit(x)} ${unit(y)}`;
const unit = (value: number): string => String(Math.round(value * 10) / 10);
