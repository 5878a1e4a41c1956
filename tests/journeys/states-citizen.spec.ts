import { Buffer } from 'node:buffer';
import { expect, test } from '@playwright/test';
import { toInstant } from '../../shared/base/instant.ts';
import { openFamilyCase } from '../bench/counter/family-case.ts';
import { expectAccessible } from '../support/axe.ts';
import { assurance, leaseOf, makeAct, must } from '../support/counter.ts';
import { officeAt } from '../support/paired-page.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { pairedTablet } from '../support/tablet.ts';

/** The citizen's pages in every other state than the story's, on a phone. axe finds nothing in any of them. */
test('the pages of a citizen are accessible in every state', async ({ browser, baseURL }) => {
  const origin = baseURL ?? '';
  const pdf = await sealedPaper(origin);
  const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', serviceWorkers: 'block' } as const;
  const page = await (await browser.newContext(phone)).newPage();
  page.setDefaultTimeout(15_000);
  const check = async (buffer: Buffer) => {
    await page.goto('/citizen/checking');
    await page
      .getByLabel('PDF-Datei wählen')
      .setInputFiles({ name: 'Papier.pdf', mimeType: 'application/pdf', buffer });
  };

  await test.step('the start, in every language and in the dark', async () => {
    await page.goto('/citizen/');
    for (const language of ['Deutsch', 'Einfach erklärt', 'English']) {
      await page.getByRole('button', { name: language }).click();
      await expectAccessible(page, `start ${language}`);
    }
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'start dark');
  });

  await test.step('a document that is none, one that is not valid, and one that cannot be decided', async () => {
    await check(Buffer.from(''));
    await expect(page.getByText('Diese Datei ist leer oder größer als 30 MB.')).toBeVisible();
    await expectAccessible(page, 'checking nothing');
    await check(Buffer.from(smallPdf({})));
    await expect(page.getByText('Nicht gültig', { exact: true })).toBeVisible();
    await expectAccessible(page, 'checking not valid dark');
    await page.emulateMedia({ colorScheme: 'light' });
    // As in front of another authority, whose documents this one does not know.
    const nobody = { seal: [], timestamps: [], crls: [] };
    await page.route('**/api/checking/anchors', (route) => route.fulfill({ json: nobody }));
    await check(pdf);
    await expect(page.getByText('Nicht entschieden', { exact: true })).toBeVisible();
    await expectAccessible(page, 'checking undecided');
    await page.getByRole('button', { name: 'Einfach erklärt' }).click();
    await expect(page.getByText('Unklar', { exact: true })).toBeVisible();
    await expectAccessible(page, 'checking undecided plain');
    await page.getByRole('button', { name: 'Deutsch' }).click();
  });

  await test.step('a copy without a date, and a link that is gone', async () => {
    await page.goto(`/citizen/copy#${'x'.repeat(43)}`);
    await page.getByRole('button', { name: 'Kopie herunterladen' }).click();
    await expect(page.getByText('Bitte geben Sie Tag, Monat und Jahr ein.').first()).toBeVisible();
    await expectAccessible(page, 'copy without a date');
    for (const [label, words] of [
      ['Tag', '16'],
      ['Monat', '4'],
      ['Jahr', '1987'],
    ] as const)
      await page.getByRole('textbox', { name: label }).fill(words);
    await page.getByRole('button', { name: 'Kopie herunterladen' }).click();
    await page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor();
    await expectAccessible(page, 'copy gone');
  });
});

/** The sealed declaration of a family, as somebody gets it. */
async function sealedPaper(origin: string): Promise<Buffer> {
  const office = officeAt(origin);
  const deskId = 'echterdingen-2';
  const clerk = await office.signedIn('demo-clerk-1');
  const tablet = await pairedTablet(office, deskId);
  const caseId = await openFamilyCase(clerk);
  const param = { caseId };
  const route = clerk.api.api.cases[':caseId'];
  const at = tablet.browser.api.api.counter[':caseId'];
  await must(route.handover.$post({ param, json: { deskId } }));
  await must(at.begin.$post({ param, json: { locale: 'de' } }));
  await must(at.entitlement.$post({ param, json: assurance }));
  const json = await makeAct(tablet, await leaseOf(tablet, caseId), { capturedAt: toInstant(new Date()) });
  await must(at.acts.$post({ param, json }));
  await must(route.accept.$post({ param }));
  const sealed = async () => (await must(route.$get({ param }))).documents.find(({ state }) => state === 'sealed');
  await expect.poll(sealed, { timeout: 30_000 }).toBeDefined();
  const { documentId } = (await sealed()) ?? {};
  const answer = await clerk.fetch(`/api/documents/${documentId ?? ''}`);
  return Buffer.from(await answer.arrayBuffer());
}
