import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, fromHex, toHex } from '../../../shared/base/bytes.ts';
import { isIncluded } from '../../../shared/evidence/inclusion.ts';
import { rootOf } from '../../../shared/evidence/merkle.ts';
import { startOffice, type TestOffice } from '../../../tests/support/office.ts';
import { TimestampFailure } from '../../ports/timestamps.ts';
import { appendEvidence } from './actions.ts';
import { closeDays } from './days.ts';
import { exportEvidence, findLastRoot } from './proofs.ts';

let desk: TestOffice;
let authority: 'answers' | 'is silent' | 'lies' = 'answers';
let asked: string[] = [];
beforeEach(async () => {
  desk = await startOffice();
  [authority, asked] = ['answers', []];
});
afterEach(() => desk.close());

const timestamps = {
  anchors: async () => [],
  async stamp(digest: Bytes): Promise<Bytes> {
    asked.push(toHex(digest));
    if (authority === 'answers') return Uint8Array.of(1, 2, 3);
    throw new TimestampFailure(authority === 'lies' ? 'answer-refused' : 'no-answer', 'no token');
  },
};
const close = () => closeDays({ ...desk.office, timestamps });

let cases = 0;
const aCase = () => `0193538e-5c60-7c3c-a3f1-${String((cases += 1)).padStart(12, '0')}`;
const happens = (caseId: string, at?: string) =>
  desk.office.db.transaction((tx) =>
    appendEvidence(at === undefined ? desk.office : { now: () => new Date(at) }, tx, {
      caseId,
      actor: 'system',
      event: 'begun',
    }),
  );
const days = () =>
  desk.sql<{ day: string; root: string; leaves: string[]; problem: string | null; token: string | null }[]>`
    select d.day, d.root, d.leaves, d.problem, t.token
    from evidence_days d left join evidence_timestamps t using (day) order by d.day`;
const to = (instant: string) => desk.pass((Date.parse(instant) - desk.office.now().getTime()) / 1000);

