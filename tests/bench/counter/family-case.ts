import { randomUUID } from 'node:crypto';
import { familyOfFour } from '../../../shared/services/anmeldung/examples.ts';
import type { WriteAnswer } from '../../../shared/wire/cases.ts';
import type { InferInput } from 'valibot';
import type { Browser } from '../../support/browser.ts';

type Value = InferInput<typeof WriteAnswer>['value'];

/** A case of the family from Stuttgart with every answer written by the clerk, so that it can go straight to the review. */
export async function openFamilyCase(clerk: Browser): Promise<string> {
  const { cases } = clerk.api.api;
  const caseId = await openCase(clerk);
  // Persons first: what is asked of them decides which other answers have a place.
  for (const [path, value] of Object.entries(familyOfFour).toReversed())
    await writeField(clerk, caseId, path, value as Value);
  const shown = { person: 'p1', document: 'PA', result: 'shown' } as const;
  await well(cases[':caseId'].identifications.$post({ param: { caseId }, json: shown }));
  return caseId;
}

/** A case of four persons that nothing is known of yet. */
export async function openCase(clerk: Browser): Promise<string> {
  const caseId: string = randomUUID();
  await well(clerk.api.api.cases.$post({ json: { caseId, service: 'anmeldung', persons: 4 } }));
  return caseId;
}

/** One field, as the clerk leaves it. */
export const writeField = (clerk: Browser, caseId: string, path: string, value: Value): Promise<void> =>
  well(clerk.api.api.cases[':caseId'].answers.$put({ param: { caseId }, json: { path, value } }));

/** An answer that must have gone well, read to its end. */
export async function well(answer: Promise<{ ok: boolean; status: number; text(): Promise<string> }>): Promise<void> {
  const got = await answer;
  const body = await got.text();
  if (!got.ok) throw new Error(`${got.status} ${body}`);
}
