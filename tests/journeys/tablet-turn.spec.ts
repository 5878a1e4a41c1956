import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { openFamilyCase, writeField } from '../bench/counter/family-case.ts';
import { type Browser, makeBrowser } from '../support/browser.ts';
import { chromiumFlags } from '../support/chromium-flags.ts';
import { findChromium } from '../support/chromium.ts';

/** A citizen's turn at the tablet beside the plain way: who helps, what was changed, what is voluntary, whom one waits for. */
// One tablet for all of it; a walk through a family's form takes its time on a small machine.
test.describe.configure({ mode: 'serial' });

const desk = 'echterdingen-1';
let profile: string;
let context: BrowserContext;
let page: Page;
let clerk: Browser;

test.beforeAll(async ({ baseURL }) => {
  const origin = baseURL ?? '';
  clerk = makeBrowser(origin, (request) => fetch(request));
  await clerk.api.api.staff['sign-in'].$post({ json: { staffId: 'demo-clerk-2' } });
  profile = mkdtempSync(join(tmpdir(), 'schalter-tablet-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...chromiumFlags],
    baseURL: origin,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
  page = context.pages()[0] ?? (await context.newPage());
  const pairing = await clerk.api.api.devices.pairings.$post({ json: { deskId: desk, name: 'Tablet Platz 1' } });
  await page.goto('/tablet/');
  await page.getByRole('textbox', { name: 'Code' }).fill((await pairing.json()).code);
  await page.getByRole('button', { name: 'Koppeln' }).click();
  await expect(page.getByRole('heading', { name: 'Dieses Gerät' })).toBeVisible();
  await page.getByRole('button', { name: 'Zurück' }).click();
});

test.afterAll(async () => {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
});

test('what the citizen changed is marked after a reload as before it, in the form and in the review', async () => {
  const caseId = await handOver();
  await begin();
  const marks = page.getByText('geändert', { exact: true });
  await leave('Straße', 'Buchenweg');
  await expect(marks).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Straße' })).toHaveValue('Buchenweg');
  await expect(marks).toHaveCount(1);
  await page.getByRole('button', { name: 'Gleich alles prüfen' }).click();
  await expect(page.getByRole('heading', { name: 'Bitte alles prüfen' })).toBeVisible();
  await expect(marks).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Bitte alles prüfen' })).toBeVisible();
  await expect(marks).toHaveCount(1);
  await recall(caseId);
});

test('whoever has help says so with one tap, at the beginning or later, and reads it in the declaration', async () => {
  const caseId = await handOver();
  await page.getByRole('button', { name: 'Jemand begleitet mich' }).click();
  await accessible();
  await begin();
  await page.reload();
  await page.getByRole('button', { name: 'Gleich alles prüfen' }).click();
  await expect(page.getByText('Hilfe beim Lesen: mit Begleitung', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Einstellungen' }).click();
  await page.getByRole('button', { name: 'Jemand übersetzt für mich' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Hilfe beim Lesen: mit Begleitung, übersetzt')).toBeVisible();
  await accessible();
  await recall(caseId);
});

test('from the review one gets to objections that nobody has filled in', async () => {
  const caseId = await handOver();
  await begin();
  await page.getByRole('button', { name: 'Gleich alles prüfen' }).click();
  await page.getByRole('button', { name: /^Widersprüche.* von Person 2: Ausfüllen$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Freiwilliges zu Person 2/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Ja' }).first()).toBeVisible();
  await accessible();
  await recall(caseId);
});

test('whoever is done waits kindly for what only the office can enter, and then it goes on by itself', async ({
  browser,
  baseURL,
}) => {
  const caseId = await openFamilyCase(clerk);
  await writeField(clerk, caseId, 'persons.p2.beziehung', null);
  await layOnDesk(caseId);
  const desk = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 1440, height: 900 } });
  await desk.goto('/clerk/');
  await desk.getByRole('button', { name: /DEMO Karin Beispiel/ }).click();
  await desk.getByRole('heading', { name: 'Heute' }).waitFor();
  await desk.goto(`/clerk/cases/${caseId}`);
  const waits = desk.getByText('Es fehlt noch etwas von Ihnen.');
  await begin();
  await expect(waits).toBeHidden();
  await page.getByRole('button', { name: 'Gleich alles prüfen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sie sind fertig' })).toBeVisible();
  await expect(page.getByText('Sie sieht es schon auf ihrem Bildschirm.')).toBeVisible();
  await accessible();
  await expect(waits).toBeVisible();
  await writeField(clerk, caseId, 'persons.p2.beziehung', 'spouse');
  await expect(page.getByRole('heading', { level: 1, name: 'Bitte alles prüfen' })).toBeVisible();
  await expect(waits).toBeHidden();
  await desk.close();
  await recall(caseId);
});

async function handOver(): Promise<string> {
  const caseId = await openFamilyCase(clerk);
  await layOnDesk(caseId);
  return caseId;
}

async function layOnDesk(caseId: string): Promise<void> {
  const answer = await clerk.api.api.cases[':caseId'].handover.$post({ param: { caseId }, json: { deskId: desk } });
  expect(answer.status).toBe(200);
  await expect(page.getByRole('button', { name: 'Beginnen' })).toBeVisible();
}

async function recall(caseId: string): Promise<void> {
  const answer = await clerk.api.api.cases[':caseId'].recall.$post({ param: { caseId } });
  expect(answer.status).toBe(200);
  await expect(page.getByRole('heading', { name: 'Guten Tag.' })).toBeVisible();
}

async function begin(): Promise<void> {
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await page.getByRole('button', { name: 'Ich versichere es' }).click();
  await expect(page.getByText(/^Schritt 1 von/)).toBeVisible();
}

async function leave(label: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  await field.fill(value);
  await field.blur();
}

async function accessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}
