import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringCase, type Counter, eventsOf, must, refusal, startCounter } from '../../../tests/support/counter.ts';
import { pairedTablet } from '../../../tests/support/tablet.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';

/** Somebody types while the clerk takes the case back: nothing typed is lost, and the recall stays a recall. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const at = (caseId: string) => tabletSteps(counter, caseId);
const desk = (caseId: string) => {
  const route = counter.clerk.cases[':caseId'];
  const param = { caseId };
  return {
    read: () => must(route.$get({ param })),
    recall: () => must(route.recall.$post({ param })),
    write: (path: string, value: string) => must(route.answers.$put({ param, json: { path, value } })),
    handOver: () => must(route.handover.$post({ param, json: { deskId: 'echterdingen-1' } })),
  };
};
const typed = { path: 'persons.p1.geburtsort', value: 'Wisła' };
const saved = [409, 'answers-after-recall'];
const refused = [409, 'case-recalled'];

describe('what was typed just before a recall', () => {
  test('arrives just after it, is the citizen’s, and the clerk reads it at once', async () => {
    const caseId = await bringCase(counter, 'filling');
    const { version } = await desk(caseId).recall();
    expect(await refusal(at(caseId).write(typed))).toEqual(saved);
    const seen = await desk(caseId).read();
    expect(seen).toMatchObject({ state: 'prepared', deskId: null, changedByCitizen: [typed.path] });
    expect(seen.version).toBeGreaterThan(version);
    expect(JSON.stringify(seen.answers)).toContain('Wisła');
    // The same once more, as a page that goes away sends it, changes nothing.
    expect(await refusal(at(caseId).write(typed))).toEqual(saved);
    expect((await desk(caseId).read()).version).toBe(seen.version);
    expect(await refusal(at(caseId).read())).toEqual(refused);
  });

  test('does not come over what the clerk has changed since, and everything else still arrives', async () => {
    const caseId = await bringCase(counter, 'filling');
    await desk(caseId).recall();
    await desk(caseId).write(typed.path, 'Łódź-Bałuty');
    const other = { path: 'persons.p1.geburtsname', value: 'Wójcik' };
    expect(await refusal(at(caseId).write(typed, other))).toEqual(refused);
    expect(await refusal(at(caseId).write(other))).toEqual(saved);
    const { answers } = await desk(caseId).read();
    expect(JSON.stringify(answers)).toContain('Łódź-Bałuty');
    expect(JSON.stringify(answers)).not.toContain('Wisła');
  });

  test('keeps to what the clerk may see', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(at(caseId).showAtEnd(true));
    await desk(caseId).recall();
    expect(await refusal(at(caseId).write(typed))).toEqual(saved);
    expect(JSON.stringify(await desk(caseId).read())).not.toContain('Wisła');
  });

  test('is the citizen’s in the evidence when the case is handed over the next time', async () => {
    const caseId = await bringCase(counter, 'filling');
    await desk(caseId).recall();
    await refusal(at(caseId).write(typed));
    await desk(caseId).handOver();
    expect((await eventsOf(counter, caseId)).slice(-3)).toEqual(['recalled', 'answers-changed', 'handed-over']);
  });

  test.for<[string, (caseId: string) => Promise<unknown>, unknown]>([
    ['a minute and a half later', async () => counter.pass(91), refused],
    ['once the case was handed over anew', (caseId) => desk(caseId).handOver(), [409, 'case-not-in-state']],
    [
      'once the clerk has ended the case',
      (caseId) => must(counter.clerk.cases[':caseId'].finish.$post({ param: { caseId } })),
      refused,
    ],
  ])('is refused %s', async ([, meanwhile, expected]) => {
    const caseId = await bringCase(counter, 'filling');
    await desk(caseId).recall();
    await meanwhile(caseId);
    expect(await refusal(at(caseId).write(typed))).toEqual(expected);
  });

  test('is refused where nobody was filling in', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    await desk(caseId).recall();
    expect(await refusal(at(caseId).write(typed))).toEqual(refused);
  });

  test('counts from the tablet that showed it, not from another one at the same desk', async () => {
    const caseId = await bringCase(counter, 'filling');
    await desk(caseId).recall();
    const tablet = await pairedTablet(counter, 'echterdingen-1');
    expect(await refusal(tabletSteps({ tablet }, caseId).write(typed))).toEqual(refused);
    expect(JSON.stringify((await desk(caseId).read()).answers)).not.toContain('Wisła');
    counter.tablet = tablet;
  });
});
