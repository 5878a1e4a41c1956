import { expect, test } from '@playwright/test';
import { openFamilyCase } from '../bench/counter/family-case.ts';
import { expectAccessible } from '../support/axe.ts';
import { assurance, must } from '../support/counter.ts';
import { actAt, choose, officeAt, pairPage } from '../support/paired-page.ts';

/**
 * The tablet's screens in every other state than the story's: other languages, other looks, large letters, what went
 * wrong and what was not wanted. axe finds nothing in any of them.
 */
const deskId = 'leinfelden-4';

test('the tablet is accessible in every state', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const office = officeAt(baseURL ?? '');
  const clerk = await office.signedIn('demo-clerk-2');
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const caseId = await openFamilyCase(clerk);
  const param = { caseId };
  const route = clerk.api.api.cases[':caseId'];
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const handOver = async () => {
    await must(route.handover.$post({ param, json: { deskId } }));
    await title('Anmeldung').waitFor();
  };
  const recall = async () => {
    await must(route.recall.$post({ param }));
    await title('Guten Tag.').waitFor();
  };
  /** On the review, without the way there. */
  const toReview = async () => {
    await actAt(page, caseId, 'begin', { locale: 'de' });
    await actAt(page, caseId, 'entitlement', assurance);
    await actAt(page, caseId, 'review', { assistance: [] });
    await page.reload();
    await title('Bitte alles prüfen').waitFor();
  };
  const readToEnd = async () => {
    const readOn = button('Weiter lesen');
    const next = button('Weiter');
    for (;;) {
      await readOn.or(next).first().waitFor();
      if (await next.isVisible()) break;
      await readOn.click({ timeout: 1_000 }).catch(() => undefined);
    }
    await next.click();
    await title('Wie möchten Sie bestätigen?').waitFor();
  };

  await test.step('unpaired, with a wrong code, and as a device', async () => {
    await page.clock.install();
    await page.goto('/tablet/');
    await page.getByRole('textbox', { name: 'Code' }).fill('0000-0000');
    await button('Koppeln').click();
    await expect(page.getByRole('textbox', { name: 'Code' })).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page, 'wrong code');
    await pairPage(page, clerk, { deskId, name: 'Tablet mit vielen Gesichtern' });
    await button('Kopplung lösen').click();
    await expectAccessible(page, 'unpair asked');
    await page.keyboard.press('Escape');
    await button('Zurück').click();
  });

  await test.step('idle: dark, in strong contrast, locked for cleaning, offline', async () => {
    await button('Einstellungen').click();
    await expectAccessible(page, 'menu');
    await page.keyboard.press('Escape');
    await choose(page, /Dunkel/);
    await expectAccessible(page, 'idle dark');
    await choose(page, /Starker Kontrast/, /Links/);
    await expectAccessible(page, 'idle contrast');
    await button('Einstellungen').click();
    await page.getByRole('button', { name: 'Zum Reinigen sperren' }).click();
    await expect(page.getByRole('dialog', { name: 'Jetzt reinigen' })).toBeVisible();
    await expectAccessible(page, 'cleaning');
    await page.clock.runFor(31_000);
    await expect(page.getByRole('dialog', { name: 'Jetzt reinigen' })).toBeHidden();
    await page.route('**/api/**', (request) => request.abort());
    await page.reload();
    await expect(page.getByText('Gerade keine Verbindung')).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page, 'idle offline');
    await page.unroute('**/api/**');
    await page.reload();
    await title('Guten Tag.').waitFor();
  });

  await test.step('the cover and the assurance: large, upright, in English and in plain German', async () => {
    await handOver();
    for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: /^A\+/ }).click();
    await expectAccessible(page, 'cover 200');
    await page.setViewportSize({ width: 800, height: 1280 });
    await expectAccessible(page, 'cover upright 200');
    for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: /^A−/ }).click();
    await button('English').click();
    await expectAccessible(page, 'cover upright english');
    await page.getByRole('button', { name: /Beginnen/ }).click();
    await title(/Sie handeln auch für andere/).waitFor();
    await expectAccessible(page, 'entitlement upright english');
    await page.getByRole('button', { name: /Das kann ich nicht versichern/ }).click();
    await expectAccessible(page, 'not assured english');
    await page.keyboard.press('Escape');
    await button('Einfach erklärt').click();
    await expectAccessible(page, 'entitlement plain');
    await page.getByRole('button', { name: /Ich versichere es/ }).click();
    await page
      .getByText(/^Schritt 1 von/)
      .first()
      .waitFor();
  });

  await test.step('a step: in two languages, large, dark, in strong contrast, for the left hand, with an error', async () => {
    await expectAccessible(page, 'step upright plain');
    await page.setViewportSize({ width: 1280, height: 800 });
    await button('English').click();
    await choose(page, /Dunkel/, /Links/);
    await expectAccessible(page, 'step dark english left');
    await page.getByRole('textbox', { name: /Hausnummer/ }).fill('');
    await page.getByRole('button', { name: /^Weiter/ }).click();
    await expect(page.getByRole('heading', { name: /braucht noch etwas/ })).toBeVisible();
    await expectAccessible(page, 'errors dark english');
    await choose(page, /Starker Kontrast/);
    await expectAccessible(page, 'errors contrast english');
    await choose(page, /Hell/, /Rechts/);
    await button('Deutsch').click();
    for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: /^A\+/ }).click();
    await expectAccessible(page, 'errors 200');
    await page.setViewportSize({ width: 800, height: 1280 });
    await expectAccessible(page, 'errors upright 200');
    // The eye stands beside its sentence, not on a line of its own.
    const isBeside = await page.locator('.who-sees').evaluate((line) => {
      const eye = line.querySelector('.kern-icon')?.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(line.querySelector('.kern-body')?.lastChild ?? line);
      const [first] = words.getClientRects();
      return eye !== undefined && first !== undefined && eye.right <= first.left && eye.top < first.bottom;
    });
    expect(isBeside).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: /^A−/ }).click();
  });

  await test.step('what is still open', async () => {
    const heading = page.getByRole('heading', { level: 1 });
    await button('Später ausfüllen').click();
    await page
      .getByText(/^Schritt 2 von/)
      .first()
      .waitFor();
    while ((await heading.textContent()) !== 'Noch offen') {
      const before = (await heading.textContent()) ?? '';
      await page.getByRole('button', { name: /^(Weiter|Zur Prüfung)$/ }).click();
      await expect(heading).not.toHaveText(before);
    }
    await expectAccessible(page, 'still open');
    await recall();
    await expectAccessible(page, 'recalled');
    await must(route.answers.$put({ param, json: { path: 'neueWohnung', value: await homeOf() } }));
  });

  await test.step('the review: in English, dark, large; not confirmed', async () => {
    await handOver();
    await toReview();
    await button('English').click();
    await title(/Bitte alles prüfen Please/).waitFor();
    await expectAccessible(page, 'review english');
    await choose(page, /Dunkel/);
    await expectAccessible(page, 'review dark english');
    await choose(page, /Starker Kontrast/);
    await button('Einfach erklärt').click();
    await title(/Bitte alles prüfen Bitte/).waitFor();
    await expectAccessible(page, 'review contrast plain');
    await button('Deutsch').click();
    await page.setViewportSize({ width: 800, height: 1280 });
    await page.getByRole('heading', { level: 1, name: 'Bitte alles prüfen', exact: true }).waitFor();
    await expectAccessible(page, 'review upright contrast');
    await page.setViewportSize({ width: 1280, height: 800 });
    await button('Nicht bestätigen').click();
    await page.getByRole('textbox', { name: /Möchten Sie etwas dazu sagen/ }).fill('Mein Mann soll erst mitlesen.');
    await expectAccessible(page, 'decline asked');
    await button('Ja, nicht bestätigen').click();
    await title('Sie haben nicht bestätigt.').waitFor();
    expect((await must(route.$get({ param }))).declinedNote).toBe('Mein Mann soll erst mitlesen.');
    await expectAccessible(page, 'declined');
    await button('Fertig').click();
    await title('Guten Tag.').waitFor();
    await expectAccessible(page, 'idle after declining');
  });

  await test.step('a mark, a very short signature, and paper', async () => {
    await must(route.recall.$post({ param }));
    await handOver();
    await toReview();
    await readToEnd();
    await page.getByRole('button', { name: /Handzeichen/ }).click();
    await title('Ihr Handzeichen').waitFor();
    await expectAccessible(page, 'mark');
    await button('Zurück').click();
    await page.getByRole('button', { name: /Mit Unterschrift/ }).click();
    const field = await page.locator('canvas').boundingBox();
    if (!field) throw new Error('there is no field to sign in');
    await page.mouse.move(field.x + 200, field.y + 100);
    await page.mouse.down();
    await page.mouse.move(field.x + 215, field.y + 105, { steps: 3 });
    await page.mouse.up();
    await button('Fertig').click();
    await expect(page.getByText('Ist das Ihre Unterschrift?')).toBeVisible();
    await expectAccessible(page, 'short signature');
    await button('Noch einmal').click();
    await button('Zurück').click();
    await page.getByRole('button', { name: /Auf Papier/ }).click();
    await title('Ihr Blatt wird gedruckt').waitFor();
    await expectAccessible(page, 'on paper');
    await recall();
  });

  await test.step('two who confirm, a curtain, and a tablet that the office blocks', async () => {
    const signers = ['Aleksandra', 'Ștefan'].map((name, at) => ({ id: `p${at + 1}`, role: 'self' as const, name }));
    await must(route.signers.$put({ param, json: { signers } }));
    await must(route.identifications.$post({ param, json: { person: 'p2', document: 'PA', result: 'shown' } }));
    await handOver();
    await toReview();
    await readToEnd();
    await page.getByRole('button', { name: /Mit Taste/ }).click();
    await expectAccessible(page, 'with the button');
    await button('Ich bestätige').click();
    await title(/Bitte geben Sie das Tablet an/).waitFor();
    await expectAccessible(page, 'pass on');
    await page.clock.fastForward('05:05');
    await expect(page.getByRole('dialog', { name: 'Kurze Pause' })).toBeVisible();
    await expectAccessible(page, 'curtain');
    await button('Weitermachen').click();
    await recall();
    const lead = await office.signedIn('demo-lead');
    const { devices } = await must(lead.api.api.devices.$get());
    const deviceId = devices.find(({ name }) => name === 'Tablet mit vielen Gesichtern')?.deviceId ?? '';
    await must(lead.api.api.devices[':deviceId'].revoke.$post({ param: { deviceId } }));
    await page.reload();
    await button('Neu koppeln').waitFor();
    await expectAccessible(page, 'revoked');
  });

  async function homeOf() {
    const { answers } = await must(route.$get({ param }));
    return { ...(answers['neueWohnung'] as object), houseNumber: '112' };
  }
});
