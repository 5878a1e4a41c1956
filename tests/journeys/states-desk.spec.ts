import { test } from '@playwright/test';
import { toInstant } from '../../shared/base/instant.ts';
import { openFamilyCase } from '../bench/counter/family-case.ts';
import { expectAccessible } from '../support/axe.ts';
import { assurance, leaseOf, makeAct, must } from '../support/counter.ts';
import { officeAt } from '../support/paired-page.ts';
import { pairedTablet } from '../support/tablet.ts';

/**
 * The desk's screens in every other state than the story's: nothing there, nothing found, not allowed, every tab,
 * every question, and other looks. axe finds nothing in any of them.
 */
const deskId = 'echterdingen-4';

test('the desk is accessible in every state', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const office = officeAt(baseURL ?? '');
  const tablet = await pairedTablet(office, deskId);
  const clerk = await office.signedIn('demo-clerk-2');
  const caseId = await openFamilyCase(clerk);
  const param = { caseId };
  const route = clerk.api.api.cases[':caseId'];
  const at = tablet.browser.api.api.counter[':caseId'];
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  ).newPage();
  page.setDefaultTimeout(15_000);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const chip = (words: string) => page.locator('.case__header').getByText(words);
  const signIn = async (person: RegExp) => {
    await page.goto('/clerk/');
    await button(person).click();
    await button('Abmelden').waitFor();
  };
  const toReview = async () => {
    await must(route.handover.$post({ param, json: { deskId } }));
    await must(at.begin.$post({ param, json: { locale: 'de' } }));
    await must(at.entitlement.$post({ param, json: assurance }));
    await leaseOf(tablet, caseId);
  };
  const question = async (key: string, name: string) => {
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name }).waitFor();
    await expectAccessible(page, name);
  };

  await test.step('an administrator sees the office and no case', async () => {
    await signIn(/DEMO Anton Probe/);
    await page.getByRole('table', { name: 'Liste der Personen' }).waitFor();
    await expectAccessible(page, 'office of an administrator');
    await page.goto(`/clerk/cases/${caseId}`);
    await page.getByRole('heading', { name: 'Diesen Vorgang dürfen Sie nicht sehen' }).waitFor();
    await expectAccessible(page, 'forbidden');
    await button('Abmelden').click();
  });

  await test.step('a clerk finds nothing, or no such case, or no such page', async () => {
    await signIn(/DEMO Yusuf Muster/);
    await page.goto('/clerk/?search=Niemand');
    await page.getByText('Dazu gibt es in dieser Liste keinen Vorgang.').waitFor();
    await expectAccessible(page, 'nothing found');
    await page.goto('/clerk/cases/00000000-0000-7000-8000-000000000000');
    await page.getByRole('heading', { name: 'Diesen Vorgang gibt es nicht' }).waitFor();
    await expectAccessible(page, 'no such case');
    await page.goto('/clerk/nirgends');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page, 'no such page');
  });

  await test.step('a new case: what is missing, every tab, ending it, narrow, dark, in strong contrast', async () => {
    await page.goto('/clerk/');
    await page.getByRole('combobox', { name: 'Ihr Platz' }).selectOption(deskId);
    await button('Neuer Vorgang').click();
    await button('Register fragen').click();
    await expectAccessible(page, 'register asked for nothing');
    await button('Ohne Registerdaten anlegen').click();
    await chip('in Vorbereitung').waitFor();
    await page.keyboard.press('f');
    for (const tab of ['Tablet', 'Papiere', 'Nachweis']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectAccessible(page, `new case ${tab}`);
    }
    await page.locator('h1').focus();
    await question('x', 'Ohne Abschluss beenden?');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1024, height: 768 });
    await expectAccessible(page, 'narrow');
    for (const theme of ['Dunkel', 'Starker Kontrast']) {
      await page.goto('/clerk/office');
      await button(theme).click();
      await expectAccessible(page, `office ${theme}`);
      await page.goto('/clerk/');
      await page.getByRole('list', { name: 'Vorgänge' }).getByRole('listitem').first().waitFor();
      await expectAccessible(page, `today ${theme}`);
      await page.keyboard.press('Enter');
      await page.locator('.case__header').waitFor();
      await expectAccessible(page, `case ${theme}`);
    }
    await page.goto('/clerk/office');
    await button('Wie das Gerät').click();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('a case at the tablet is called back; one that was confirmed is given back', async () => {
    await toReview();
    await page.goto(`/clerk/cases/${caseId}`);
    await chip('wird geprüft').or(page.getByText('Am Tablet wird geprüft und bestätigt.')).first().waitFor();
    await page.getByRole('tab', { name: /Prüfungen/ }).click();
    await expectAccessible(page, 'reviewing checks');
    await page.locator('h1').focus();
    await question('r', 'Vom Tablet zurückholen?');
    await page.keyboard.press('Escape');
    const act = await makeAct(tablet, await leaseOf(tablet, caseId), { capturedAt: toInstant(new Date()) });
    await must(at.acts.$post({ param, json: act }));
    await button('Annehmen und siegeln').waitFor();
    await question('m', 'Tablet frei machen?');
    await page.keyboard.press('Escape');
    await question('z', 'Zurückgeben');
    await page.getByRole('dialog').getByRole('button', { name: 'Zurückgeben' }).click();
    await page.getByText('Bitte schreiben Sie eine Begründung.').waitFor();
    await expectAccessible(page, 'given back without a reason');
    await page.keyboard.press('Escape');
    await button('Trotzdem ändern').click();
    await expectAccessible(page, 'unlock asked');
    await page.keyboard.press('Escape');
    await must(route.return.$post({ param, json: { reason: 'Bitte die Hausnummer prüfen.' } }));
    await page
      .getByText(/Zurückgegeben/)
      .first()
      .waitFor();
    await expectAccessible(page, 'given back');
  });

  await test.step('on paper, and not confirmed', async () => {
    await leaseOf(tablet, caseId);
    await must(at.paper.$post({ param }));
    await button('Unterschriebenes Blatt zuordnen').waitFor();
    await expectAccessible(page, 'on paper');
    await must(route.recall.$post({ param }));
    await toReview();
    await must(at.decline.$post({ param, json: { note: 'Ich möchte noch einmal nachdenken.' } }));
    await page.getByText('Am Tablet wurde nicht bestätigt.').waitFor();
    await expectAccessible(page, 'declined');
    await must(route.recall.$post({ param }));
    await button('Abmelden').click();
  });

  await test.step('the lead sets a PIN, and frees a case whose tablet is silent', async () => {
    await toReview();
    await signIn(/DEMO Petra Vorlage/);
    await page.goto('/clerk/office');
    await page
      .getByRole('button', { name: /^PIN für .* setzen$/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'pin');
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /Tablet sperren$/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'block asked');
    // Long enough for a tablet to count as silent, by the desk's own clock.
    await page.clock.setFixedTime(Date.now() + 600_000);
    await page.goto(`/clerk/cases/${caseId}?tab=tablet`);
    await button('Ohne das Tablet freigeben').click();
    await page.getByRole('dialog', { name: 'Ohne das Tablet freigeben?' }).waitFor();
    await expectAccessible(page, 'override');
  });
});
