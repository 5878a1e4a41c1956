import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringCase, type Counter, must, startCounter } from '../../../tests/support/counter.ts';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { verifyEvidence } from '../../../shared/verifying/verify-evidence.ts';
import { makeCopy } from '../documents/copies.ts';
import { readFile } from '../documents/vault.ts';
import { closeDays } from './days.ts';
import { exportEvidence, findLastRoot } from './proofs.ts';

/** A day at the counter, its end, and the next morning, with the demo office's own time stamps. */
let counter: Counter;
let [caseId, other] = ['', ''];
beforeAll(async () => {
  counter = await startCounter();
  caseId = await bringCase(counter, 'confirmed');
  other = await bringCase(counter, 'confirmed');
  counter.pass(16 * 3600);
  await closeDays(counter.office);
});
afterAll(() => counter.close());

const trust = async () => ({
  sealAnchors: [],
  tsaAnchors: await counter.office.timestamps.anchors(),
  revocation: (await counter.office.sealer.anchors()).crls,
  at: counter.office.now(),
});

test('the evidence of a closed day passes by itself, as it is downloaded', async () => {
  const clerk = (await counter.signedIn('demo-clerk-1')).api.api;
  const file = await clerk.cases[':caseId']['evidence.json'].$get({ param: { caseId } });
  const report = await verifyEvidence(utf8(await file.text()), { ...(await trust()), revocation: await lists() });
  expect(report.reasons).toEqual([]);
  expect(report).toMatchObject({ verdict: 'TOTAL-PASSED', evidence: { days: [{ day: '2026-11-23' }] } });
});

test('it passes still when more has happened since, up to the day that was closed', async () => {
  const before = canonicalBytes(await exportEvidence(counter.office.db, caseId));
  const lead = (await counter.signedIn('demo-lead')).api.api;
  await must(lead.cases[':caseId']['evidence-report'].$post({ param: { caseId } }));
  const after = canonicalBytes(await exportEvidence(counter.office.db, caseId));
  const at = { ...(await trust()), revocation: await lists() };
  expect((await verifyEvidence(before, at)).verdict).toBe('TOTAL-PASSED');
  const report = await verifyEvidence(after, at);
  expect(report).toMatchObject({ verdict: 'INDETERMINATE', reasons: [{ code: 'inclusion-pending' }] });
});

test('the copy that a citizen takes home next morning prints the root', async () => {
  await makeCopy(counter.office, other);
  const [copy] = await counter.sql<{ blob: string }[]>`
    select blob from documents where case_id = ${other} and kind = 'copy'`;
  const pdf = await PDF.load(await readFile(counter.office, counter.office.db, other, copy?.blob ?? ''));
  const text = pdf
    .extractText()
    .map((page) => page.text)
    .join('\n');
  const last = await findLastRoot(counter.office.db);
  expect(last?.day).toBe('2026-11-23');
  expect(text).toContain('Tageswurzel 23.11.2026');
  expect(text).toContain(last?.root);
});

const lists = async () => (await counter.office.timestamps.lists?.()) ?? [];
