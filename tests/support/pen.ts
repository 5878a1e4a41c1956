import type { CDPSession, Page } from '@playwright/test';

/**
 * A pen on the signature field, as the browser's own input sees it: pointer type pen, pressure, one event every few
 * units of way. Mouse events would take another path through the pad.
 */
export async function signWithPen(page: Page): Promise<void> {
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('there is no field to sign in');
  const session = await page.context().newCDPSession(page);
  for (const line of handwriting) {
    const points = line.map(([x, y]) => ({ x: box.x + (x / 100) * box.width, y: box.y + (y / 30) * box.height }));
    await draw(session, points);
  }
  await session.detach();
}

type Point = { x: number; y: number };

async function draw(session: CDPSession, points: readonly Point[]): Promise<void> {
  const [first, ...rest] = smooth(points);
  const last = rest.at(-1);
  if (!first || !last) return;
  const pen = { pointerType: 'pen', force: 0.5, button: 'left' } as const;
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...first, ...pen, buttons: 1, clickCount: 1 });
  for (const point of rest)
    await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point, ...pen, buttons: 1 });
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...last, ...pen, buttons: 0, clickCount: 1 });
}

/** Catmull-Rom through the given points: a hand does not write in corners. */
function smooth(points: readonly Point[]): readonly Point[] {
  const steps = 8;
  return points.slice(0, -1).flatMap((from, at) => {
    const [before, to, after] = [
      points[at - 1] ?? from,
      points[at + 1] ?? from,
      points[at + 2] ?? points[at + 1] ?? from,
    ];
    return Array.from({ length: steps }, (_, step) => {
      const t = step / steps;
      const along = (axis: 'x' | 'y') =>
        0.5 *
        (2 * from[axis] +
          (to[axis] - before[axis]) * t +
          (2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis]) * t ** 2 +
          (3 * from[axis] - before[axis] - 3 * to[axis] + after[axis]) * t ** 3);
      return { x: along('x'), y: along('y') };
    });
  });
}

/** An invented name on a field of 100 x 30: an initial, waves of letters, a dash above. */
const handwriting: readonly (readonly [number, number])[][] = [
  [
    [12, 24],
    [16, 12],
    [19, 6],
    [21, 14],
    [23, 23],
  ],
  [
    [14, 17],
    [22, 16],
  ],
  [
    [26, 20],
    [29, 15],
    [30, 20],
    [33, 21],
    [35, 16],
    [33, 14],
    [32, 19],
    [36, 21],
    [39, 12],
    [40, 7],
    [39, 14],
    [41, 21],
    [45, 18],
    [47, 15],
    [48, 20],
    [52, 20],
    [55, 14],
    [54, 20],
    [58, 21],
    [61, 15],
    [62, 20],
    [66, 19],
    [69, 14],
    [71, 20],
    [76, 19],
    [84, 15],
  ],
  [
    [44, 9],
    [50, 8],
  ],
];
