import type { Page } from '@playwright/test';

/**
 * Looks at the signature field in every frame while somebody draws: where the pen has been must be ink, whatever size
 * the field has meanwhile. The last two points of a line may still be on their way, because a curve needs its next point.
 */
export async function watchInk(page: Page): Promise<{ stop(): Promise<{ frames: number; lacking: number }> }> {
  await page.evaluate(watchInPage);
  // The page holds under this name what was put there.
  return { stop: () => page.evaluate(() => (window as unknown as { stopInk: () => Counts }).stopInk()) };
}
type Counts = { frames: number; lacking: number };

/** Runs in the page and therefore stands alone. */
function watchInPage(): void {
  const fieldWidth = 1000;
  const lines: [number, number][][] = [];
  const counts = { frames: 0, lacking: 0 };
  const canvas = document.querySelector('canvas');
  if (!canvas) return;
  const note = (event: PointerEvent) => {
    if (event.pointerType !== 'pen' || event.buttons === 0) return;
    const box = canvas.getBoundingClientRect();
    const scale = fieldWidth / box.width;
    if (event.type === 'pointerdown') lines.push([]);
    lines.at(-1)?.push([(event.clientX - box.x) * scale, (event.clientY - box.y) * scale]);
  };
  addEventListener('pointerdown', note, { capture: true });
  addEventListener('pointermove', note, { capture: true });

  const isInkAt = (pixels: ImageData, [x, y]: readonly [number, number]) => {
    const scale = pixels.width / fieldWidth;
    const [column, row, reach] = [Math.round(x * scale), Math.round(y * scale), Math.ceil(3 * scale)];
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1)
        if ((pixels.data[((row + dy) * pixels.width + column + dx) * 4 + 3] ?? 0) > 0) return true;
    return false;
  };
  let isWatching = true;
  const look = () => {
    if (!isWatching) return;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    const settled = lines.flatMap((line) => line.slice(0, -2));
    if (pixels && settled.length > 0) {
      counts.frames += 1;
      if (!settled.every((point) => isInkAt(pixels, point))) counts.lacking += 1;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(window, {
    stopInk() {
      isWatching = false;
      return counts;
    },
  });
}
