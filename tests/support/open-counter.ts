import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import type { Counter } from './counter-story.ts';

/** A desk and a tablet for a journey, each a browser of its own; every screen of the story is looked at by axe. */
export async function openCounter(browser: Browser, origin: string): Promise<Counter> {
  const desk = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const counter = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  const [clerk, tablet] = await Promise.all([desk.newPage(), counter.newPage()]);
  // The second child's form looks like the first one's; one of each kind is enough.
  const look = async (page: Page, name: string) => {
    if (!/-p[24]$/.test(name)) await expectAccessible(page, name);
  };
  return { origin, clerk, tablet, look };
}
