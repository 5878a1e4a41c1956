import { expect, test } from '@playwright/test';
import {
  decide,
  fetchCopy,
  fillIn,
  finish,
  handOver,
  leave,
  pairTablet,
  prepareCase,
  review,
  sign,
  signInAtDesk,
} from '../support/counter-story.ts';
import { expectAccessible } from '../support/axe.ts';
import { openCounter } from '../support/open-counter.ts';

test('a family registers at the counter, takes its copy home, and a stranger verifies the papers', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const origin = baseURL ?? '';
  const counter = await openCounter(browser, origin);
  const { clerk } = counter;

  await test.step('given a desk with a paired tablet', async () => {
    await signInAtDesk(counter);
    await pairTablet(counter);
  });
  const caseId = await test.step('when the clerk prepares the case', () => prepareCase(counter));
  await test.step('and hands it over', () => handOver(counter));
  await test.step('and the family reads, fills in and signs', async () => {
    await fillIn(counter);
    await review(counter);
    await sign(counter);
  });
  await test.step('and the clerk accepts, enters and hands out', () => decide(counter));

  await test.step('then the citizen opens the copy at home, once, with the birth date', async () => {
    const path = await leave(counter);
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const download = phone.waitForEvent('download');
    await fetchCopy(counter, phone, path);
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  await test.step('and a stranger finds the sealed papers genuine, and a changed one not', async () => {
    const view = (await (await clerk.request.get(`${origin}/api/cases/${caseId}`)).json()) as {
      documents: { documentId: string; state: string }[];
    };
    const sealed = view.documents.filter(({ state }) => state === 'sealed');
    expect(sealed).toHaveLength(2);
    const stranger = await (await browser.newContext()).newPage();
    for (const { documentId } of sealed) {
      const pdf = await (await clerk.request.get(`${origin}/api/documents/${documentId}`)).body();
      const check = async (buffer: Buffer) => {
        await stranger.goto(`${origin}/citizen/checking`);
        await stranger
          .getByLabel('PDF-Datei wählen')
          .setInputFiles({ name: 'Papier.pdf', mimeType: 'application/pdf', buffer });
      };
      await check(pdf);
      await expect(stranger.getByText('Echt und unverändert', { exact: true })).toBeVisible();
      await expectAccessible(stranger, 'genuine');
      const changed = Buffer.from(pdf);
      changed[Math.floor(changed.length / 2)] = (changed[Math.floor(changed.length / 2)] ?? 0) ^ 1;
      await check(changed);
      await expect(stranger.getByText('Nicht gültig', { exact: true })).toBeVisible();
      await expectAccessible(stranger, 'not genuine');
    }
  });

  await test.step('and the case is closed, with the one deadline that is still to keep', async () => {
    await finish(counter);
    await expect(clerk.getByText('abgeschlossen, 1 Aufgabe offen')).toBeVisible();
  });
});
