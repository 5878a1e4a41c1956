import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../kit/problem.ts';
import { createCounter, type Gone } from './counter.ts';
import type { Cover, OpenCase, Requests } from './requests.ts';

const cover: Cover = {
  caseId: '0193560a-0000-7000-8000-000000000001',
  number: '26-0001-00001-5',
  service: 'anmeldung',
  serviceVersion: '2026-11',
  persons: 4,
  state: 'handed-over',
  version: 3,
  needsEntitlement: true,
};
const open = (change: Partial<OpenCase> = {}): OpenCase => ({
  ...cover,
  state: 'filling',
  version: 4,
  locale: 'de',
  showsAtEnd: false,
  answers: {},
  prefilled: [],
  changed: [],
  assistance: [],
  awaitsOffice: false,
  signers: [],
  confirmedSigners: [],
  returnedBecause: null,
  ...change,
});

describe('what lies on the desk of this tablet', () => {
  test('a handed-over case shows its cover, and nothing of it is read before the citizen begins', async () => {
    const { counter, office } = counterAt();
    office.now = cover;
    await counter.reread();
    expect(counter.atDesk()).toEqual({ kind: 'cover', cover });
    expect(office.reads).toEqual(['now']);
  });

  test('after a reload an open case is read at once', async () => {
    const { counter, office } = counterAt();
    office.now = { ...cover, state: 'filling' };
    await counter.reread();
    expect(counter.atDesk()).toEqual({ kind: 'open', counterCase: open() });
  });

  test.for<[state: OpenCase['state'], gone: Gone]>([
    ['filling', 'recalled'],
    ['reviewing', 'recalled'],
    ['on-paper', 'recalled'],
    ['declined', 'ended'],
    ['confirmed', 'ended'],
    ['sealed', 'ended'],
  ])('a case that was %s when the desk took it is told as %s', async ([state, expected]) => {
    const { counter, office, gone } = counterAt();
    office.now = { ...cover, state };
    office.open = open({ state });
    await counter.reread();
    office.now = null;
    await counter.reread();
    expect(gone).toEqual([expected]);
  });

  test('another case in place of an open one does not slip in under the citizen’s hands', async () => {
    const { counter, office, gone } = counterAt();
    office.now = { ...cover, state: 'filling' };
    await counter.reread();
    office.now = { ...cover, caseId: '0193560a-0000-7000-8000-000000000002' };
    await counter.reread();
    expect(gone).toEqual(['recalled']);
    expect(counter.atDesk()).toMatchObject({ kind: 'open' });
  });

  test('a message about what is on screen already reads nothing', async () => {
    const { counter, office } = counterAt();
    office.now = { ...cover, state: 'filling' };
    await counter.reread();
    office.reads.length = 0;
    await counter.hear({ about: 'case', id: cover.caseId, version: 4 });
    expect(office.reads).toEqual([]);
    await counter.hear({ about: 'case', id: cover.caseId, version: 5 });
    expect(office.reads).toEqual(['now']);
  });

  test('a hand-over is one request, although it is told twice', async () => {
    const { counter, office } = counterAt();
    await counter.reread();
    office.reads.length = 0;
    office.now = cover;
    await Promise.all([
      counter.hear({ about: 'case', id: cover.caseId, version: 3 }),
      counter.hear({ about: 'desk', id: 'echterdingen-1', version: 1 }),
    ]);
    expect(office.reads).toEqual(['now']);
    expect(counter.atDesk()).toEqual({ kind: 'cover', cover });
  });

  test.for<[string, Cover | null]>([
    ['the cover', cover],
    ['an empty desk', null],
  ])('an answer that tells of %s, asked for before the citizen began, does not end his visit', async ([, old]) => {
    const { counter, office, gone } = counterAt();
    office.now = cover;
    await counter.reread();
    const late = office.holdBack(old);
    const reading = counter.reread();
    office.now = { ...cover, state: 'filling', version: 4 };
    await counter.begin('de', []);
    late.arrives();
    await reading;
    expect(gone).toEqual([]);
    expect(counter.atDesk()).toMatchObject({ kind: 'open', counterCase: { version: 4 } });
  });

  test('what somebody else changed before the tablet’s own write is not missed', async () => {
    const { counter, office } = counterAt();
    office.now = { ...cover, state: 'filling' };
    await counter.reread();
    const write = Promise.resolve().then(() => counter.take(open({ version: 6, prefilled: ['move'] })));
    void counter.wrote(write);
    await counter.hear({ about: 'case', id: cover.caseId, version: 5 });
    expect(counter.atDesk()).toMatchObject({ counterCase: { version: 6, prefilled: ['move'] } });
  });

  test('without the server what is on screen stays', async () => {
    const { counter, office, gone } = counterAt();
    office.now = { ...cover, state: 'filling' };
    await counter.reread();
    office.isGone = true;
    await counter.reread();
    expect(counter.atDesk().kind).toBe('open');
    expect(gone).toEqual([]);
  });

  test('an action the desk overtook shows what is true now', async () => {
    const { counter, office } = counterAt();
    office.now = cover;
    await counter.reread();
    office.now = null;
    office.refusal = 'case-recalled';
    await expect(counter.begin('de', [])).rejects.toThrow('case-recalled');
    expect(counter.atDesk()).toEqual({ kind: 'nothing' });
  });
});

/** A counter whose server answers what the test puts down. */
function counterAt() {
  const office = {
    now: null as Cover | null,
    open: open(),
    isGone: false,
    refusal: undefined as string | undefined,
    reads: [] as string[],
    /** The next answer about the desk says this, and comes when the test lets it. */
    holdBack(said: Cover | null) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise.then(() => ({ case: said, open: null }));
      return { arrives: resolve };
    },
  };
  let held: ReturnType<Requests['now']> | undefined;
  const answer = async <Body>(what: string, body: () => Body): Promise<Body> => {
    office.reads.push(what);
    if (office.isGone) throw new ProblemError({ code: 'network' });
    if (what === 'act' && office.refusal) throw new ProblemError({ code: office.refusal, status: 409 });
    return body();
  };
  const requests: Requests = {
    now: () => {
      const late = held;
      held = undefined;
      if (late) return late;
      return answer('now', () => {
        const isOpen = office.now !== null && office.now.state !== 'handed-over';
        return {
          case: office.now,
          open: isOpen ? { ...office.open, ...office.now, version: office.open.version } : null,
        };
      });
    },
    begin: () => answer('act', () => office.open),
    assure: () => answer('act', () => office.open),
    chooseAssistance: () => answer('act', () => office.open),
    awaitOffice: () => answer('act', () => office.open),
    chooseLocale: () => answer('act', () => office.open),
    showAtEnd: () => answer('act', () => office.open),
    write: () => answer('act', () => ({ kind: 'saved' })),
  };
  const gone: Gone[] = [];
  return { counter: createCounter({ requests, onGone: (why) => gone.push(why) }), office, gone };
}
