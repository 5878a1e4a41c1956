import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  bringCase,
  type Counter,
  eventsOf,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { type Revocation, RevocationFailure } from '../../ports/revocation.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { certificatesToSealWith } from './seal-status.ts';

/** The seal does not answer, for longer than the office is patient; or a fresh list of revoked certificates is missing. */
let counter: Counter;
let sealer: Sealer;
let revocation: Revocation;
beforeAll(async () => {
  counter = await startCounter();
  ({ sealer, revocation } = counter.office);
  await certificatesToSealWith(counter.office);
});
afterAll(() => counter.close());
const answerAgain = () => void Object.assign(counter.office, { sealer, revocation });
beforeEach(answerAgain);

const breakSeal = () => {
  counter.office.sealer = { ...sealer, sign: () => Promise.reject(new Error('no answer')) };
};
const forgetLists = () => {
  counter.office.sealer = { ...sealer, anchors: async () => ({ ...(await sealer.anchors()), crls: [] }) };
  counter.office.revocation = { statusOf: () => Promise.reject(new RevocationFailure('no-answer', 'silence')) };
};
const of = (caseId: string) => {
  const route = counter.clerk.cases[':caseId'];
  const param = { caseId };
  return {
    read: () => must(route.$get({ param })),
    accept: () => must(route.accept.$post({ param })),
    retry: (documentId: string) => route.documents[':documentId'].retry.$post({ param: { caseId, documentId } }),
    enter: () => must(route.entry.$post({ param })),
    finish: () => route.finish.$post({ param }),
  };
};
const documentOf = async (caseId: string, kind: string) => {
  const { documents } = await of(caseId).read();
  return documents.find((document) => document.kind === kind);
};

/** The request waits three seconds for its document and then lets it fail behind its back. */
async function failing(caseId: string, kind: string) {
  await expect.poll(async () => (await documentOf(caseId, kind))?.problem, { timeout: 20_000 }).toBe('not-sealed');
  return documentOf(caseId, kind);
}

/** The next try is the last one, and fails. */
async function giveUp(): Promise<void> {
  await counter.sql`update pgboss.job set retry_limit = retry_count where state in ('created', 'retry')`;
  await expect(counter.work()).rejects.toThrow();
  await counter.work();
}

describe('a document that keeps failing', () => {
  test('says meanwhile what it fails at', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    breakSeal();
    await of(caseId).accept();
    expect(await failing(caseId, 'declaration')).toMatchObject({ state: 'pending', problem: 'not-sealed' });
    counter.office.sealer = sealer;
    await counter.work();
    expect(await documentOf(caseId, 'declaration')).toMatchObject({ state: 'sealed', problem: null });
  });

  test('is given up after its last try, with a task and in the evidence', async () => {
    const caseId = await given('declaration');
    const failed = await documentOf(caseId, 'declaration');
    expect(failed).toMatchObject({ state: 'failed', problem: 'not-sealed' });
    const { tasks, state } = await of(caseId).read();
    expect(state).toBe('accepted');
    expect(tasks).toMatchObject([{ kind: 'document-failed', path: failed?.documentId, doneAt: null }]);
    expect((await eventsOf(counter, caseId)).at(-1)).toBe('document-failed');
    const file = counter.clerkBrowser.fetch(`/api/documents/${failed?.documentId}`);
    expect(await refusal(file)).toEqual([409, 'document-failed']);
  });

  test('is made from the same bytes when the clerk asks again, and the task is settled', async () => {
    const caseId = await given('declaration');
    const documentId = (await documentOf(caseId, 'declaration'))?.documentId ?? '';
    const bytes = () => counter.sql`select unsealed_blob from documents where document_id = ${documentId}`;
    const before = await bytes();
    const after = await must(of(caseId).retry(documentId));
    expect(after).toMatchObject({ state: 'sealed', tasks: [{ kind: 'document-failed', doneAt: expect.any(String) }] });
    expect(await bytes()).toEqual(before);
    expect((await eventsOf(counter, caseId)).slice(-2)).toEqual(['document-retried', 'sealed']);
    // Once more, and the job comes too: it is there already.
    expect(await must(of(caseId).retry(documentId))).toMatchObject({ version: after.version });
    await counter.work();
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'sealed')).toHaveLength(1);
  });

  test('that fails again is given up again', async () => {
    const caseId = await given('declaration');
    const documentId = (await documentOf(caseId, 'declaration'))?.documentId ?? '';
    breakSeal();
    await must(of(caseId).retry(documentId));
    expect(await failing(caseId, 'declaration')).toMatchObject({ state: 'pending' });
    await giveUp();
    const { tasks, documents } = await of(caseId).read();
    expect(documents.at(-1)).toMatchObject({ state: 'failed' });
    expect(tasks.map(({ doneAt }) => doneAt === null)).toEqual([false, true]);
  });

  test('keeps the case open where it is the Meldebestätigung', async () => {
    const caseId = await given('meldebestaetigung');
    expect(await refusal(of(caseId).finish())).toEqual([409, 'document-failed']);
    const documentId = (await documentOf(caseId, 'meldebestaetigung'))?.documentId ?? '';
    await must(of(caseId).retry(documentId));
    expect(await must(of(caseId).finish())).toMatchObject({ state: 'finished' });
  });

  test('cannot be asked for by the wrong case, and not where there is none', async () => {
    const [caseId, other] = [await given('declaration'), await bringCase(counter, 'confirmed')];
    const documentId = (await documentOf(caseId, 'declaration'))?.documentId ?? '';
    expect(await refusal(of(other).retry(documentId))).toEqual([404, 'not-found']);
    expect(await refusal(of(caseId).retry(newId()))).toEqual([404, 'not-found']);
    expect((await documentOf(caseId, 'declaration'))?.state).toBe('failed');
  });
});