describe('a day of the office', () => {
  test('stays open until it is over, and an hour longer', async () => {
    await happens(aCase());
    for (const instant of ['2026-11-23T09:00:00.000Z', '2026-11-23T22:59:59.000Z', '2026-11-23T23:59:00.000Z']) {
      to(instant);
      await close();
      expect(await days()).toEqual([]);
    }
    to('2026-11-24T00:00:00.000Z');
    await close();
    expect((await days()).map(({ day }) => day)).toEqual(['2026-11-23']);
  });

  test('is closed over the last entry of every chain that grew, and each of them proves it', async () => {
    const all = [aCase(), aCase(), aCase()];
    for (const caseId of [...all, ...all]) await happens(caseId);
    to('2026-11-24T01:00:00.000Z');
    await close();
    const [day] = await days();
    expect(day?.leaves).toHaveLength(3);
    expect(toHex(await rootOf((day?.leaves ?? []).map(fromHex)))).toBe(day?.root);
    for (const caseId of all) {
      const { entries, inclusion } = await exportEvidence(desk.office.db, caseId);
      const [proof, ...more] = inclusion === 'pending' ? [] : inclusion;
      expect(proof).toMatchObject({ day: '2026-11-23', position: 1, size: 3, root: day?.root, timestamp: 'AQID' });
      expect(more).toEqual([]);
      expect(proof && (await isIncluded(entries, proof))).toBe(true);
      expect(proof && (await isIncluded(entries.slice(0, 1), proof))).toBe(false);
    }
    expect(await findLastRoot(desk.office.db)).toEqual({ day: '2026-11-23', root: day?.root });
  });

  test('ends at midnight on the wall of the office', async () => {
    const caseId = aCase();
    await happens(caseId, '2026-11-23T22:59:59.999Z');
    await happens(caseId, '2026-11-23T23:00:00.000Z');
    to('2026-11-25T01:00:00.000Z');
    await close();
    const { inclusion } = await exportEvidence(desk.office.db, caseId);
    expect(inclusion).toMatchObject([
      { day: '2026-11-23', position: 0 },
      { day: '2026-11-24', position: 1 },
    ]);
  });

  test('closed once stays as it is, however often and by how many it is closed again', async () => {
    const caseId = aCase();
    await happens(caseId);
    to('2026-11-24T01:00:00.000Z');
    await Promise.all([close(), close(), close()]);
    const first = await days();
    expect(first).toHaveLength(1);
    await close();
    await close();
    expect(await days()).toEqual(first);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  test('that was missed is made up for, each with what it had; a day without anything has no tree', async () => {
    const [monday, thursday] = [aCase(), aCase()];
    await happens(monday, '2026-11-23T10:00:00.000Z');
    await happens(thursday, '2026-11-26T10:00:00.000Z');
    await happens(monday, '2026-11-26T10:00:00.000Z');
    to('2026-12-20T10:00:00.000Z');
    await close();
    expect((await days()).map(({ day, leaves }) => [day, leaves.length])).toEqual([
      ['2026-11-23', 1],
      ['2026-11-26', 2],
    ]);
  });

  test('takes in what a clock that was slow dated into the day before', async () => {
    const [early, late] = [aCase(), aCase()];
    await happens(early);
    to('2026-11-24T01:00:00.000Z');
    await close();
    await happens(late, '2026-11-23T20:00:00.000Z');
    await happens(early, '2026-11-24T10:00:00.000Z');
    to('2026-11-25T01:00:00.000Z');
    await close();
    expect((await days()).map(({ leaves }) => leaves.length)).toEqual([1, 2]);
    expect((await exportEvidence(desk.office.db, late)).inclusion).toMatchObject([{ day: '2026-11-24', position: 0 }]);
  });

  test('is closed although a clock that was fast for an hour closed one in a year that has not come', async () => {
    const [before, fast, after] = [aCase(), aCase(), aCase()];
    await happens(before);
    to('2027-12-01T10:00:00.000Z');
    await happens(fast);
    to('2027-12-02T10:00:00.000Z');
    await close();
    to('2026-11-24T10:00:00.000Z');
    await happens(after);
    to('2026-11-25T10:00:00.000Z');
    await close();
    await close();
    expect((await days()).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24', '2027-12-01']);
    expect((await exportEvidence(desk.office.db, after)).inclusion).toMatchObject([{ day: '2026-11-24', position: 0 }]);
  });

  test('that has not ended proves nothing: the evidence says so', async () => {
    const caseId = aCase();
    await happens(caseId);
    expect((await exportEvidence(desk.office.db, caseId)).inclusion).toBe('pending');
  });
});

describe('the root of a day', () => {
  test('waits for its time stamp as long as nobody answers, says why, and gets it from who answers at last', async () => {
    await happens(aCase());
    authority = 'is silent';
    to('2026-11-24T01:00:00.000Z');
    await close();
    expect(await days()).toMatchObject([{ problem: 'no-answer', token: null }]);
    await happens(aCase());
    authority = 'lies';
    to('2026-11-27T01:00:00.000Z');
    await close();
    expect(await days()).toMatchObject([
      { problem: 'answer-refused', token: null },
      { problem: null, token: null },
    ]);
    const lead = (await desk.signedIn('demo-lead')).api.api;
    expect((await (await lead.evidence.days.$get()).json()).days).toMatchObject([
      { day: '2026-11-24', chains: 1, isStamped: false, problem: null },
      { day: '2026-11-23', chains: 1, isStamped: false, problem: 'answer-refused' },
    ]);
    authority = 'answers';
    await close();
    expect(await days()).toMatchObject([
      { problem: null, token: 'AQID' },
      { problem: null, token: 'AQID' },
    ]);
    const roots = (await days()).map(({ root }) => root);
    expect(asked.slice(-2)).toEqual(roots);
    await close();
    expect(asked).toHaveLength(4);
  });

  test.for([
    [`update evidence_days set root = '${'0'.repeat(64)}'`],
    [`update evidence_days set leaves = '{}'`],
    ['delete from evidence_days'],
    [`update evidence_timestamps set token = ''`],
    ['delete from evidence_timestamps'],
    ['update evidence_heads set position = 0'],
    ['delete from evidence_heads'],
  ] as const)('is out of reach of the application: %s', async ([statement]) => {
    await expect(desk.sql.unsafe(statement)).rejects.toThrow('permission denied');
  });

  test.for(['evidence_days', 'evidence_timestamps'])('outlives every case: nobody deletes from %s', async (table) => {
    const deleting = desk.office.retentionDb.execute(`delete from ${table}`);
    await expect(deleting).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } });
  });
});
