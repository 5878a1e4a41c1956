import type { Page } from '@playwright/test';
import { familyOfFour } from '../../shared/services/anmeldung/examples.ts';
import { services } from '../../shared/services/catalogue.ts';
import { stepsOf } from '../../apps/tablet/features/filling/steps.ts';
import { signWithPen } from './pen.ts';
import { fillFields, leavesOf } from './fill-form.ts';

/**
 * The product's main job as it happens at the counter: a family that moved from Stuttgart to Leinfelden is registered
 * by a clerk at the desk and signs on the tablet. The demo and the journeys walk the same way.
 */
export type Counter = {
  origin: string;
  clerk: Page;
  tablet: Page;
  /** Called on every screen of the story, once it stands still. */
  look(page: Page, name: string): Promise<void>;
};

const { definition } = services.anmeldung;
const leaves = (sectionId: string) => leavesOf(definition, familyOfFour, sectionId);

export async function signInAtDesk({ origin, clerk, look }: Counter, person = 'DEMO Karin Beispiel'): Promise<void> {
  await clerk.goto(`${origin}/clerk/`);
  await clerk.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await look(clerk, 'sign-in');
  await clerk.getByRole('button', { name: new RegExp(person) }).click();
  await clerk.getByRole('heading', { name: 'Heute' }).waitFor();
  await clerk.getByRole('combobox', { name: 'Ihr Platz' }).selectOption({ label: 'Platz 3, Leinfelden' });
  await look(clerk, 'today');
}

export async function pairTablet({ origin, clerk, tablet, look }: Counter): Promise<void> {
  await clerk.getByRole('link', { name: 'Amt' }).click();
  await clerk.getByRole('button', { name: 'Tablet koppeln' }).click();
  const dialog = clerk.getByRole('dialog', { name: 'Tablet koppeln' });
  await dialog.getByRole('textbox', { name: 'Bezeichnung' }).fill('Tablet Platz 3');
  await dialog.getByRole('button', { name: 'Code anzeigen' }).click();
  const code = (await dialog.getByRole('status').locator('output').textContent()) ?? '';
  await look(clerk, 'pairing-code');

  await tablet.goto(`${origin}/tablet/`);
  await tablet.getByRole('textbox').waitFor();
  await look(tablet, 'tablet-pairing');
  await tablet.getByRole('textbox').fill(code);
  await tablet.getByRole('button', { name: 'Koppeln' }).click();
  await tablet.getByRole('heading', { name: 'Dieses Gerät' }).waitFor();
  await look(tablet, 'tablet-paired');
  await tablet.getByRole('button', { name: 'Zurück' }).click();
  await tablet.getByRole('heading', { name: 'Guten Tag.' }).waitFor();
  await look(tablet, 'tablet-idle');
  await dialog.getByRole('button', { name: 'Fertig' }).click();
  await clerk.getByRole('rowheader', { name: 'Tablet Platz 3' }).waitFor();
  await look(clerk, 'office');
}

