import type { Locator, Page } from '@playwright/test';
import type { Address, Answers } from '../../shared/forms/answers.ts';
import { type AskedLeaf, askedLeaves, askedSections } from '../../shared/forms/asked.ts';
import type { ServiceDefinition } from '../../shared/forms/definition.ts';
import { isAddress } from '../../shared/forms/paths.ts';
import { fieldIdOf } from '../../apps/kit/form/form-context.ts';

/**
 * Fills in what is still empty, field by field, by what stands beside the fields. Which fields there are and what
 * belongs into them comes from the definition and the example, so the story needs no list of its own. Fields that
 * the register fills in a demo office (code lists, names) are left to it.
 */
export async function fillFields(page: Page, leaves: readonly AskedLeaf[]): Promise<void> {
  for (const leaf of leaves) await fillField(page, leaf);
}

/** The fields of a section that the example answers, in the order they are asked. */
export function leavesOf(definition: ServiceDefinition, answers: Answers, sectionId: string): readonly AskedLeaf[] {
  const section = askedSections(definition, answers).find(({ id }) => id === sectionId);
  if (!section) throw new Error(`the example is not asked ${sectionId}`);
  return askedLeaves(section).filter(({ value }) => value !== undefined);
}

async function fillField(page: Page, { field, path, value }: AskedLeaf): Promise<void> {
  const place = page.locator(`[id="${fieldIdOf(path)}"]`);
  await unfold(page, place);
  await place.waitFor();
  if (field.kind === 'yes-no') await choose(place, value === true ? 'Ja' : 'Nein');
  else if (field.kind === 'choice' && typeof value === 'string') await choose(place, field.options[value] ?? '');
  else if (field.kind === 'date' && typeof value === 'string') await fillDate(place, value);
  else if (isAddress(value)) await fillAddress(place, value);
  else if (typeof value === 'string' && (field.kind === 'text' || field.kind === 'name')) await fillText(place, value);
}

/** Somebody who wants to fill in what is voluntary opens it first. */
async function unfold(page: Page, place: Locator): Promise<void> {
  const folded = page.locator('details:not([open])').filter({ has: place });
  if ((await folded.count()) > 0) await folded.locator('summary').click();
}

/** A group that is no radio group is a list to choose from, which only the register fills. */
async function choose(group: Locator, label: string): Promise<void> {
  const isOpen =
    (await group.getByRole('radio').count()) > 0 && (await group.getByRole('radio', { checked: true }).count()) === 0;
  if (isOpen) await group.getByRole('radio', { name: label, exact: true }).check();
}

async function fillText(input: Locator, value: string): Promise<void> {
  if ((await input.inputValue()) !== '') return;
  await input.fill(value);
  await input.blur();
}

async function fillDate(group: Locator, date: string): Promise<void> {
  if ((await group.getByRole('textbox', { name: 'Jahr' }).inputValue()) !== '') return;
  const [year = '', month = '', day = ''] = date.split('-');
  for (const [label, part] of [
    ['Tag', day],
    ['Monat', month],
    ['Jahr', year],
  ] as const)
    await group.getByRole('textbox', { name: label }).fill(part);
  await group.getByRole('textbox', { name: 'Jahr' }).blur();
}

/** Fields that the office has filled in by itself, such as its own town, are left as they are. */
async function fillAddress(group: Locator, address: Address): Promise<void> {
  if ((await group.getByRole('textbox', { name: 'Straße' }).inputValue()) !== '') return;
  for (const [label, part] of [
    ['Straße', address.street],
    ['Hausnummer', address.houseNumber],
    ['Zusatz', address.addition],
    ['Postleitzahl', address.postcode],
    ['Ort', address.city],
  ] as const) {
    const input = group.getByRole('textbox', label === 'Zusatz' ? { name: label } : { name: label, exact: true });
    if (part !== undefined && (await input.isEditable())) await input.fill(part);
  }
  const district = group.getByRole('combobox', { name: 'Ortsteil' });
  if (address.district !== undefined && (await district.count()) > 0) await district.selectOption(address.district);
  await group.getByRole('textbox', { name: 'Straße' }).focus();
  await group.getByRole('textbox', { name: 'Straße' }).blur();
}
