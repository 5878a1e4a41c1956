import { beforeAll, describe, expect, test, vi } from 'vitest';
import { familyOfFour } from '../../../../shared/services/anmeldung/examples.ts';
import { ProblemError } from '../../../kit/problem.ts';
import { createCase } from './create-case.ts';
import type { CaseView, Requests } from './requests.ts';

beforeAll(() => {
  vi.stubGlobal('document', { activeElement: null });
  vi.stubGlobal('HTMLElement', class {});
});

describe('an open case', () => {
  test('shows what the office has, and rereads when another version is heard of', async () => {
    const { model, office } = anOpenCase();
    await model.reread();
    office.view = aView(5);
    model.hear({ about: 'case', id: 'another', version: 9 });
    model.hear({ about: 'case', id: 'c1', version: 1 });
    await settled();
    expect(office.reads).toBe(1);
    model.hear({ about: 'case', id: 'c1', version: 5 });
    await settled();
    expect([office.reads, model.view()?.version]).toEqual([2, 5]);
  });

  test('is never taken back to an older version by an answer that comes late', async () => {
    const { model } = anOpenCase(aView(7));
    await model.reread();
    await model.act('accept', () => Promise.resolve(aView(6)));
    expect(model.view()?.version).toBe(7);
  });

  test('does one thing at a time: a second press does nothing', async () => {
    const { model } = anOpenCase();
    await model.reread();
    const done = vi.fn(() => settled().then(() => aView(2)));
    const [first, second] = await Promise.all([model.act('accept', done), model.act('accept', done)]);
    expect([first, second, done.mock.calls.length]).toEqual([true, false, 1]);
  });

  test('says at the action why it was refused, and reads what is true now', async () => {
    const { model, office } = anOpenCase();
    await model.reread();
    office.view = aView(3);
    const refused = new ProblemError({ code: 'desk-busy', status: 409, title: 'Auf dem Tablet liegt ein anderer.' });
    expect(await model.act('hand-over', () => Promise.reject(refused))).toBe(false);
    await settled();
    expect(model.problemOf('hand-over')).toMatchObject({ de: 'Auf dem Tablet liegt ein anderer.' });
    expect([model.problemOf('accept'), model.view()?.version]).toEqual([undefined, 3]);
  });

  test('keeps what the clerk wrote on top while it is on its way', async () => {
    const { model, office } = anOpenCase();
    await model.reread();
    office.isReachable = false;
    model.left('persons.p1.geburtsort', 'Danzig');
    await model.reread();
    expect(JSON.stringify(model.answers())).toContain('Danzig');
    expect(model.saveState()).toBe('waiting');
  });

  test('hands nothing over before everything is saved', async () => {
    const { model, office } = anOpenCase();
    await model.reread();
    office.isReachable = false;
    model.left('persons.p1.geburtsort', 'Danzig');
    const handOver = vi.fn(() => Promise.resolve(aView(9)));
    expect(await model.act('hand-over', handOver)).toBe(false);
    expect([handOver.mock.calls.length, model.problem()?.code]).toEqual([0, 'network']);
  });

  test('tells what the form has no place for, and sends nothing', async () => {
    const { model, office } = anOpenCase();
    await model.reread();
    model.left('gibtEsNicht', 'x');
    expect([office.written, model.problem()?.code]).toEqual([[], 'answer-unknown']);
  });

  test('sends nothing when a field was left as it was', async () => {
    const { model, office } = anOpenCase();
    await model.reread();
    model.left('persons.p1.geburtsort', 'Łódź');
    expect(office.written).toEqual([]);
  });
});

const settled = () => new Promise((resolve) => void setTimeout(resolve, 5));

function anOpenCase(view = aView(1)) {
  const office = { view, reads: 0, written: [] as string[], isReachable: true };
  const answer = () =>
    office.isReachable ? Promise.resolve(office.view) : Promise.reject(new ProblemError({ code: 'network' }));
  const requests: Partial<Requests> = {
    read: () => {
      office.reads += 1;
      return answer();
    },
    write: (path) => {
      office.written.push(path);
      return answer();
    },
  };
  // The model asks for nothing else before an action does.
  return { model: createCase({ caseId: 'c1', officeAgs: '08116078', requests: requests as Requests }), office };
}

/** Only what the model itself reads. */
const aView = (version: number) =>
  ({
    caseId: 'c1',
    service: 'anmeldung',
    state: 'prepared',
    version,
    answers: familyOfFour,
    changedByCitizen: [],
    register: null,
    entitlementAssuredAt: null,
  }) as unknown as CaseView;
