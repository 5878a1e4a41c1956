import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringCase, type Counter, eventsOf, must, refusal, startCounter } from '../../../tests/support/counter.ts';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import { verify } from '../../../shared/verifying/verify.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const order = (caseId: string, who = counter.lead) =>
  who.cases[':caseId']['evidence-report'].$post({ param: { caseId } });
const reports = async (caseId: string) => {
  const view = await must(counter.lead.cases[':caseId'].$get({ param: { caseId } }));
  return view.documents.filter(({ kind }) => kind === 'evidence-report');
};

describe('the Nachweisbericht of a case', () => {
  test('is sealed, verifies, and carries the chain as it stood when it was made', async () => {
    const caseId = await bringCase(counter, 'accepted');
    await must(order(caseId));
    const [report, ...more] = await reports(caseId);
    expect([report?.state, more]).toEqual(['sealed', []]);
    const answer = await counter.clerkBrowser.api.api.documents[':documentId'].$get({
      param: { documentId: report?.documentId ?? '' },
    });
    expect(answer.headers.get('content-disposition')).toMatch(/Nachweisbericht-\d\d-/);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    const anchors = await counter.office.sealer.anchors();
    const { verdict, document, reasons } = await verify(pdf, {
      sealAnchors: anchors.seal,
      tsaAnchors: [...anchors.timestamps, ...(await counter.office.timestamps.anchors())],
      revocation: anchors.crls,
      at: counter.office.now(),
    });
    expect([verdict, reasons.filter(({ severity }) => severity === 'failed')]).toEqual([expect.anything(), []]);
    expect(verdict).not.toBe('TOTAL-FAILED');
    const events = await eventsOf(counter, caseId);
    expect(document).toMatchObject({ kind: 'evidence-report', entries: events.indexOf('report-ordered') + 1 });
    const attached = (await PDF.load(pdf)).getAttachments();
    expect([...attached.keys()]).toEqual(['evidence.json']);
  });

  test('is written into the evidence: who asked for it, and what came of it', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await must(order(caseId));
    const rows = await counter.sql<{ event: string; actor: string }[]>`
      select event, actor from evidence_entries where case_id = ${caseId} order by position desc limit 2`;
    expect(rows.toReversed()).toEqual([
      { event: 'report-ordered', actor: 'lead:demo-lead' },
      { event: 'report-made', actor: 'system' },
    ]);
  });

  test('may be ordered again later, and tells more then', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await must(order(caseId));
    await must(order(caseId));
    expect((await reports(caseId)).map(({ state }) => state)).toEqual(['sealed', 'sealed']);
  });

  test('that is being made is not ordered a second time', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await Promise.all([order(caseId), order(caseId)].map((each) => must(each)));
    await counter.work();
    const events = await eventsOf(counter, caseId);
    const ordered = events.filter((event) => event === 'report-ordered');
    expect(events.filter((event) => event === 'report-made')).toHaveLength(ordered.length);
    expect(await reports(caseId)).toHaveLength(ordered.length);
  });

  test('is ordered by a lead and nobody else', async () => {
    const caseId = await bringCase(counter, 'prepared');
    expect(await refusal(order(caseId, counter.clerk))).toEqual([403, 'role-forbidden']);
  });
});

describe('evidence.json', () => {
  test('begins with the bytes of the evidence that was sealed', async () => {
    const caseId = await bringCase(counter, 'accepted');
    const [declaration] = await counter.sql<{ documentId: string }[]>`
      select document_id as "documentId" from documents where case_id = ${caseId} and kind = 'declaration'`;
    const get = counter.clerkBrowser.api.api.documents[':documentId'].$get;
    const sealed = await get({ param: { documentId: declaration?.documentId ?? '' } });
    const attached = (await PDF.load(new Uint8Array(await sealed.arrayBuffer()))).getAttachment(
      'evidence-at-seal.json',
    );
    const file = await counter.clerk.cases[':caseId']['evidence.json'].$get({ param: { caseId } });
    const text = await file.text();
    const before = new TextDecoder().decode(attached ?? new Uint8Array());
    const untilInclusion = before.slice(0, before.indexOf('],"inclusion"'));
    expect(untilInclusion.length).toBeGreaterThan(500);
    expect(text.startsWith(untilInclusion)).toBe(true);
    expect(text).toBe(new TextDecoder().decode(canonicalBytes(JSON.parse(text))));
  });
});
