import { hashOf } from './hash.ts';

/**
 * A drawn signature, reduced to what a pen leaves on paper: lines on a field of 1000 x 300 units, resampled to equal
 * steps. Time, pressure and speed are gone before anything leaves the tablet; uneven steps are refused, because
 * they would be the speed of the hand in disguise.
 */
export type Drawing = { schema: 'schalter/drawing@1'; paths: readonly Stroke[] };

/** Points of one line, coordinates in units with one decimal. */
export type Stroke = readonly Point[];
export type Point = readonly [x: number, y: number];

export const field = { width: 1000, height: 300 } as const;
const step = 4;
/** Two coordinates rounded to a tenth each shift a distance by at most this much. */
const rounding = 0.15;

/**
 * Walks each raw line and sets a point wherever the distance from the last one reaches 4 units. What remains at the
 * end, shorter than a step, is left out; a dot stays one point. Points outside the field are set to its edge.
 */
export function makeDrawing(lines: readonly (readonly Point[])[]): Drawing {
  return { schema: 'schalter/drawing@1', paths: lines.filter((line) => line.length > 0).map(resample) };
}

export const hashDrawing = (drawing: Drawing): Promise<string> => hashOf(drawing);

/** Whether every line lies on the field in equal steps, with one decimal and no more. */
export function isEvenlySpaced(drawing: Drawing): boolean {
  return drawing.paths.every((path) =>
    path.every((point, at) => {
      const before = path[at - 1];
      return isOnGrid(point) && (before === undefined || Math.abs(distance(before, point) - step) <= rounding);
    }),
  );
}

/** The length of all lines together, in units: below a hand's width the citizen is asked whether that is it. */
export const lengthOf = (drawing: Drawing): number =>
  drawing.paths.reduce((sum, path) => sum + Math.max(0, path.length - 1) * step, 0);

function resample(line: readonly Point[]): Stroke {
  const [first, ...rest] = line.map(onField);
  if (!first) return [];
  const even: Point[] = [round(first)];
  // Steps are measured between the rounded points, so that rounding never adds up.
  let last = round(first);
  let from = first;
  for (const to of rest) {
    for (let next = crossing(last, from, to); next; next = crossing(last, from, to)) {
      last = round(next);
      even.push(last);
      from = next;
    }
    from = to;
  }
  return even;
}

/** Where the way from `from` to `to` leaves the circle of one step around `centre`. */
function crossing(centre: Point, from: Point, to: Point): Point | undefined {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [fx, fy] = [from[0] - centre[0], from[1] - centre[1]];
  const a = dx * dx + dy * dy;
  if (a === 0) return undefined;
  const b = 2 * (fx * dx + fy * dy);
  const c = fx * fx + fy * fy - step * step;
  const root = b * b - 4 * a * c;
  if (root < 0) return undefined;
  const share = (-b + Math.sqrt(root)) / (2 * a);
  return share > 0 && share <= 1 ? [from[0] + share * dx, from[1] + share * dy] : undefined;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const tenth = (value: number): number => Math.round(value * 10) / 10;
const round = ([x, y]: Point): Point => [tenth(x), tenth(y)];
const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
const onField = ([x, y]: Point): Point => [clamp(x, field.width), clamp(y, field.height)];
const isOnGrid = ([x, y]: Point): boolean =>
  x === tenth(x) && y === tenth(y) && x >= 0 && x <= field.width && y >= 0 && y <= field.height;
