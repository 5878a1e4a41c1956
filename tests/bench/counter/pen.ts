import type { Page } from '@playwright/test';
import { fillIn, review } from '../../support/counter-story.ts';
import { signWithPen } from '../../support/pen.ts';
import { type RunningOffice, startRunningOffice } from '../../support/running-office.ts';
import { type Figure, figure, percentile, type Scale } from '../figure.ts';
import { openFamilyCase, well } from './family-case.ts';
import { watchInk } from './ink.ts';
import { traceWork } from './main-thread.ts';
import { install, openTablet, pair } from './tablet-page.ts';

const deskId = 'leinfelden-3';

/**
 * The pen on the signature field of a real case: what every event of it costs the main thread, beside the barest
 * canvas that draws a line, and whether ink that was there is there in every frame, also when the tablet is turned.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const signatures = isQuick ? 1 : 4;
  const office = await startRunningOffice();
  const tablet = await openTablet();
  try {
    const { page } = tablet;
    await pair(page, office, deskId);
    await install(page);
    await goToSign(page, office);
    const again = page.getByRole('button', { name: 'Neu', exact: true });
    const work: number[] = [];
    for (let at = 0; at < signatures; at += 1) {
      work.push(...(await traceWork(page, () => signWithPen(page))));
      await again.click();
    }
    const ink = await watchInk(page);
    await signWithPen(page);
    await page.setViewportSize({ width: 800, height: 1280 });
    await signWithPen(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await signWithPen(page);
    const { frames, lacking } = await ink.stop();

    const bare = await tablet.context.newPage();
    await bare.setContent('<canvas width="1000" height="300" style="touch-action:none"></canvas>');
    await bare.evaluate(drawBarely);
    const raw = figure({
      id: 'raw-canvas-line',
      value: percentile(await traceWork(bare, () => signWithPen(bare)), 0.95),
      unit: 'ms CPU p95',
    });
    return [
      raw,
      figure({ id: 'main-thread-per-pen-event', value: percentile(work, 0.95), unit: 'ms CPU p95', limit: 4, raw }),
      // Nothing that was never looked at is in order.
      figure({ id: 'frames-lacking-ink', value: frames > 0 ? lacking : NaN, unit: `of ${frames} frames`, limit: 0 }),
    ];
  } finally {
    await tablet.close();
    await office.stop();
  }
}

async function goToSign(page: Page, office: RunningOffice): Promise<void> {
  const clerk = await office.signedIn('demo-clerk-1');
  const caseId = await openFamilyCase(clerk);
  await well(clerk.api.api.cases[':caseId'].handover.$post({ param: { caseId }, json: { deskId } }));
  const story = { origin: office.origin, clerk: page, tablet: page, look: () => Promise.resolve() };
  await page.getByRole('button', { name: 'Beginnen' }).waitFor();
  await fillIn(story);
  await review(story);
  await page.getByRole('button', { name: /Mit Unterschrift/ }).click();
  await page.getByRole('heading', { name: 'Ihre Unterschrift' }).waitFor();
}

/** In the page: the least that leaves ink. */
function drawBarely(): void {
  const canvas = document.querySelector('canvas');
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) return;
  let from: readonly [number, number] | undefined;
  canvas.addEventListener('pointerdown', ({ offsetX, offsetY }) => (from = [offsetX, offsetY]));
  canvas.addEventListener('pointerup', () => (from = undefined));
  canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
    if (!from) return;
    pen.beginPath();
    pen.moveTo(...from);
    pen.lineTo(offsetX, offsetY);
    pen.stroke();
    from = [offsetX, offsetY];
  });
}
