import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '../../../shared/declaration/declaration.ts';
import { bringCase, type Counter, must, refusal, startCounter } from '../../../tests/support/counter.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';

/** A citizen's turn at the tablet: who helps, what was changed, whom one waits for, what was said when declining. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const at = (caseId: string) => tabletSteps(counter, caseId);
const clerkSees = (caseId: string) => must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
const deskIs = () => must(counter.tablet.browser.api.api.counter.$get());

describe('what lies on the desk', () => {
  test('is one answer: the cover before the citizen begins, the case itself afterwards', async () => {
    const caseId = await bringCase(counter, 'handed-over');
    expect(await deskIs()).toMatchObject({ case: { caseId }, open: null });
    await must(at(caseId).begin());
    const desk = await deskIs();
    expect(desk.open).toEqual(await must(at(caseId).read()));
    expect(desk.open?.needsEntitlement).toBe(true);
  });
});

describe('who helps', () => {
  test('is said at the beginning, can be changed, and stands in the declaration with what was read aloud', async () => {
    const caseId = await bringCase(counter, 'handed-over');
    await must(at(caseId).begin('translated'));
    await must(at(caseId).assure());
    expect((await must(at(caseId).read())).assistance).toEqual(['translated']);
    await must(at(caseId).helped('translated', 'accompanied'));
    const lease = await must(at(caseId).review('read-aloud'));
    const { assistance } = JSON.parse(lease.declaration) as Declaration; // As the server froze it.
    expect(assistance).toEqual(['accompanied', 'read-aloud', 'translated']);
    expect((await must(at(caseId).read())).assistance).toEqual(assistance);
    expect(await refusal(at(caseId).helped())).toEqual([409, 'case-leased']);
  });

  test('counts for whoever said it: the next one at the tablet begins without', async () => {
    const caseId = await bringCase(counter, 'handed-over');
    await must(at(caseId).begin('accompanied'));
    const param = { caseId };
    await must(counter.clerk.cases[':caseId'].recall.$post({ param }));
    await must(counter.clerk.cases[':caseId'].handover.$post({ param, json: { deskId: 'echterdingen-1' } }));
    await must(at(caseId).begin());
    expect((await must(at(caseId).read())).assistance).toEqual([]);
  });
});

describe('what the citizen changed', () => {
  test('is known after a reload: another value in place of one, not a value where nothing stood', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }));
    await must(at(caseId).write({ path: 'persons.p1.kuenstlername', value: 'Ala' }));
    await must(at(caseId).write({ path: 'persons.p1.kuenstlername', value: 'Alicja' }));
    const open = await must(at(caseId).read());
    expect(open.changed).toEqual(['persons.p1.geburtsort']);
    expect(open.prefilled).not.toContain('persons.p1.geburtsort');
    // The clerk reads both.
    expect((await clerkSees(caseId)).changedByCitizen.toSorted()).toEqual([
      'persons.p1.geburtsort',
      'persons.p1.kuenstlername',
    ]);
  });

  test('is no change any more once the clerk writes it, nor for whoever sits there next', async () => {
    const caseId = await bringCase(counter, 'filling');
    const param = { caseId };
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }));
    await must(at(caseId).write({ path: 'persons.p2.geburtsort', value: 'Iași' }));
    const json = { path: 'persons.p1.geburtsort', value: 'Gdynia' };
    await must(counter.clerk.cases[':caseId'].answers.$put({ param, json }));
    expect((await must(at(caseId).read())).changed).toEqual(['persons.p2.geburtsort']);
    await must(counter.clerk.cases[':caseId'].recall.$post({ param }));
    await must(counter.clerk.cases[':caseId'].handover.$post({ param, json: { deskId: 'echterdingen-1' } }));
    await must(at(caseId).begin());
    expect((await must(at(caseId).read())).changed).toEqual([]);
  });
});

describe('waiting for the office', () => {
  test('is told to whoever shows the case, once, and ends with the review', async () => {
    const caseId = await bringCase(counter, 'filling');
    const waiting = await must(at(caseId).awaitOffice());
    expect(waiting.awaitsOffice).toBe(true);
    expect((await must(at(caseId).awaitOffice())).version).toBe(waiting.version);
    await must(at(caseId).review());
    expect((await must(at(caseId).read())).awaitsOffice).toBe(false);
  });

  test('ends with a recall, and nobody waits before he has begun', async () => {
    const caseId = await bringCase(counter, 'handed-over');
    expect(await refusal(at(caseId).awaitOffice())).toEqual([409, 'case-not-in-state']);
    await must(at(caseId).begin());
    await must(at(caseId).awaitOffice());
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    expect(await clerkSees(caseId)).toMatchObject({ awaitsOffice: false });
  });
});

describe('declining', () => {
  test('carries a word to the clerk, and the evidence only that something was said', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    await must(at(caseId).decline('Mein Mann möchte dabei sein.'));
    expect(await clerkSees(caseId)).toMatchObject({ state: 'declined', declinedNote: 'Mein Mann möchte dabei sein.' });
    const rows = await counter.sql<{ details: Record<string, string> }[]>`
      select details from evidence_entries where case_id = ${caseId} and event = 'declined'`;
    expect(rows[0]?.details).toEqual({ revision: '1', noteHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('needs no word, and takes none with characters that nobody can type', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    expect(await refusal(at(caseId).decline('a\u0000b'))).toEqual([422, 'request-invalid']);
    await must(at(caseId).decline());
    expect(await clerkSees(caseId)).toMatchObject({ declinedNote: null });
  });
});
