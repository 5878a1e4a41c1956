import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../shared/base/bytes.ts';
import { verifyChain } from '../../shared/evidence/chain.ts';
import { derBlocks } from '../../shared/verifying/pem.ts';
import { verify } from '../../shared/verifying/verify.ts';
import { openFamilyCase } from '../bench/counter/family-case.ts';
import type { Browser } from '../support/browser.ts';
import { aDrawing, assurance, leaseOf, makeAct, must } from '../support/counter.ts';
import { type RunningOffice, startRunningOffice } from '../support/running-office.ts';
import { pairedTablet, type TestTablet } from '../support/tablet.ts';

/**
 * The delivered process is killed (SIGKILL) between the first confirmation and the last seal, while several cases are
 * at different steps of it, and started again on what it left. Whatever was confirmed counts once, and every accepted
 * case gets its document exactly once.
 */
const dataDir = mkdtempSync(join(tmpdir(), 'schalter-killed-'));
const desks = ['echterdingen-1', 'echterdingen-2', 'echterdingen-3', 'leinfelden-1', 'leinfelden-2', 'leinfelden-3'];

let office: RunningOffice;
let clerk: Browser;
let reviews: { caseId: string; tablet: TestTablet }[];
beforeAll(async () => {
  office = await startRunningOffice({ dataDir });
  clerk = await office.signedIn('demo-clerk-1');
  reviews = [];
  for (const deskId of desks) reviews.push(await bringToReview(deskId));
}, 180_000);
afterAll(async () => {
  await office.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const cases = () => clerk.api.api.cases[':caseId'];
const view = (caseId: string) => must(cases().$get({ param: { caseId } }));
const accept = (caseId: string) => must(cases().accept.$post({ param: { caseId } }));

/** Three of the reviews, which are there once the test runs. */
function reviewsOf(first: number) {
  return () => reviews.slice(first, first + 3);
}

/** The process dies without a word, and the next one opens the same door. */
async function killAndRestart(): Promise<void> {
  await office.kill();
  office = await startRunningOffice({ dataDir, port: Number(new URL(office.origin).port) });
}

test('an office killed while acts arrive has each of them once, when the tablets have sent them again', async () => {
  const sends = await Promise.all(
    reviews.map(async ({ caseId, tablet }) => {
      const json = await makeAct(tablet, await leaseOf(tablet, caseId), { drawing: aDrawing });
      return () => must(tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json }));
    }),
  );
  const begun = sends.map((send) => send());
  const ended = Promise.allSettled(begun);
  await Promise.any(begun);
  await killAndRestart();
  await ended;
  for (const send of sends) expect(await send()).toMatchObject({ complete: true });
  for (const { caseId } of reviews) {
    expect((await view(caseId)).acts).toHaveLength(1);
    expect(await countOf(caseId, 'confirmed')).toBe(1);
  }
}, 120_000);

describe('an office killed', () => {
  test.for([
    { moment: 'once the first acceptance is stored', which: reviewsOf(0), states: ['accepted', 'sealed'] },
    { moment: 'once the first document is sealed', which: reviewsOf(3), states: ['sealed'] },
  ])(
    '$moment has the document of every accepted case exactly once',
    { timeout: 240_000 },
    async ({ which, states }) => {
      const caseIds = which().map(({ caseId }) => caseId);
      const statesNow = () => Promise.all(caseIds.map(async (caseId) => (await view(caseId)).state));
      const ended = Promise.allSettled(caseIds.map(accept));
      await expect
        .poll(async () => (await statesNow()).some((state) => states.includes(state)), {
          interval: 10,
          timeout: 30_000,
        })
        .toBe(true);
      await killAndRestart();
      await ended;
      // What the database never heard of, the clerk presses again.
      for (const caseId of caseIds) if ((await view(caseId)).state === 'confirmed') await accept(caseId);
      await expect.poll(statesNow, { interval: 500, timeout: 120_000 }).toEqual(caseIds.map(() => 'sealed'));
      for (const caseId of caseIds) await expectMadeOnce(caseId);
    },
  );
});

async function expectMadeOnce(caseId: string): Promise<void> {
  const papers = async () => (await view(caseId)).documents;
  // The copy has a job of its own, which the dead process may have held as well.
  const kinds = async () => (await papers()).map(({ kind }) => kind).toSorted();
  await expect.poll(kinds, { interval: 500, timeout: 120_000 }).toEqual(['copy', 'declaration']);
  expect([await countOf(caseId, 'accepted'), await countOf(caseId, 'sealed')]).toEqual([1, 1]);
  const made = (await papers()).find(({ kind }) => kind === 'declaration');
  const { versions } = await must(
    clerk.api.api.documents[':documentId'].versions.$get({ param: { documentId: made?.documentId ?? '' } }),
  );
  expect(new Set(versions.map(({ seal }) => seal)).size).toBe(1);
  expect(new Set(versions.map(({ bytes }) => bytes)).size).toBe(versions.length);
  for (const { sha256 } of versions) {
    const answer = await clerk.fetch(`/api/documents/${made?.documentId}/versions/${sha256}`);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect(await sha256Hex(pdf)).toBe(sha256);
    expect((await verify(pdf, await trust())).verdict).toBe('TOTAL-PASSED');
  }
}

async function trust() {
  const pem = await must(clerk.api.api.checking.anchors.$get());
  const der = (blocks: readonly string[]) => blocks.flatMap((text) => derBlocks(new TextEncoder().encode(text)));
  const [sealAnchors, tsaAnchors, revocation] = [der(pem.seal), der(pem.timestamps), der(pem.crls)];
  return { sealAnchors, tsaAnchors, revocation, at: new Date() };
}

/** How often the evidence says so; its chain must be whole. */
async function countOf(caseId: string, event: string): Promise<number> {
  const { entries } = await must(cases()['evidence.json'].$get({ param: { caseId } }));
  expect(await verifyChain(entries)).toEqual({ intact: true });
  return entries.filter((entry) => entry.event === event).length;
}

async function bringToReview(deskId: string): Promise<{ caseId: string; tablet: TestTablet }> {
  const tablet = await pairedTablet(office, deskId);
  const caseId = await openFamilyCase(clerk);
  const param = { caseId };
  await must(cases().handover.$post({ param, json: { deskId } }));
  const counter = tablet.browser.api.api.counter[':caseId'];
  await must(counter.begin.$post({ param, json: { locale: 'de' } }));
  await must(counter.entitlement.$post({ param, json: assurance }));
  await must(counter.review.$post({ param, json: { assistance: [] } }));
  return { caseId, tablet };
}
