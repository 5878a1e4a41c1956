import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../support/chromium.ts';
import { chromiumFlags } from '../../support/chromium-flags.ts';
import type { RunningOffice } from '../../support/running-office.ts';

/** A tablet in a real browser with a profile of its own, so that it can be closed and opened again. */
export type Tablet = {
  context: BrowserContext;
  page: Page;
  /** Closes the browser and opens it with the same profile; nothing is loaded yet. */
  reopen(): Promise<Tablet>;
  close(): Promise<void>;
};

export async function openTablet(profile = mkdtempSync(join(tmpdir(), 'schalter-bench-tablet-'))): Promise<Tablet> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...chromiumFlags],
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
  });
  const [page = await context.newPage()] = context.pages();
  return {
    context,
    page,
    async reopen() {
      await context.close();
      return openTablet(profile);
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A tablet that nobody has seen before joins a desk; ends on the idle screen. */
export async function pair(page: Page, office: RunningOffice, deskId: string): Promise<void> {
  await openPairing(page, office);
  await typeCode(page, office, deskId);
}

export async function openPairing(page: Page, office: RunningOffice): Promise<void> {
  await page.goto(`${office.origin}/tablet/`);
  await page.getByRole('textbox').waitFor();
}

/** Types the code of the desk into the pairing screen, as a clerk does. */
export async function typeCode(page: Page, office: RunningOffice, deskId: string): Promise<void> {
  const clerk = await office.signedIn('demo-clerk-1');
  const answer = await clerk.api.api.devices.pairings.$post({ json: { deskId, name: 'Tablet' } });
  await page.getByRole('textbox').fill((await answer.json()).code);
  await page.getByRole('button', { name: 'Koppeln' }).click();
  await page.getByRole('heading', { name: 'Dieses Gerät' }).waitFor();
  await page.getByRole('button', { name: 'Zurück' }).click();
  await idle(page);
}

/** As every morning but the first: the service worker has everything, and the page comes from it. */
export async function install(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  await idle(page);
}

export const idle = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Guten Tag.' }).waitFor();
