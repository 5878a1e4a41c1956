import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { toInstant } from '../../shared/base/instant.ts';
import { openFamilyCase } from '../bench/counter/family-case.ts';
import { expectAccessible } from '../support/axe.ts';
import { aDrawing, assurance, leaseOf, makeAct, must } from '../support/counter.ts';
import { breakStorage } from '../support/failing-storage.ts';
import { officeAt } from '../support/paired-page.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { pairedTablet } from '../support/tablet.ts';

/**
 * What does not go straight at the desk: something is missing, the family signs on paper, the clerk gives back, a mark
 * needs a word, a document does not come about, and a case is closed with something left to do.
 */
const deskId = 'leinfelden-2';

test('a case with detours comes to its end, and what is left to do stays in sight', async ({ browser, baseURL }, {
  config,
}) => {
  test.setTimeout(240_000);
  const dataDir = resolve(import.meta.dirname, '../..', config.webServer?.env?.['DATA_DIR'] ?? '.data/journeys');
  const office = officeAt(baseURL ?? '');
  const tablet = await pairedTablet(office, deskId);
  const clerk = await office.signedIn('demo-clerk-2');
  const caseId = await openFamilyCase(clerk);
  const param = { caseId };
  const route = clerk.api.api.cases[':caseId'];
  const at = tablet.browser.api.api.counter[':caseId'];
  const confirm = async (change: Parameters<typeof makeAct>[2] = {}) => {
    const capturedAt = toInstant(new Date());
    await must(
      at.acts.$post({ param, json: await makeAct(tablet, await leaseOf(tablet, caseId), { capturedAt, ...change }) }),
    );
  };
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  ).newPage();
  page.setDefaultTimeout(15_000);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const chip = (words: string) => page.locator('.case__header').getByText(words, { exact: true });
  const look = (name: string) => expectAccessible(page, name);

  await page.goto('/clerk/');
  await button(/DEMO Yusuf Muster/).click();
  await page.getByRole('combobox', { name: 'Ihr Platz' }).selectOption(deskId);

  await test.step('what is missing takes the focus, and Escape leads out of the form to its heading', async () => {
    await button('Neuer Vorgang').click();
    await button('Ohne Registerdaten anlegen').click();
    await chip('in Vorbereitung').waitFor();
    const field = page.getByRole('textbox', { name: 'Vornamen' }).first();
    await field.fill('Łucja');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/ausgewiesen/)
      .waitFor();
    await expect(page.locator('[data-identify=open] select').first()).toBeFocused();
    await look('refused');
    await field.focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor();
  });

  await test.step('another refusal leaves the focus in the field where one was', async () => {
    await page.goto(`/clerk/cases/${caseId}`);
    await chip('in Vorbereitung').waitFor();
    const other = await openFamilyCase(clerk);
    await must(route.handover.$post({ param: { caseId: other }, json: { deskId } }));
    const field = page.getByRole('textbox', { name: 'Vornamen' }).first();
    await field.focus();
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/Tablet/)
      .waitFor();
    await expect(field).toBeFocused();
    await must(route.recall.$post({ param: { caseId: other } }));
  });

  await test.step('the family signs on paper, and the clerk files the scan', async () => {
    await must(route.handover.$post({ param, json: { deskId } }));
    await must(at.begin.$post({ param, json: { locale: 'de' } }));
    await must(at.entitlement.$post({ param, json: assurance }));
    await leaseOf(tablet, caseId);
    await must(at.paper.$post({ param }));
    await chip('wartet auf das unterschriebene Blatt').waitFor();
    await expect(page.getByText('Auf dem Tablet dieses Platzes liegt noch ein anderer Vorgang.')).toHaveCount(0);
    await page.locator('h1').focus();
    await page.keyboard.press('Control+Enter');
    const again = button('Noch einmal nachsehen');
    await expect(again).toBeFocused();
    await look('no scan');
    const tray = join(dataDir, 'scanner', deskId);
    mkdirSync(tray, { recursive: true });
    writeFileSync(join(tray, 'Scan-0001.pdf'), smallPdf({}));
    await page.keyboard.press('Enter');
    const file = button('Scan-0001.pdf diesem Vorgang zuordnen');
    await file.waitFor();
    await look('scan');
    await file.click();
    await chip('bestätigt, wartet auf Annahme').waitFor();
    await page.getByRole('tab', { name: 'Papiere' }).click();
    await page.getByText('Scan des unterschriebenen Blatts').waitFor();
    await page.getByText('Kopie der Erklärung', { exact: true }).waitFor();
    await look('scan filed');
  });

  await test.step('and gives the case back with a reason', async () => {
    await page.locator('h1').focus();
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog', { name: 'Zurückgeben' });
    await dialog.getByRole('textbox', { name: 'Begründung' }).fill('Bitte die Hausnummer prüfen: 12 oder 12 a?');
    await dialog.getByRole('button', { name: 'Zurückgeben' }).click();
    await page.getByText('Zurückgegeben: Bitte die Hausnummer prüfen: 12 oder 12 a?').waitFor();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await look('given back');
  });

  await test.step('a mark is accepted with the clerk’s word only', async () => {
    await confirm({ method: 'mark', drawing: aDrawing });
    await chip('bestätigt, wartet auf Annahme').waitFor();
    await page.locator('h1').focus();
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/Handzeichen/)
      .waitFor();
    const note = page.getByLabel('Vermerk zum Handzeichen');
    await expect(note).toBeFocused();
    await look('mark without a word');
    await note.fill('Frau Șerban-Wójcik selbst, rechter Arm in Gips. Ausweis lag vor.');
    await button('Vermerk speichern').click();
    await button('Vermerk gespeichert').waitFor();
    await page.getByRole('tab', { name: 'Papiere' }).click();
    // The copy of what was confirmed now; the first one was of the revision before.
    await expect(page.getByText('Kopie der Erklärung', { exact: true })).toHaveCount(2);
    await expect(page.getByText(/frühere Fassung, gilt nicht mehr/)).toHaveCount(2); // The copy and the scan.
    await expect(button('Kopie der Erklärung drucken und aushändigen')).toHaveCount(1);
  });

  await test.step('a document that does not come about is made again', async () => {
    const storage = await breakStorage(dataDir);
    await page.locator('h1').focus();
    await page.keyboard.press('Control+Enter');
    await chip('angenommen, wird gesiegelt').waitFor();
    const { documents } = await must(route.$get({ param }));
    const documentId = documents.find(({ kind }) => kind === 'declaration')?.documentId ?? '';
    await look('being sealed');
    await storage.giveUp({ caseId, documentId });
    await page.getByText('Das Dokument ist nicht entstanden.').first().waitFor();
    await look('document failed');
    await storage.mend();
    await button('Noch einmal versuchen: Erklärung').click();
    await chip('gesiegelt, wartet auf den Registereintrag').waitFor();
    await look('document made again');
  });

  await test.step('closing asks about what has no day of its own', async () => {
    await button('Registereintrag ist erfolgt').click();
    await button('Meldebestätigung aushändigen').click();
    await button('Vorgang abschließen').click();
    const dialog = page.getByRole('dialog', { name: 'Mit offenen Aufgaben abschließen?' });
    await dialog.getByText('Kopie der Erklärung nachreichen (§ 3a Abs. 5 VwVfG)').waitFor();
    await expect(dialog.getByText('Rückmeldung')).toHaveCount(0);
    await look('closing asked');
    await dialog.getByRole('button', { name: 'Vorgang abschließen' }).click();
    await chip('abgeschlossen, 2 Aufgaben offen').waitFor();
    await look('closed with tasks');
  });

  await test.step('what is left stands under „Heute“, and is done from there', async () => {
    await page.getByRole('link', { name: 'Heute' }).click();
    await button(/^Aufgaben \(\d+\)$/).click();
    const row = page
      .getByRole('list', { name: 'Vorgänge' })
      .getByRole('listitem')
      .filter({ hasText: 'abgeschlossen, 2 Aufgaben offen' });
    await row.waitFor();
    await look('tasks of today');
    await row.getByRole('link').click();
    await page.getByRole('tab', { name: 'Papiere' }).click();
    await page.getByText('Kopie noch nicht ausgehändigt').waitFor();
    await button('Kopie der Erklärung drucken und aushändigen').click();
    await page.getByText(/bleibt hier, Kopie ausgehändigt/).waitFor();
    await chip('abgeschlossen, 1 Aufgabe offen').waitFor();
    await page.getByRole('tab', { name: /Prüfungen/ }).click();
    await look('tasks of the case');
    await button(/^Erledigt: Rückmeldung/).click();
    await chip('abgeschlossen').waitFor();
  });

  await test.step('the evidence names people and places, and its ids for who wants them', async () => {
    await page.getByRole('tab', { name: 'Nachweis' }).click();
    await page.getByText('Ans Tablet gegeben (Platz 2, Leinfelden)').first().waitFor();
    await page
      .getByText(/^DEMO Yusuf Muster, Sachbearbeitung$/)
      .first()
      .waitFor();
    await expect(page.getByText('demo-clerk-2')).toHaveCount(0);
    await look('evidence');
    await button('Kennungen zeigen').click();
    await page.getByText('clerk:demo-clerk-2').first().waitFor();
    await look('evidence with ids');
  });
});
