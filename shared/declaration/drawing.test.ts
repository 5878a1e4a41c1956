import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Drawing, isEvenlySpaced, lengthOf, makeDrawing, type Point } from './drawing.ts';

const line: Point[] = [
  [100, 100],
  [103.7, 101.2],
  [150, 140],
  [150, 140],
  [151, 90],
];

describe('a drawing', () => {
  test('keeps the way of the pen and nothing of its speed', () => {
    const slow = line.flatMap((to, at) => {
      const from = line[at - 1] ?? to;
      return [0.25, 0.5, 0.75, 1].map((share): Point => [
        from[0] + (to[0] - from[0]) * share,
        from[1] + (to[1] - from[1]) * share,
      ]);
    });
    const [fast, slowly] = [makeDrawing([line]), makeDrawing([slow])];
    expect(slowly.paths[0]?.length).toBe(fast.paths[0]?.length);
    expect(isEvenlySpaced(fast) && isEvenlySpaced(slowly)).toBe(true);
  });

  test('of a dot is one point', () => {
    expect(makeDrawing([[[10.04, 10]]]).paths).toEqual([[[10, 10]]]);
  });

  test('outside the field is drawn at its edge', () => {
    const path = makeDrawing([
      [
        [990, 150],
        [1400, 150],
      ],
    ]).paths[0];
    expect(path?.at(-1)?.[0]).toBeLessThanOrEqual(1000);
  });

  test('measures its lines', () => {
    const drawn = makeDrawing([
      [
        [0, 0],
        [100, 0],
      ],
    ]);
    expect(lengthOf(drawn)).toBe(100);
  });

  test('made from any hand is evenly spaced', () => {
    const coordinate = fc.double({ min: -200, max: 1200, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 40 }), { maxLength: 5 }), (lines) =>
        isEvenlySpaced(makeDrawing(lines)),
      ),
    );
  });

  test.for<[string, Point[]]>([
    [
      'two points too far apart',
      [
        [0, 0],
        [5, 0],
      ],
    ],
    [
      'two points too close',
      [
        [0, 0],
        [3, 0],
      ],
    ],
    ['a second decimal', [[0.05, 0]]],
    ['a point off the field', [[0, 301]]],
  ])('with %s is no drawing of ours', ([, path]) => {
    const drawing: Drawing = { schema: 'schalter/drawing@1', paths: [path] };
    expect(isEvenlySpaced(drawing)).toBe(false);
  });
});
