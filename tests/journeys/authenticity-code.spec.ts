import { PDF } from '@libpdf/core';
import { expect, type Page, test } from '@playwright/test';
import { makeAuthenticityCode } from '../../shared/base/authenticity-code.ts';
import { toInstant } from '../../shared/base/instant.ts';
import { openFamilyCase } from '../bench/counter/family-case.ts';
import { expectAccessible } from '../support/axe.ts';
import { assurance, leaseOf, makeAct, must } from '../support/counter.ts';
import { officeAt } from '../support/paired-page.ts';
import { pairedTablet } from '../support/tablet.ts';

/** A bank holds a printed Meldebestätigung and asks whether it exists; later it turns out that it was wrong. */
test('the code of a certificate is asked for by link and by hand, in every state', async ({ browser, baseURL }) => {
  const certificate = await issueCertificate(baseURL ?? '');
  const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', serviceWorkers: 'block' } as const;
  const page = await (await browser.newContext(phone)).newPage();
  page.setDefaultTimeout(15_000);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));

  await test.step('Given the QR code of the page, the answer is there without a tap', async () => {
    await page.goto(`/citizen/echtheit#${certificate.code}`);
    await expect(page.getByText('Echt', { exact: true })).toBeVisible();
    await expect(page.getByText('Ob die Person heute dort wohnt, sagt diese Prüfung nicht.')).toBeVisible();
    await expectAccessible(page, 'code genuine');
    expect(sent.filter((url) => url.includes(certificate.code))).toEqual([]);
    await page.getByRole('link', { name: 'PDF-Datei prüfen' }).click();
    await expect(page.getByRole('heading', { name: 'Dokument prüfen' })).toBeVisible();
  });

  await test.step('When somebody types it, a typing error is said at the field, by keyboard alone', async () => {
    await page.goto('/citizen/');
    await page.getByRole('link', { name: 'Code prüfen' }).click();
    await page.getByRole('heading', { name: 'Echtheitscode prüfen' }).waitFor();
    await expectAccessible(page, 'code asking');
    await page.keyboard.press('Tab');
    await page.keyboard.type(swapped(certificate.code));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Hier ist ein Zeichen falsch oder vertauscht.').first()).toBeVisible();
    await expect(field(page)).toBeFocused();
    await expectAccessible(page, 'code mistyped');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(certificate.code.slice(0, 12).toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByText('Der Code ist noch nicht vollständig.').first()).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(certificate.printed.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByText('Echt', { exact: true })).toBeVisible();
  });

  await test.step('Then in the other languages', async () => {
    await page.getByRole('button', { name: 'Einfach erklärt' }).click();
    await expect(page.getByText('Diese Prüfung sagt nicht:')).toBeVisible();
    await expectAccessible(page, 'code genuine plain');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByText('This check does not say whether the person lives there today.')).toBeVisible();
    await expectAccessible(page, 'code genuine english');
    await page.getByRole('button', { name: 'Deutsch' }).click();
  });

  await test.step('A code that nobody gave out is unknown', async () => {
    const nobodys = makeAuthenticityCode(crypto.getRandomValues(new Uint8Array(16)));
    await page.getByRole('button', { name: 'Anderen Code prüfen' }).click();
    await expect(field(page)).toBeFocused();
    await field(page).fill(nobodys);
    await page.getByRole('button', { name: 'Code prüfen' }).click();
    await expect(page.getByText('Unbekannt', { exact: true })).toBeVisible();
    await expectAccessible(page, 'code unknown');
  });

  await test.step('Without network, and after too many tries, what was typed stays', async () => {
    await page.route('**/api/checking/codes', (route) => route.abort());
    await page.getByRole('button', { name: 'Anderen Code prüfen' }).click();
    await field(page).fill(certificate.printed);
    await page.getByRole('button', { name: 'Code prüfen' }).click();
    await expect(page.getByText('Keine Verbindung', { exact: true })).toBeVisible();
    await expect(field(page)).toHaveValue(certificate.printed);
    await expectAccessible(page, 'code offline');
    await page.unroute('**/api/checking/codes');
    const refused = { type: 'urn:schalter:too-many-tries', title: 'x', status: 429, code: 'too-many-tries' };
    const headers = { 'Retry-After': '840', 'Content-Type': 'application/problem+json' };
    const answer = { status: 429, headers, body: JSON.stringify(refused) };
    await page.route('**/api/checking/codes', (route) => route.fulfill(answer));
    await page.getByRole('button', { name: 'Code prüfen' }).click();
    await expect(page.getByText('Bitte versuchen Sie es in 14 Minuten noch einmal.')).toBeVisible();
    await expectAccessible(page, 'code too many tries');
    await page.unroute('**/api/checking/codes');
  });

  await test.step('When the desk withdraws the certificate, with a reason, and issues another one', async () => {
    const desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    desk.setDefaultTimeout(15_000);
    const button = (name: string | RegExp) => desk.getByRole('button', { name });
    await desk.goto('/clerk/');
    await button(/DEMO Yusuf Muster/).click();
    await button('Abmelden').waitFor();
    await desk.goto(`/clerk/cases/${certificate.caseId}`);
    await desk.getByRole('tab', { name: 'Papiere' }).click();
    await button('Meldebestätigung zurückziehen').click();
    const question = desk.getByRole('dialog', { name: 'Meldebestätigung zurückziehen?' });
    await question.getByRole('button', { name: 'Zurückziehen' }).click();
    await expect(question.getByText('Bitte schreiben Sie, was falsch war.').first()).toBeVisible();
    await expectAccessible(desk, 'withdraw without a reason');
    await question.getByRole('textbox', { name: 'Was war falsch?' }).fill('Geburtsdatum falsch übernommen');
    await question.getByRole('button', { name: 'Zurückziehen' }).click();
    await expect(desk.getByText('Wegen eines Fehlers zurückgezogen', { exact: true })).toBeVisible();
    await expect(desk.getByText(/Geburtsdatum falsch übernommen/)).toBeVisible();
    await expectAccessible(desk, 'withdrawn at the desk');
    await button('Meldebestätigung neu ausstellen').click();
    await expect(button('Meldebestätigung neu ausstellen')).toHaveCount(0);
    await expect(button('Meldebestätigung zurückziehen')).toBeVisible();
    await expectAccessible(desk, 'issued anew');
  });

  await test.step('Then the same code says so, in the dark too', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Code prüfen' }).click();
    await expect(page.getByText('Wegen eines Fehlers zurückgezogen', { exact: true })).toBeVisible();
    await expect(page.getByText('Ob die Person heute dort wohnt, sagt diese Prüfung nicht.')).toBeVisible();
    await expectAccessible(page, 'code withdrawn dark');
  });
});

const field = (page: Page) => page.getByRole('textbox', { name: 'Echtheitscode' });

/** Two different neighbours change places. */
function swapped(code: string): string {
  const at = code.split('').findIndex((letter, place) => letter !== code[place + 1]);
  return code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
}

/** The Meldebestätigung of a family, as it is printed. */
async function issueCertificate(origin: string) {
  const office = officeAt(origin);
  const deskId = 'echterdingen-3';
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
  await expect.poll(async () => (await must(route.$get({ param }))).state, { timeout: 30_000 }).toBe('sealed');
  await must(route.entry.$post({ param }));
  const made = async () =>
    (await must(route.$get({ param }))).documents.find(
      ({ kind, state }) => kind === 'meldebestaetigung' && state === 'sealed',
    );
  await expect.poll(made, { timeout: 30_000 }).toBeDefined();
  const { documentId = '' } = (await made()) ?? {};
  const file = await clerk.fetch(`/api/documents/${documentId}`);
  const pages = (await PDF.load(new Uint8Array(await file.arrayBuffer()))).extractText();
  const printed = /([0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(pages.map(({ text }) => text).join('\n'))?.[0] ?? '';
  return { caseId, printed, code: printed.replaceAll('-', '') };
}
