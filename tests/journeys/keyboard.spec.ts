import { expect, type Page, test } from '@playwright/test';
import { familyOfFour } from '../../shared/services/anmeldung/examples.ts';
import { writeField } from '../bench/counter/family-case.ts';
import { makeBrowser } from '../support/browser.ts';
import { caseIdOf } from '../support/counter-story.ts';
import { press, pressKey, reach, type, walkThrough } from '../support/keyboard.ts';
import { openCounter } from '../support/open-counter.ts';

/** The whole job by keyboard, at the desk and on the tablet: nothing is clicked, touched or pointed at. */
const desk = 'Platz 1, Leinfelden';

test('a family is registered with the keyboard alone', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const origin = baseURL ?? '';
  const { clerk, tablet } = await openCounter(browser, origin);
  // Otherwise the page still glides to what has the focus while it is looked at.
  for (const page of [clerk, tablet]) await page.emulateMedia({ reducedMotion: 'reduce' });
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

  await test.step('given a desk with a paired tablet', async () => {
    await clerk.goto('/clerk/');
    await press(clerk, clerk.getByRole('button', { name: /DEMO Karin Beispiel/ }));
    await heading(clerk, 'Heute').waitFor();
    const choice = clerk.getByRole('combobox', { name: 'Ihr Platz' });
    await type(clerk, choice, desk);
    await expect(choice.getByRole('option', { selected: true })).toHaveText(desk);
    await walkThrough(clerk);

    await reach(clerk, clerk.getByRole('link', { name: 'Amt' }));
    await pressKey(clerk, 'g');
    await press(clerk, clerk.getByRole('button', { name: 'Tablet koppeln' }));
    const dialog = clerk.getByRole('dialog', { name: 'Tablet koppeln' });
    await type(clerk, dialog.getByRole('textbox', { name: 'Bezeichnung' }), 'Tablet ohne Maus');
    await press(clerk, dialog.getByRole('button', { name: 'Code anzeigen' }));
    const code = (await dialog.locator('output').textContent()) ?? '';
    await tablet.goto('/tablet/');
    await type(tablet, tablet.getByRole('textbox'), code);
    await pressKey(tablet, 'Enter');
    await heading(tablet, 'Dieses Gerät').waitFor();
    await press(tablet, tablet.getByRole('button', { name: 'Zurück' }));
    await heading(tablet, 'Guten Tag.').waitFor();
    await press(clerk, dialog.getByRole('button', { name: 'Fertig' }));
    await expect(dialog).toBeHidden();
  });

  await test.step('and a case from the register', async () => {
    await pressKey(clerk, 'h');
    await heading(clerk, 'Heute').waitFor();
    await pressKey(clerk, 'a');
    const dialog = clerk.getByRole('dialog');
    for (const [label, words] of [
      ['Familienname', 'Șerban-Wójcik'],
      ['Vornamen', 'Aleksandra Maria'],
      ['Tag', '16'],
      ['Monat', '4'],
      ['Jahr', '1987'],
      ['Letzte Wohnanschrift', 'Reinsburgstraße 112 a, 70197 Stuttgart'],
    ] as const)
      await type(clerk, dialog.getByRole('textbox', { name: label }), words);
    await pressKey(clerk, 'Enter');
    await press(clerk, dialog.getByRole('button', { name: 'Mit diesen Daten anlegen' }));
    await heading(clerk, /Șerban-Wójcik/).waitFor();
    // What the family brought along is written by another window of the same desk.
    const other = makeBrowser(origin, (request) => fetch(request));
    await other.api.api.staff['sign-in'].$post({ json: { staffId: 'demo-clerk-1' } });
    for (const [path, value] of Object.entries(familyOfFour).toReversed())
      await writeField(other, caseIdOf(clerk), path, value as Parameters<typeof writeField>[3]);
  });

  await test.step('when the clerk looks the keys up, identifies and hands over', async () => {
    await pressKey(clerk, '?');
    const keys = clerk.getByRole('dialog', { name: 'Tasten' });
    await expect(keys.getByText('Nächste Person identifizieren')).toBeVisible();
    await pressKey(clerk, 'Escape');
    await expect(keys).toBeHidden();
    await pressKey(clerk, 'i');
    await press(clerk, clerk.getByRole('button', { name: 'vorgelegt', exact: true }).first(), 'Space');
    await clerk.getByRole('button', { name: 'vorgelegt', exact: true, pressed: true }).first().waitFor();
    await reach(clerk, clerk.getByRole('button', { name: 'Ans Tablet geben' }));
    await pressKey(clerk, 'Control+Enter');
  });

  await test.step('and the family begins, assures, and goes through every step', async () => {
    await press(tablet, tablet.getByRole('button', { name: 'Beginnen' }));
    await heading(tablet, 'Sie handeln auch für andere').waitFor();
    await press(tablet, tablet.getByRole('button', { name: 'Ich versichere es und habe es gelesen' }));
    const title = tablet.getByRole('heading', { level: 1 });
    await tablet.getByText(/^Schritt 1 von/).waitFor();
    await walkThrough(tablet);
    while (await tablet.getByText(/^Schritt \d/).isVisible()) {
      const before = (await title.textContent()) ?? '';
      await press(tablet, tablet.getByRole('button', { name: /^(Weiter|Zur Prüfung)$/ }));
      await expect(title).not.toHaveText(before);
    }
  });

  await test.step('and reads to the end and confirms with the button', async () => {
    const next = tablet.getByRole('button', { name: 'Weiter', exact: true });
    const readOn = tablet.getByRole('button', { name: 'Weiter lesen' });
    for (;;) {
      await readOn.or(next).waitFor();
      if (await next.isVisible()) break;
      await press(tablet, readOn.or(next));
      if (await heading(tablet, 'Wie möchten Sie bestätigen?').isVisible()) break;
    }
    if (await next.isVisible()) await press(tablet, next);
    await press(tablet, tablet.getByRole('button', { name: /Mit Taste/ }));
    await press(tablet, tablet.getByRole('button', { name: 'Ich bestätige' }));
    await heading(tablet, 'Danke. Es ist bestätigt.').waitFor();
    await walkThrough(tablet);
    await press(tablet, tablet.getByRole('button', { name: 'Fertig' }));
    await heading(tablet, 'Guten Tag.').waitFor();
  });

  await test.step('then the clerk accepts, enters, hands out and finishes', async () => {
    for (const name of ['Annehmen und siegeln', 'Registereintrag ist erfolgt', 'Meldebestätigung aushändigen']) {
      await expect(clerk.getByRole('button', { name })).toBeEnabled();
      await pressKey(clerk, 'Control+Enter');
      await expect(clerk.getByRole('button', { name })).toBeHidden();
    }
    await expect(clerk.getByRole('button', { name: 'Vorgang abschließen' })).toBeEnabled();
    await pressKey(clerk, 'Control+Enter');
    // Nobody took the copy along, so the desk asks before it closes.
    const question = clerk.getByRole('dialog', { name: 'Mit offenen Aufgaben abschließen?' });
    await press(clerk, question.getByRole('button', { name: 'Vorgang abschließen' }));
    await clerk.getByText('Der Vorgang ist abgeschlossen.').first().waitFor();
    await pressKey(clerk, 'Escape');
    await heading(clerk, 'Heute').waitFor();
  });
});
