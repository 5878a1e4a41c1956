import { startRunningOffice } from '../../support/running-office.ts';
import { type Figure, figure, percentile, type Scale } from '../figure.ts';
import { install, openTablet, pair } from './tablet-page.ts';

/**
 * The tablet is opened in the morning while the office's server is gone: from the start of the navigation until the
 * idle screen is painted, in a browser that was just started. Beside it a picture out of the same precache.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const count = isQuick ? 3 : 20;
  const office = await startRunningOffice();
  let tablet = await openTablet();
  try {
    await pair(tablet.page, office, 'leinfelden-3');
    await install(tablet.page);
    await office.stop();
    const starts: number[] = [];
    const pictures: number[] = [];
    for (let at = 0; at < count; at += 1) {
      tablet = await tablet.reopen();
      await tablet.page.addInitScript(notePainted, 'Guten Tag.');
      await tablet.page.goto(`${office.origin}/tablet/`);
      starts.push(await tablet.page.evaluate(readPainted));
      tablet = await tablet.reopen();
      await tablet.page.goto(`${office.origin}/tablet/icon-512.png`);
      pictures.push(await tablet.page.evaluate(readLoaded));
    }
    const raw = figure({ id: 'raw-precached-picture', value: percentile(pictures, 0.95), unit: 'ms p95' });
    return [
      raw,
      figure({ id: 'warm-start-offline', value: percentile(starts, 0.95), unit: 'ms p95', limit: 500, raw }),
    ];
  } finally {
    await tablet.close();
    await office.stop();
  }
}

/** In the page, before anything of it runs: notes when the words have been painted, since the navigation began. */
function notePainted(words: string): void {
  const painted = new Promise<number>((resolve) => {
    const look = () => {
      if (document.querySelector('h1')?.textContent?.includes(words) !== true) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()));
      port1.start();
      return port2.postMessage('');
    };
    requestAnimationFrame(look);
  });
  Object.assign(window, { painted });
}

// The page holds under this name what `notePainted` put there.
const readPainted = () => (window as unknown as { painted: Promise<number> }).painted;
const readLoaded = () => performance.getEntriesByType('navigation')[0]?.duration ?? NaN;
