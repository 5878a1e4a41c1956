import { expect, type Page } from '@playwright/test';
import { type Browser, makeBrowser } from './browser.ts';
import { must } from './counter.ts';
import type { OfficeWithDoors } from './tablet.ts';

/** Ways to bring a real tablet's screen into a state quickly: its own session acts, and the screen follows. */

/** The doors of the office the journeys run in, for whoever needs no screen. */
export function officeAt(origin: string): OfficeWithDoors {
  const browser = () => makeBrowser(origin, (request) => fetch(request));
  const signedIn = async (staffId: string) => {
    const person = browser();
    await must(person.api.api.staff['sign-in'].$post({ json: { staffId } }));
    return person;
  };
  return { browser, signedIn };
}

/** The page becomes the tablet of a desk; it shows what tablet it is. */
export async function pairPage(page: Page, clerk: Browser, wish: { deskId: string; name: string }): Promise<void> {
  const { code } = await must(clerk.api.api.devices.pairings.$post({ json: wish }));
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Koppeln' }).click();
  await page.getByRole('heading', { name: 'Dieses Gerät' }).waitFor();
}

/** What the citizen does, sent by the tablet's own session: `begin`, `entitlement`, `review`. */
export async function actAt(page: Page, caseId: string, step: string, data: object = {}): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`/api/counter/${caseId}/${step}`, { data, headers: { Origin: origin } });
  expect(answer.ok(), `${step}: ${answer.status()}`).toBe(true);
}

/** Chooses in the menu of the reading tools, by the names of the buttons, in any language. */
export async function choose(page: Page, ...names: RegExp[]): Promise<void> {
  await page.getByRole('button', { name: /^(Einstellungen|Settings)$/ }).click();
  const menu = page.getByRole('dialog');
  for (const name of names) await menu.getByRole('button', { name }).click();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
}