describe('a seal whose level nobody could confirm', () => {
  test('is looked at again, and its level is raised', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    forgetLists();
    await of(caseId).accept();
    expect(await documentOf(caseId, 'declaration')).toMatchObject({ state: 'sealed', level: 'unconfirmed' });
    await expect(counter.work()).rejects.toThrow();
    expect(await documentOf(caseId, 'declaration')).toMatchObject({ level: 'unconfirmed' });

    answerAgain();
    await counter.sql`update pgboss.job set start_after = now() where state = 'retry'`;
    await counter.work();
    expect(await documentOf(caseId, 'declaration')).toMatchObject({ level: 'B-LTA', problem: null });
    const raised = ['level-confirmed', 'level-raised', 'level-raised'];
    expect((await eventsOf(counter, caseId)).slice(-3)).toEqual(raised);
  });

  test('becomes a task when that takes too long, and can be asked for again', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await counter.work();
    forgetLists();
    await of(caseId).accept();
    await giveUp();
    const { tasks, documents } = await of(caseId).read();
    const documentId = documents.at(-1)?.documentId ?? '';
    expect(tasks).toMatchObject([{ kind: 'level-unconfirmed', path: documentId, doneAt: null }]);
    expect(documents.at(-1)).toMatchObject({ state: 'sealed' });
    answerAgain();
    await must(of(caseId).retry(documentId));
    await counter.work();
    expect(await of(caseId).read()).toMatchObject({ tasks: [{ doneAt: expect.any(String) }] });
    expect(await documentOf(caseId, 'declaration')).toMatchObject({ level: 'B-LTA' });
  });
});

test('a citizen whose copy could not be made is owed one', async () => {
  const caseId = await bringCase(counter, 'confirmed');
  const { typesetter } = counter.office;
  counter.office.typesetter = { ...typesetter, typeset: () => Promise.reject(new Error('no paper')) };
  await giveUp();
  counter.office.typesetter = typesetter;
  expect((await of(caseId).read()).tasks).toMatchObject([{ kind: 'copy-not-delivered', doneAt: null }]);
});

/** A case whose document of that kind was given up; the seal answers again. */
async function given(kind: 'declaration' | 'meldebestaetigung'): Promise<string> {
  const caseId = await bringCase(counter, kind === 'declaration' ? 'confirmed' : 'accepted');
  await counter.work();
  breakSeal();
  await (kind === 'declaration' ? of(caseId).accept() : of(caseId).enter());
  await failing(caseId, kind);
  await giveUp();
  counter.office.sealer = sealer;
  return caseId;
}
