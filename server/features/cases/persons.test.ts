import type { Answer } from '../../../shared/forms/answers.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bringCase,
  type Counter,
  eventsOf,
  leaseOf,
  must,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { tabletSteps } from '../../../tests/support/tablet-steps.ts';

/** Five came instead of four: how many a case is about is corrected at the desk. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const of = (caseId: string) => {
  const route = counter.clerk.cases[':caseId'];
  const param = { caseId };
  return {
    read: () => must(route.$get({ param })),
    write: (path: string, value: Answer) => route.answers.$put({ param, json: { path, value } }),
    identify: (person: string) =>
      must(route.identifications.$post({ param, json: { person, document: 'PA', result: 'shown' } })),
    signers: (...ids: string[]) =>
      must(
        route.signers.$put({
          param,
          json: { signers: ids.map((id) => ({ id, role: 'self' as const, name: `Person ${id}` })) },
        }),
      ),
    handOver: () => must(route.handover.$post({ param, json: { deskId: 'echterdingen-1' } })),
  };
};
const idsIn = (answers: Record<string, unknown>) => (answers['persons'] as { id: string }[]).map(({ id }) => id); // The definition's list of persons.

describe('the clerk', () => {
  test('adds a person, and the tablet shows one more', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const after = await must(of(caseId).write('persons.p5', {}));
    expect([after.persons, idsIn(after.answers)]).toEqual([5, ['p1', 'p2', 'p3', 'p4', 'p5']]);
    await of(caseId).handOver();
    const cover = await must(counter.tablet.browser.api.api.counter.$get());
    expect(cover.case).toMatchObject({ caseId, persons: 5 });
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'answers-changed')).toHaveLength(1);
  });

  test('adding the same person again changes nothing', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const once = await must(of(caseId).write('persons.p5', {}));
    expect(await must(of(caseId).write('persons.p5', {}))).toEqual(once);
  });

  test('takes a person away, also one the register filled in', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const after = await must(of(caseId).write('persons.p4', null));
    expect([after.persons, idsIn(after.answers)]).toEqual([3, ['p1', 'p2', 'p3']]);
    expect(await must(of(caseId).write('persons.p4', null))).toEqual(after);
  });

  test('adds no ninth person', async () => {
    const caseId = await bringCase(counter, 'prepared');
    for (const id of ['p5', 'p6', 'p7', 'p8']) await must(of(caseId).write(`persons.${id}`, {}));
    expect(await refusal(of(caseId).write('persons.p9', {}))).toEqual([422, 'answer-unknown']);
    expect((await of(caseId).read()).persons).toBe(8);
  });

  test.for<[string, string, Answer]>([
    ['one by one', 'persons.p1', null],
    ['as an empty list', 'persons', []],
    ['by deleting the list', 'persons', null],
  ])('takes nobody away who is the last: %s', async ([, path, value]) => {
    const caseId = await bringCase(counter, 'prepared', { persons: 1 });
    expect(await refusal(of(caseId).write(path, value))).toEqual([409, 'last-person']);
    expect((await of(caseId).read()).persons).toBe(1);
  });

  test('who takes a person away no longer asks her to confirm, nor counts her as identified', async () => {
    const caseId = await bringCase(counter, 'prepared');
    await of(caseId).identify('p2');
    await of(caseId).signers('p1', 'p2');
    const without = await must(of(caseId).write('persons.p2', null));
    expect(without.signers.map(({ id }) => id)).toEqual(['p1']);
    expect(without.identifications.map(({ person }) => person)).toEqual(['p1']);
    expect(await eventsOf(counter, caseId)).toContain('signers-set');
    // Whoever takes the place in the list is somebody else.
    const anew = await must(of(caseId).write('persons.p2', {}));
    expect(anew.identifications.map(({ person }) => person)).toEqual(['p1']);
    expect(anew.signers.map(({ id }) => id)).toEqual(['p1']);
  });

  test('taking a person away after the confirmation voids it', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const after = await must(of(caseId).write('persons.p4', null));
    expect(after).toMatchObject({ state: 'filling', persons: 3, acts: [{ state: 'void' }] });
  });

  test('cannot while the tablet shows the frozen revision', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    expect(await refusal(of(caseId).write('persons.p4', null))).toEqual([409, 'case-leased']);
  });
});

describe('the citizen', () => {
  test('takes nobody away about whom the office has filled something in', async () => {
    const caseId = await bringCase(counter, 'filling');
    await must(of(caseId).write('persons.p4.beziehung', 'child'));
    const removal = tabletSteps(counter, caseId).write({ path: 'persons.p4', value: null });
    expect(await refusal(removal)).toEqual([403, 'answer-by-office']);
    expect((await of(caseId).read()).persons).toBe(4);
  });

  test('never takes away the last person either', async () => {
    const caseId = await bringCase(counter, 'filling', { persons: 1 });
    const removal = tabletSteps(counter, caseId).write({ path: 'persons', value: null });
    expect((await refusal(removal))[0]).toBeGreaterThanOrEqual(403);
    expect((await of(caseId).read()).persons).toBe(1);
  });

  test('who takes away a person takes her identification along', async () => {
    const caseId = await bringCase(counter, 'prepared');
    await must(of(caseId).write('persons.p5', {}));
    await of(caseId).identify('p5');
    await of(caseId).handOver();
    const steps = tabletSteps(counter, caseId);
    await must(steps.begin());
    await must(steps.assure());
    await must(steps.write({ path: 'persons.p5', value: null }));
    expect((await of(caseId).read()).identifications.map(({ person }) => person)).toEqual(['p1']);
    const { declaration } = await leaseOf(counter.tablet, caseId);
    expect(declaration).not.toContain('"p5"');
  });
});
