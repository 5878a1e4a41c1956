import { type Drawing, field, makeDrawing, type Point } from '../../../shared/declaration/drawing.ts';

/**
 * What a pen drew, before it is resampled: lines of points on the field of 1000 x 300 units. They live in memory
 * only, without time and pressure, and never leave the tablet; `drawingOf` makes what may.
 */
export type Lines = readonly (readonly Point[])[];

/** The drawing that is hashed, signed and sent: `schalter/drawing@1`. */
export const drawingOf = (lines: Lines): Drawing => makeDrawing(lines);

/** Pixels of a canvas as wide as `width` to units of the field, and back. */
export const toField = (pixels: Point, width: number): Point => [
  (pixels[0] * field.width) / width,
  (pixels[1] * field.width) / width,
];
export const toPixels = (units: Point, width: number): Point => [
  (units[0] * width) / field.width,
  (units[1] * width) / field.width,
];

export const withoutLast = (lines: Lines): Lines => lines.slice(0, -1);
