import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Somebody without mouse, pen or finger. The only way to a button is the Tab key, and whoever gets there must see that
 * he is there: the focus has a visible mark and lies on the screen, not under a bar.
 */
export async function reach(page: Page, target: Locator): Promise<void> {
  let wanted = await target.elementHandle();
  await expectFocus(page);
  for (let presses = 0; presses < mostPresses; presses += 1) {
    const place = await page.evaluate(
      (element) =>
        element === document.activeElement ? 'there' : element?.isConnected === true ? 'on the way' : 'gone',
      wanted,
    );
    if (place === 'there') return expectVisibleFocus(page);
    // Going past something may change what is pressed in the end, such as what has been read to its end.
    if (place === 'gone') wanted = await target.elementHandle();
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${String(target)}`);
}

/** Reaches a button or link and presses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** A key of the app, such as `Control+Enter`, pressed by somebody who is somewhere on the page. */
export async function pressKey(page: Page, key: string): Promise<void> {
  await expectFocus(page);
  await page.keyboard.press(key);
}

/** Reaches a field and types into it. */
export async function type(page: Page, field: Locator, words: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(words);
}

/** Whoever listens to the screen is somewhere on it, never thrown back to its beginning. */
async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'nothing')).not.toBe('BODY');
}

/** From where one is with Tab around the whole page: nothing holds the focus fast, and each stop can be seen. */
export async function walkThrough(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const start = await page.evaluateHandle(() => document.activeElement);
  for (let stops = 0; stops < mostPresses; stops += 1) {
    const place = await page.evaluate(
      (first) =>
        document.activeElement === first ? 'start' : document.activeElement === document.body ? 'end' : 'stop',
      start,
    );
    if (place === 'start' && stops > 0) return;
    if (place !== 'end') await expectVisibleFocus(page);
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not come around');
}

/** Enough for a form of four persons with everything around it. */
const mostPresses = 400;

/** What glides into view needs a moment. */
const expectSoon = expect.configure({ soft: true, timeout: 2_000 });

async function expectVisibleFocus(page: Page): Promise<void> {
  await expectSoon.poll(() => page.evaluate(sayHowSeen)).toBe('visible');
}

/** Runs in the page. */
function sayHowSeen(): string {
  const focused = document.activeElement;
  if (!focused) return 'nothing has the focus';
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isOnTop = onTop !== null && (focused.contains(onTop) || onTop.contains(focused) || onTop.closest('label'));
  const name = focused.outerHTML.slice(0, 160);
  if (!isMarked) return `no mark at ${name}`;
  return isOnTop ? 'visible' : `covered: ${name}`;
}
