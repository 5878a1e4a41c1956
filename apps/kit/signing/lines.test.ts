import { expect, test } from 'vitest';
import { isEvenlySpaced } from '../../../shared/declaration/drawing.ts';
import { drawingOf, toField, toPixels, withoutLast } from './lines.ts';

test('the same ink on a narrow and on a wide screen is the same drawing', () => {
  const units = [
    [100, 150],
    [480, 40],
    [900, 260],
  ] as const;
  const drawnOn = (width: number) => drawingOf([units.map((point) => toField(toPixels(point, width), width))]);
  expect(drawnOn(743)).toEqual(drawnOn(1062));
});

test('nothing but evenly spaced lines leaves the field', () => {
  const slowThenFast = Array.from({ length: 60 }, (_, at) => [at * at * 0.27, 150 + 90 * Math.sin(at / 4)] as const);
  const drawing = drawingOf([slowThenFast]);
  expect(Object.keys(drawing)).toEqual(['schema', 'paths']);
  expect(isEvenlySpaced(drawing)).toBe(true);
});

test('taking the last line back leaves the ones before', () => {
  const lines = [[[0, 0]], [[1, 1]]] as const;
  expect(withoutLast(lines)).toEqual([[[0, 0]]]);
  expect(withoutLast([])).toEqual([]);
});