/** The clerk opens the case from the register's record and fills in what the family brought along. */
export async function prepareCase({ clerk, look }: Counter): Promise<string> {
  await clerk.getByRole('link', { name: 'Heute' }).click();
  await clerk.getByRole('button', { name: /Neuer Vorgang/ }).click();
  const dialog = clerk.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Familienname' }).fill('Șerban-Wójcik');
  await dialog.getByRole('textbox', { name: 'Vornamen' }).fill('Aleksandra Maria');
  await dialog.getByRole('textbox', { name: 'Tag' }).fill('16');
  await dialog.getByRole('textbox', { name: 'Monat' }).fill('4');
  await dialog.getByRole('textbox', { name: 'Jahr' }).fill('1987');
  await dialog.getByRole('textbox', { name: 'Letzte Wohnanschrift' }).fill('Reinsburgstraße 112 a, 70197 Stuttgart');
  await dialog.getByRole('button', { name: 'Register fragen' }).click();
  await dialog.getByRole('button', { name: 'Mit diesen Daten anlegen' }).waitFor();
  await look(clerk, 'new-case');
  await dialog.getByRole('button', { name: 'Mit diesen Daten anlegen' }).click();
  await clerk.waitForURL(/\/cases\//);
  await clerk.getByRole('heading', { level: 1, name: /Șerban-Wójcik/ }).waitFor();
  await look(clerk, 'case');
  // The mother confirms for all of them; who else came along need not be identified.
  const mother = clerk.getByRole('group', { name: /Aleksandra/ });
  await mother.getByRole('button', { name: 'vorgelegt' }).click();
  await mother.getByRole('button', { name: 'vorgelegt', pressed: true }).waitFor();
  await fillFields(clerk, leaves('umzug'));
  await fillFields(clerk, leaves('wohnungsgeber'));
  await look(clerk, 'prepared');
  return caseIdOf(clerk);
}

export const caseIdOf = (clerk: Page): string => /\/cases\/([0-9a-f-]+)/.exec(clerk.url())?.[1] ?? '';

export async function handOver({ clerk, tablet, look }: Counter): Promise<void> {
  await clerk.getByRole('button', { name: 'Ans Tablet geben' }).click();
  await tablet.getByRole('button', { name: 'Beginnen' }).waitFor();
  await look(tablet, 'tablet-cover');
  await look(clerk, 'handed-over');
}

/** The citizen assures, reads every step and fills in what only the family knows. */
export async function fillIn({ tablet, look }: Counter): Promise<void> {
  await tablet.getByRole('button', { name: 'Beginnen' }).click();
  await tablet.getByRole('heading', { name: 'Sie handeln auch für andere' }).waitFor();
  await look(tablet, 'tablet-entitlement');
  await tablet.getByRole('button', { name: 'Ich versichere es und habe es gelesen' }).click();
  for (const step of citizenSteps()) {
    await tablet.getByRole('heading', { level: 1, name: step.heading }).waitFor();
    await fillFields(tablet, step.leaves);
    await look(tablet, `tablet-fill-${step.id}`);
    await tablet.getByRole('button', { name: /^(Weiter|Zur Prüfung)$/ }).click();
  }
  await tablet.getByRole('heading', { name: 'Bitte alles prüfen' }).waitFor();
}

/** Reads the whole declaration to its end and goes on. */
export async function review({ tablet, clerk, look }: Counter): Promise<void> {
  await look(tablet, 'tablet-review');
  await look(clerk, 'while-reviewing');
  const readOn = tablet.getByRole('button', { name: 'Weiter lesen' });
  const next = tablet.getByRole('button', { name: 'Weiter', exact: true });
  for (;;) {
    await readOn.or(next).first().waitFor();
    if (await next.isVisible()) break;
    // It becomes „Weiter“ the moment the last part is seen, perhaps under the finger.
    await readOn.click({ timeout: 1_000 }).catch(() => undefined);
  }
  await look(tablet, 'tablet-review-read');
  await next.click();
  await tablet.getByRole('heading', { name: 'Wie möchten Sie bestätigen?' }).waitFor();
  await look(tablet, 'tablet-how');
}

export async function sign({ tablet, look }: Counter): Promise<void> {
  await tablet.getByRole('button', { name: /Mit Unterschrift/ }).click();
  await tablet.getByRole('heading', { name: 'Ihre Unterschrift' }).waitFor();
  await signWithPen(tablet);
  await look(tablet, 'tablet-sign');
  await tablet.getByRole('button', { name: 'Fertig' }).click();
  await tablet.getByRole('heading', { name: 'Danke. Es ist bestätigt.' }).waitFor();
  await look(tablet, 'tablet-done');
}

/** The clerk accepts, notes the entry in the register and hands the Meldebestätigung out. */
export async function decide({ clerk, look }: Counter): Promise<void> {
  await clerk.getByRole('button', { name: 'Annehmen und siegeln' }).waitFor();
  await look(clerk, 'confirmed');
  await clerk.getByRole('button', { name: 'Annehmen und siegeln' }).click();
  await clerk.getByRole('button', { name: 'Registereintrag ist erfolgt' }).waitFor();
  await look(clerk, 'sealed');
  await clerk.getByRole('button', { name: 'Registereintrag ist erfolgt' }).click();
  await clerk.getByRole('button', { name: 'Meldebestätigung aushändigen' }).waitFor();
  await look(clerk, 'entered');
  await clerk.getByRole('button', { name: 'Meldebestätigung aushändigen' }).click();
  await clerk.getByRole('button', { name: 'Vorgang abschließen' }).waitFor();
  await look(clerk, 'handed-out');
}

/** The citizen takes a copy along as a code and leaves; the tablet forgets. Gives where the code leads. */
export async function leave({ tablet, look }: Counter): Promise<string> {
  // Read as it comes: when the tablet has been wiped, the browser knows no answer of before.
  const offered = tablet
    .waitForResponse((answer) => answer.url().endsWith('/copy') && answer.ok())
    .then(async (answer) => (await answer.json()) as { path: string });
  await tablet.getByRole('button', { name: 'Code zeigen' }).click();
  await tablet.getByRole('img', { name: 'QR-Code zu Ihrer Kopie' }).waitFor();
  await look(tablet, 'tablet-copy');
  await tablet.getByRole('button', { name: 'Fertig' }).click();
  await tablet.getByRole('heading', { name: 'Guten Tag.' }).waitFor();
  return (await offered).path;
}

/** The citizen's own phone opens the copy, once, with the birth date. */
export async function fetchCopy({ origin, look }: Counter, phone: Page, path: string): Promise<void> {
  await phone.goto(`${origin}${path}`);
  await phone.getByRole('button', { name: 'Kopie herunterladen' }).waitFor();
  await look(phone, 'copy');
  await phone.getByRole('textbox', { name: 'Tag' }).fill('16');
  await phone.getByRole('textbox', { name: 'Monat' }).fill('4');
  await phone.getByRole('textbox', { name: 'Jahr' }).fill('1987');
  await phone.getByRole('button', { name: 'Kopie herunterladen' }).click();
  await phone.getByText('Ihre Kopie ist heruntergeladen.').waitFor();
  await look(phone, 'copy-fetched');
}

export async function finish({ clerk, look }: Counter): Promise<void> {
  await clerk.getByRole('button', { name: 'Vorgang abschließen' }).click();
  await clerk.getByText('Der Vorgang ist abgeschlossen.').first().waitFor();
  await look(clerk, 'finished');
}

/** The steps the tablet shows for the family, with what belongs into each. */
const citizenSteps = () =>
  stepsOf(services.anmeldung, familyOfFour).map((step) => ({
    id: step.id,
    // The name follows as far as it is known.
    heading: new RegExp(`^${step.title.de}(:|$)`),
    leaves: step.sections.flatMap(({ id }) => leaves(id)).filter(({ field }) => field.by !== 'clerk'),
  }));
