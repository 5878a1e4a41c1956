import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { openFamilyCase } from '../bench/counter/family-case.ts';
import { type Browser, makeBrowser } from '../support/browser.ts';
import { chromiumFlags } from '../support/chromium-flags.ts';
import { findChromium } from '../support/chromium.ts';

/**
 * What a nervous person may do to a tablet: reload it, lose the network, tap twice, go back, be called back in the
 * middle of a signature. Nothing typed is lost, nothing is half confirmed, and nothing is left on the disk.
 */
// One tablet for all of it; a walk through a family's form takes its time on a small machine.
test.describe.configure({ mode: 'serial' });

const desk = 'leinfelden-2';
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
  const pairing = await clerk.api.api.devices.pairings.$post({ json: { deskId: desk, name: 'Tablet Platz 2' } });
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

test('a double tap on "Beginnen" assures nothing that nobody has read', async () => {
  const caseId = await handOver();
  await page.getByRole('button', { name: 'Beginnen' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Sie handeln auch für andere' })).toBeVisible();
  expect((await read(caseId)).entitlementAssuredAt).toBeNull();
  await recall(caseId);
});

test('a reload in the middle of a word loses nothing', async () => {
  const caseId = await handOver();
  await begin();
  const number = page.getByRole('textbox', { name: 'Hausnummer' });
  await number.fill('');
  await number.pressSequentially('112 Hin');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Hausnummer' })).toHaveValue('112 Hin');
  await recall(caseId);
});

test('what is typed in the moment of a recall arrives, and the citizen is told so truthfully', async () => {
  const caseId = await handOver();
  await begin();
  const number = page.getByRole('textbox', { name: 'Hausnummer' });
  await number.fill('');
  await number.pressSequentially('112 Zwo');
  await recall(caseId);
  await expect(page.getByText('Ihre Angaben sind gespeichert')).toBeVisible();
  expect((await read(caseId)).answers['neueWohnung']).toMatchObject({ houseNumber: '112 Zwo' });
});

test('what is typed counts when the back gesture takes its field away', async () => {
  const caseId = await handOver();
  await begin();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.getByText(/^Schritt 2 von/)).toBeVisible();
  const street = page.getByRole('textbox', { name: 'Straße' });
  await street.fill('');
  await street.pressSequentially('Rosenweg');
  await page.goBack();
  await expect(page.getByText(/^Schritt 1 von/)).toBeVisible();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(street).toHaveValue('Rosenweg');
  await recall(caseId);
});

test('an idle tablet says within seconds that the office cannot be reached, and recovers by itself', async () => {
  await context.setOffline(true);
  await expect(page.getByText('Gerade keine Verbindung zum Amt')).toBeVisible({ timeout: 5_000 });
  await accessible();
  await context.setOffline(false);
  await expect(page.getByText('Gerade keine Verbindung zum Amt')).toBeHidden({ timeout: 5_000 });
});

test('half a date stays on screen while it is saved and somebody looks up the rest', async () => {
  const caseId = await handOver();
  await begin();
  const day = page.getByRole('group', { name: 'Tag des Einzugs' }).getByRole('textbox', { name: 'Tag' });
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/answers') && answer.ok());
  await day.fill('12');
  await saved;
  await expect(page.getByText(/^gespeichert/)).toBeVisible();
  await expect(day).toHaveValue('12');
  await recall(caseId);
});

test('somebody in a hurry goes straight to the review, reads it, and back to the very section', async () => {
  const caseId = await handOver();
  await begin();
  await expect(page.getByText('Alles ist schon eingetragen.')).toBeVisible();
  const checkAll = page.getByRole('button', { name: 'Gleich alles prüfen' });
  await checkAll.click();
  await expect(page.getByRole('heading', { name: 'Bitte alles prüfen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Weiter lesen' })).toBeVisible();
  await page.getByRole('button', { name: 'Ändern: Familie von Person 2' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Familie von Person 2: Ștefan Șerban-Wójcik' }),
  ).toBeFocused();
  expect(await page.title()).not.toContain('Ștefan');
  await page.getByRole('button', { name: 'Zurück' }).click();
  await leave('Geburtsort', '');
  await expect(checkAll).toBeHidden();
  await leave('Geburtsort', 'Timișoara');
  await checkAll.click();
  await expect(page.getByRole('heading', { name: 'Bitte alles prüfen' })).toBeVisible();
  await recall(caseId);
});

test('without the network the citizen goes on typing, and it arrives when the network is back', async () => {
  const caseId = await handOver();
  await begin();
  await context.setOffline(true);
  await leave('Straße', 'Buchenweg');
  await expect(page.getByText('Gerade keine Verbindung')).toBeVisible();
  await leave('Hausnummer', '7');
  await accessible();
  await context.setOffline(false);
  await expect(page.getByText('Gerade keine Verbindung')).toBeHidden({ timeout: 20_000 });
  await expect
    .poll(async () => (await read(caseId)).answers['neueWohnung'], { timeout: 20_000 })
    .toMatchObject({ street: 'Buchenweg', houseNumber: '7' });
  await recall(caseId);
});

test('the back gesture goes one step back and never out of the office', async () => {
  const caseId = await handOver();
  await begin();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.getByText(/^Schritt 2 von/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^Schritt 1 von/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^Schritt 1 von/)).toBeVisible();
  await recall(caseId);
});

test('a recall in the middle of a signature is told kindly, and nothing is half confirmed', async () => {
  const caseId = await handOver();
  await begin();
  await toReview();
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.getByRole('button', { name: /Mit Unterschrift/ }).click();
  const field = await page.getByRole('img', { name: /Feld für die Unterschrift/ }).boundingBox();
  if (!field) throw new Error('there is no field to sign in');
  await page.mouse.move(field.x + 100, field.y + 100);
  await page.mouse.down();
  await page.mouse.move(field.x + 300, field.y + 180, { steps: 10 });
  await recall(caseId);
  await expect(page.getByText('Ihre Sachbearbeitung hat den Vorgang zurückgeholt.')).toBeVisible();
  await accessible();
  expect((await read(caseId)).acts).toEqual([]);
});

test('a confirmation whose answer is lost arrives once, and afterwards the disk knows nothing', async () => {
  const caseId = await handOver();
  await begin();
  await leave('Straße', 'Xylophonweg');
  await toReview();
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.getByRole('button', { name: /Mit Taste/ }).click();
  // The act reaches the office, its answer does not reach the tablet.
  let lost = 0;
  await page.route('**/acts', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: 'Ich bestätige' }).click();
  await expect(page.getByRole('heading', { name: 'Danke. Es ist bestätigt.' })).toBeVisible({ timeout: 20_000 });
  await accessible();
  expect(lost).toBe(1);
  expect((await read(caseId)).acts).toHaveLength(1);
  await page.getByRole('button', { name: 'Fertig' }).click();
  await expect(page.getByRole('heading', { name: 'Guten Tag.' })).toBeVisible();
  await context.close();
  // The tablet's own name must be found, or the search would prove nothing.
  expect(filesWith('Tablet Platz 2')).not.toEqual([]);
  for (const name of ['Xylophonweg', 'Buchenweg', 'erban-W', 'Reinsburgstra']) expect(filesWith(name)).toEqual([]);
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

async function read(caseId: string) {
  const answer = await clerk.api.api.cases[':caseId'].$get({ param: { caseId } });
  return answer.json();
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

/** Through all steps, and to the end of what is to be read. */
async function toReview(): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  while (await page.getByText(/^Schritt \d/).isVisible()) {
    const before = (await title.textContent()) ?? '';
    await page.getByRole('button', { name: /^(Weiter|Zur Prüfung)$/ }).click();
    await expect(title).not.toHaveText(before);
  }
  const readOn = page.getByRole('button', { name: 'Weiter lesen' });
  const next = page.getByRole('button', { name: 'Weiter', exact: true });
  for (;;) {
    await readOn.or(next).first().waitFor();
    if (await next.isVisible()) return;
    await readOn.click();
  }
}

async function accessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** Files of the browser's profile in which a text stands, in UTF-8 or as Chromium writes it to its session files. */
function filesWith(text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(profile, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const content = readFileSync(file);
    return forms.some((form) => content.includes(form));
  });
}
