import type { Page } from '@playwright/test';

/**
 * When somebody who looks at the screen sees these words, in a text or in a field: the moment after the frame that
 * shows them was painted, by the clock of this machine. Watching begins before this resolves; `seen` waits.
 */
export async function watchFor(page: Page, words: string): Promise<{ seen(): Promise<number> }> {
  const key = `seen-${words}`;
  await page.evaluate(
    ([name, wanted]) => {
      const isShown = () =>
        document.querySelector('main')?.textContent?.includes(wanted) === true ||
        Array.from(document.querySelectorAll('input')).some(({ value }) => value === wanted);
      const seen = new Promise<number>((resolve) => {
        const look = () => {
          if (!isShown()) return requestAnimationFrame(look);
          // A frame callback runs before its frame is painted, a message sent from it afterwards.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(Date.now()));
          port1.start();
          return port2.postMessage('');
        };
        requestAnimationFrame(look);
      });
      Object.assign(window, { [name]: seen });
    },
    [key, words] as const,
  );
  return {
    // The page holds under this name what was put there above.
    seen: () => page.evaluate((name) => (window as unknown as Record<string, Promise<number>>)[name] ?? NaN, key),
  };
}
