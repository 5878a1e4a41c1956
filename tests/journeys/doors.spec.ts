import { expect, test } from '@playwright/test';

/** The three doors of the office, before anybody has signed in or paired anything. */
for (const app of ['tablet', 'clerk', 'citizen']) {
  test(`the ${app}'s door opens without a word on the console, and asks nobody but us`, async ({ page, baseURL }) => {
    const complaints: string[] = [];
    const strangers: string[] = [];
    page.on('console', (message) => {
      // Nobody is signed in, and the page may ask whether somebody is: the browser reports that answer as an error.
      const isQuestion = / 40[13] /.test(message.text()) && message.location().url.includes('/api/');
      if (['error', 'warning'].includes(message.type()) && !isQuestion) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (['http:', 'https:'].includes(protocol) && origin !== baseURL) strangers.push(request.url());
    });
    await page.goto(`/${app}/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Reloaded under the service worker, which fetches the whole shell.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  });
}
