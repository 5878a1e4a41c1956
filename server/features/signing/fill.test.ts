import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { services } from '../../../shared/services/catalogue.ts';
import { bringCase, type Counter, eventsOf, must, refusal, startCounter } from '../../../tests/support/counter.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';

/** What is filled in, and who sees it when. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const at = (caseId: string) => tabletSteps(counter, caseId);
const clerkSees = (caseId: string) => must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));

describe('filling in', () => {
  test('reaches the clerk as the fields are left, with what the citizen changed', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Warszawa' }));
    const seen = await clerkSees(caseId);
    expect(seen.changedByCitizen).toEqual(['persons.p1.geburtsort']);
    expect(JSON.stringify(seen.answers)).toContain('Warszawa');
    expect(seen.register).toMatchObject({ 'persons.p1.geburtsort': 'Łódź' });
  });

  test('stays with the citizen until the review where he wants that', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).showAtEnd(true));
    await must(at(caseId).write({ path: 'persons.p1.vornamen', value: 'Wisława' }));
    const before = await clerkSees(caseId);
    expect(JSON.stringify(before)).not.toContain('Wisława');
    expect(before).toMatchObject({ showsAtEnd: true, changedByCitizen: [] });
    const { cases } = await must(counter.clerk.cases.$get({ query: { search: 'Wislawa' } }));
    expect(cases).toEqual([]);
    // Taken back to the desk it is still not the clerk's to read.
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    expect(JSON.stringify(await clerkSees(caseId))).not.toContain('Wisława');
  });

  test('is shown whole at the review', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).showAtEnd(true));
    await must(at(caseId).showAtEnd(true));
    await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Wisła' }));
    await must(at(caseId).review());
    expect(JSON.stringify(await clerkSees(caseId))).toContain('Wisła');
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'shown-at-end')).toHaveLength(1);
  });

  test('keeps sensitive fields from the clerk until the review', async () => {
    const caseId = await bringCase(counter, 'filling');
    const paths = sensitivePaths();
    expect(paths.length).toBeGreaterThan(0);
    const [path = ''] = paths;
    await must(at(caseId).write({ path: path.replace('persons.', 'persons.p1.'), value: true }));
    expect((await clerkSees(caseId)).changedByCitizen).toEqual([]);
    await must(at(caseId).review());
    expect((await clerkSees(caseId)).changedByCitizen).toEqual([path.replace('persons.', 'persons.p1.')]);
  });

  test.for<[string, number, string, { path: string; value: string | string[] }]>([
    ['of a field that the form does not have', 422, 'answer-unknown', { path: 'persons.p1.schuhgroesse', value: '44' }],
    ['into the machinery of objects', 422, 'answer-unknown', { path: '__proto__.x', value: 'y' }],
    [
      'R-096 with a nationality that only the office enters',
      403,
      'answer-by-office',
      { path: 'persons.p1.staatsangehoerigkeiten', value: ['998'] },
    ],
    ['of what the office fills in', 403, 'answer-by-office', { path: 'papier.einzugsdatum', value: '2026-11-13' }],
  ])('is refused %s, and the rest of the request with it', async ([, status, code, write]) => {
    const caseId = await bringCase(counter, 'filling');
    const { version } = await must(at(caseId).read());
    const good = { path: 'persons.p1.geburtsort', value: 'Gdańsk' };
    expect(await refusal(at(caseId).write(good, write))).toEqual([status, code]);
    expect(await must(at(caseId).read())).toMatchObject({ version });
  });

  test('keeps a nationality that the office entered, and takes another one beside it', async () => {
    const caseId = await bringCase(counter, 'filling');
    const path = 'persons.p1.staatsangehoerigkeiten';
    await must(counter.clerk.cases[':caseId'].recall.$post({ param: { caseId } }));
    await must(counter.clerk.cases[':caseId'].answers.$put({ param: { caseId }, json: { path, value: ['998'] } }));
    const param = { caseId };
    await must(counter.clerk.cases[':caseId'].handover.$post({ param, json: { deskId: 'echterdingen-1' } }));
    await must(at(caseId).begin());
    await must(at(caseId).write({ path, value: ['998', '154'] }));
  });

  test('the same again changes nothing', async () => {
    const caseId = await bringCase(counter, 'filling');
    const once = await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }));
    expect(await must(at(caseId).write({ path: 'persons.p1.geburtsort', value: 'Gdańsk' }))).toEqual(once);
  });
});

/** Yes-no fields of the persons that are marked sensitive, read from the definition itself. */
function sensitivePaths(): string[] {
  return services.anmeldung.definition.sections
    .filter(({ each }) => each === 'persons')
    .flatMap(({ fields }) => fields)
    .filter(({ sensitive, kind, by }) => sensitive && kind === 'yes-no' && by === undefined)
    .map(({ id }) => `persons.${id}`);
}
