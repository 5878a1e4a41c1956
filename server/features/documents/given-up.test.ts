import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/base/bytes.ts';
import { bringCase, type Counter, must, newId, refusal, startCounter } from '../../../tests/support/counter.ts';
import { makeFigures } from '../../figures.ts';
import { TimestampFailure } from '../../ports/timestamps.ts';
import { giveUpDocument } from './try-again.ts';

/** Who runs the office sees what was given up, without any case, and has it tried again. */
let counter: Counter;
const figures = makeFigures();
beforeAll(async () => {
  counter = await startCounter();
  counter.office.figures = figures;
});
afterAll(() => counter.close());

test('a document nobody could stamp is listed with its reason, counted, and tried again by the administration', async () => {
  const { timestamps } = counter.office;
  counter.office.timestamps = {
    ...timestamps,
    stamp: () => Promise.reject(new TimestampFailure('no-answer', 'no token')),
  };
  const caseId = await bringCase(counter, 'accepted');
  await expect(counter.work()).rejects.toThrow();
  const administrator = await counter.signedIn('demo-administrator-1');
  const { documents } = administrator.api.api;
  expect(await must(documents['given-up'].$get())).toMatchObject({ waiting: 1, givenUp: [] });

  const { documents: papers, number } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
  const declaration = papers.find(({ kind }) => kind === 'declaration');
  const documentId = declaration?.documentId ?? '';
  await giveUpDocument(counter.office, { caseId, documentId });
  const listed = await must(documents['given-up'].$get());
  expect(listed.givenUp).toEqual([
    {
      documentId,
      number,
      kind: 'declaration',
      state: 'sealed',
      level: 'B-B',
      problem: 'no-timestamp',
      givenUpAt: expect.any(String),
    },
  ]);
  const { text } = await figures.show(counter.office);
  for (const line of [
    'schalter_documents{level="B-B"} 1',
    'schalter_documents_waiting 1',
    'schalter_documents_oldest_waiting_seconds 0',
    'schalter_documents_given_up 1',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/schalter_outside_failures_total\{service="timestamps",kind="no-answer"\} [1-9]/);
  expect(text).not.toContain(number);

  counter.office.timestamps = timestamps;
  const again = documents['given-up'][':documentId'].retry;
  expect(await must(again.$post({ param: { documentId } }))).toMatchObject({ givenUp: [] });
  await counter.work();
  expect(await must(documents['given-up'].$get())).toEqual({ waiting: 0, waitingSince: null, givenUp: [] });
  const { tasks } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
  expect(tasks.filter(({ doneAt }) => doneAt === null)).toEqual([]);
  const actors = await counter.sql`
    select actor from evidence_entries where case_id = ${caseId} and event = 'document-retried'`;
  expect(actors).toMatchObject([{ actor: 'administrator:demo-administrator-1' }]);
});

test('a document that is not there cannot be tried again', async () => {
  const lead = counter.lead.documents['given-up'][':documentId'].retry;
  expect(await refusal(lead.$post({ param: { documentId: newId() } }))).toEqual([404, 'not-found']);
});

test('the clerk gets every version as it was delivered', async () => {
  const caseId = await bringCase(counter, 'accepted');
  await counter.work();
  const { documents } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
  const documentId = documents.find(({ kind }) => kind === 'declaration')?.documentId ?? '';
  const of = counter.clerk.documents[':documentId'].versions;
  const { versions } = await must(of.$get({ param: { documentId } }));
  expect(versions.map(({ level }) => level)).toEqual(['B-LTA', 'B-LT', 'B-T']);
  for (const { sha256, bytes } of versions) {
    const answer = await counter.clerkBrowser.fetch(`/api/documents/${documentId}/versions/${sha256}`);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect([pdf.length, await sha256Hex(pdf)]).toEqual([bytes, sha256]);
  }
  const strange = of[':sha256'].$get({ param: { documentId, sha256: 'f'.repeat(64) } });
  expect((await strange).status).toBe(404);
});
