import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEvidence } from '../evidence/actions.ts';
import { bringCase, type Counter, startCounter } from '../../../tests/support/counter.ts';
import { fromHex, toHex } from '../../../shared/base/bytes.ts';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import { rootOf } from '../../../shared/evidence/merkle.ts';
import { verifyEvidence } from '../../../shared/verifying/verify-evidence.ts';
import { closeDays } from '../evidence/days.ts';
import { exportEvidence } from '../evidence/proofs.ts';
import { deleteDueCases } from './erase-due.ts';
import { purgeLookUps } from './register-log.ts';

/**
 * Two cases of two years that meet on one day: the old one, opened in 2026, and one of 2027. The clock is moved to the
 * last day of the fifth year after 2026, and over it.
 */
let counter: Counter;
let [old, young] = ['', ''];
let salt = '';
let exported = new Uint8Array();
const to = (instant: string) => counter.pass((Date.parse(instant) - counter.office.now().getTime()) / 1000);
const happens = (caseId: string) =>
  counter.office.db.transaction((tx) =>
    appendEvidence(counter.office, tx, { caseId, actor: 'system', event: 'document-retried', details: {} }),
  );

beforeAll(async () => {
  counter = await startCounter();
  old = await bringCase(counter, 'confirmed');
  young = await bringCase(counter, 'confirmed');
  await counter.work();
  await counter.sql`update cases set opened_at = '2027-01-02T09:00:00.000Z' where case_id = ${young}`;
  to('2027-03-01T09:00:00.000Z');
  for (const caseId of [old, young]) await happens(caseId);
  to('2027-03-02T09:00:00.000Z');
  await closeDays(counter.office);
  const [row] = await counter.sql<{ salt: string }[]>`select salt from cases where case_id = ${old}`;
  salt = row?.salt ?? '';
  exported = new Uint8Array(canonicalBytes(await exportEvidence(counter.office.db, old)));
});
afterAll(() => counter.close());

/** Every row of every table that names the text, in any column. */
async function traces(text: string): Promise<string[]> {
  const tables = await counter.sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await counter.sql`select 1 from ${counter.sql(name)} t where t::text like ${`%${text}%`}`;
    if (rows.length > 0) found.push(name);
  }
  return found;
}
const trust = async (at: Date) => ({
  sealAnchors: [],
  tsaAnchors: await counter.office.timestamps.anchors(),
  revocation: [],
  at,
});

describe('a case at the end of its retention', () => {
  test('is kept whole to the last day of the fifth year', async () => {
    to('2031-12-31T22:00:00.000Z');
    const before = await traces(old);
    await deleteDueCases(counter.office);
    expect(before).toEqual(
      expect.arrayContaining(['acts', 'case_keys', 'cases', 'documents', 'evidence_entries', 'evidence_heads']),
    );
    expect(await traces(old)).toEqual(before);
    expect(await counter.office.deletionLog.list()).toEqual([]);
  });

  test('goes the day after: answers, documents, keys, salt and entries, in every table and from every file', async () => {
    to('2032-01-01T02:00:00.000Z');
    const blobs = await counter.sql<{ id: string }[]>`
      select unnest(array[blob, unsealed_blob]) as id from documents where case_id = ${old}`;
    await deleteDueCases(counter.office);
    // What the register was asked has twelve months of its own.
    await purgeLookUps(counter.office);
    expect(await traces(old)).toEqual([]);
    expect(await traces(salt)).toEqual([]);
    const ids = blobs.map(({ id }) => id).filter(Boolean);
    expect(ids.length).toBeGreaterThan(0);
    expect(await counter.sql`select 1 from blobs where blob_id in ${counter.sql(ids)}`).toEqual([]);
    expect(await counter.office.deletionLog.list()).toMatchObject([{ id: old, rule: 'retention' }]);
  });

  test('leaves its leaves in the trees: every root still follows from what is there', async () => {
    const days = await counter.sql<{ day: string; root: string; leaves: string[] }[]>`select * from evidence_days`;
    expect(days.map(({ day, leaves }) => [day, leaves.length])).toEqual([
      ['2026-11-23', 2],
      ['2027-03-01', 2],
    ]);
    for (const { root, leaves } of days) expect(toHex(await rootOf(leaves.map(fromHex)))).toBe(root);
  });

  test('can still be proven by whoever kept its evidence', async () => {
    const report = await verifyEvidence(exported, await trust(new Date('2027-03-03T09:00:00Z')));
    expect(report.reasons.filter(({ severity }) => severity === 'failed')).toEqual([]);
    expect(report.evidence?.days.map(({ day }) => day)).toEqual(['2026-11-23', '2027-03-01']);
    const stored = await counter.sql<{ root: string }[]>`select root from evidence_days order by day`;
    expect(report.evidence?.days.map(({ root }) => root)).toEqual(stored.map(({ root }) => root));
  });

  test('takes nothing from the others: their evidence of the same day is whole and proven', async () => {
    const file = await exportEvidence(counter.office.db, young);
    expect(file.inclusion).toMatchObject([{ day: '2026-11-23' }, { day: '2027-03-01', size: 2 }]);
    const report = await verifyEvidence(canonicalBytes(file), await trust(new Date('2027-03-03T09:00:00Z')));
    expect(report.checks.slice(0, 2)).toEqual([
      { step: 'evidence', result: 'passed' },
      { step: 'inclusion', result: 'passed' },
    ]);
    expect(await traces(young)).toContain('cases');
  });

  test('is deleted once: a second night finds nothing to do', async () => {
    await deleteDueCases(counter.office);
    expect(await counter.office.deletionLog.list()).toHaveLength(1);
  });

  test('cannot be deleted by the application', async () => {
    const deleting = counter.office.db.execute(`delete from evidence_entries where case_id = '${young}'`);
    await expect(deleting).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } });
  });
});
