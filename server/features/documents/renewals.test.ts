import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringCase, type Counter, startCounter } from '../../../tests/support/counter.ts';
import { makeDemoRevocation } from '../../adapters/revocation/demo.ts';
import { type DemoTimestamps, openDemoTimestamps } from '../../adapters/timestamps/demo.ts';
import { isRenewalDue, orderRenewals } from './renewals.ts';
import { readDocument } from './versions.ts';

/** Nine and a half years later: the certificate of the demo time stamps lasts ten. */
let counter: Counter;
let documentId: string;
let caseId: string;
const file = join(tmpdir(), `schalter-time-${randomUUID()}.json`);
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(async () => {
  await counter.close();
  rmSync(file, { force: true });
});

const rowOf = async () => (await counter.sql`select * from documents where document_id = ${documentId}`)[0];
const renew = async () => {
  await orderRenewals(counter.office);
  await counter.sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`;
  await counter.work();
};
const days = (count: number) => counter.pass(count * 86_400);

test('an archive time stamp that lasts for years is left alone', async () => {
  caseId = await bringCase(counter, 'accepted');
  await counter.work();
  const [row] = await counter.sql<
    { document_id: string }[]
  >`select document_id from documents where kind = 'declaration'`;
  documentId = row?.document_id ?? '';
  expect(await rowOf()).toMatchObject({ level: 'B-LTA', renew_by: expect.stringMatching(/^2036-/) });
  days(9 * 365);
  await renew();
  expect(await rowOf()).toMatchObject({ level: 'B-LTA', renewal_ordered_at: null });
});

test('half a year before it loses its force it is to be renewed; a stamp that lasts no longer is not taken', async () => {
  days(200);
  const before = await rowOf();
  await expect(renew()).rejects.toThrow();
  expect(await rowOf()).toMatchObject({
    level: 'B-LTA',
    sha256: before?.['sha256'],
    problem: 'no-younger-timestamp',
  });
});

test('a younger certificate of the service renews it, and the file only grew', async () => {
  const { office } = counter;
  const before = (await readDocument(office, office.db, documentId)).pdf;
  const old = office.timestamps as DemoTimestamps; // As startCounter opens it.
  const now = () => office.now();
  const young = await openDemoTimestamps({ file, mode: 'demo', now });
  const roots = async () => [...(await old.anchors()), ...(await young.anchors())];
  const lists = async () => [...(await office.sealer.anchors()).crls, ...(await old.lists()), ...(await young.lists())];
  office.timestamps = { ...young, anchors: roots };
  office.revocation = makeDemoRevocation({ mode: 'demo', lists, now });
  await counter.sql`update pgboss.job set start_after = now() where state = 'retry'`;
  await counter.work();

  expect(await rowOf()).toMatchObject({
    level: 'B-LTA',
    problem: null,
    renewal_ordered_at: null,
    renew_by: expect.stringMatching(/^2046-/),
  });
  const after = (await readDocument(office, office.db, documentId)).pdf;
  expect(Buffer.compare(before, after.subarray(0, before.length))).toBe(0);
  const events = await counter.sql`
    select 1 from evidence_entries where case_id = ${caseId} and event = 'archive-renewed'`;
  expect(events).toHaveLength(1);
});

test('renewed once it is not renewed again', async () => {
  const before = await rowOf();
  days(30);
  await renew();
  expect(await rowOf()).toMatchObject({ sha256: before?.['sha256'], renewal_ordered_at: null });
});

test.for([
  ['2027-06-01T00:00:00.000Z', 'ECDSA P-256 SHA-256', {}, false],
  ['2027-05-01T00:00:00.000Z', 'ECDSA P-256 SHA-256', {}, true],
  ['2040-01-01T00:00:00.000Z', 'ECDSA P-256 SHA-256', { 'SHA-256': '2027-05-01' }, true],
  ['2040-01-01T00:00:00.000Z', 'ECDSA P-256 SHA-256', { 'SHA-256': '2032-01-01' }, false],
  ['2040-01-01T00:00:00.000Z', 'ECDSA P-256 SHA-256', { 'RSA 3072': '2020-01-01' }, false],
] as const)('until %s, with %s, weak %j: due %s', ([renewBy, stampedWith, weakFrom, expected]) => {
  const settings = { ...counter.office.settings, renewal: { months: 6, weakFrom } };
  const then = () => new Date('2026-11-23T09:00:00Z');
  expect(isRenewalDue({ now: then, settings }, { renewBy, stampedWith })).toBe(expected);
});
