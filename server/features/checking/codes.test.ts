import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAuthenticityCode, readAuthenticityCode } from '../../../shared/base/authenticity-code.ts';
import { limits } from '../../../shared/base/limits.ts';
import { bringCase, type Counter, eventsOf, must, refusal, startCounter } from '../../../tests/support/counter.ts';
import { hashToken } from '../../tokens.ts';
import { deleteCase } from '../cases/erase-due.ts';
import { sealMeldebestaetigung } from '../documents/jobs.ts';

/** The Echtheitscode on a Meldebestätigung, from the printed page to the answer, and its withdrawal. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

/** A visitor's question from a network of his own, so that tests don't use up each other's tries. */
const ask = (code: string) => counter.browser().api.api.checking.codes.$post({ json: { code } });
const answerTo = async (code: string) => must(ask(code));
const of = (caseId: string) => ({ param: { caseId } });
const view = (caseId: string) => must(counter.clerk.cases[':caseId'].$get(of(caseId)));
const withdraw = (param: { caseId: string; documentId: string }, reason = 'Geburtsdatum falsch übernommen') =>
  counter.clerk.cases[':caseId'].documents[':documentId'].withdraw.$post({ param, json: { reason } });
const reissue = (param: { caseId: string; documentId: string }) =>
  counter.clerk.cases[':caseId'].documents[':documentId'].reissue.$post({ param });
const unknown = { state: 'unknown', issuedOn: null, withdrawnOn: null };
const freshCode = () => makeAuthenticityCode(counter.office.randomBytes(16));

/** A case whose Meldebestätigung was issued, and what is printed on it. */
async function certified() {
  const caseId = await bringCase(counter, 'accepted', { persons: 1 });
  await must(counter.clerk.cases[':caseId'].entry.$post(of(caseId)));
  const documentId = (await certificates(caseId))[0]?.documentId ?? '';
  return { caseId, documentId, code: await printedCode(documentId) };
}
const certificates = async (caseId: string) =>
  (await view(caseId)).documents.filter(({ kind }) => kind === 'meldebestaetigung');
async function printedCode(documentId: string): Promise<string> {
  const file = await counter.clerk.documents[':documentId'].$get({ param: { documentId } });
  const pages = (await PDF.load(new Uint8Array(await file.arrayBuffer()))).extractText();
  const printed = /([0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(pages.map(({ text }) => text).join('\n'))?.[0] ?? '';
  const read = readAuthenticityCode(printed);
  return 'code' in read ? read.code : `not readable: ${printed}`;
}
const forgetTries = () => counter.sql`delete from rate_limits`;

describe('a code that stands on a certificate', () => {
  test('is genuine, of the day it speaks of, and nothing more is said', async () => {
    const { code } = await certified();
    expect(await answerTo(code)).toEqual({ state: 'genuine', issuedOn: '2026-11-23', withdrawnOn: null });
  });

  test('is known to the office as a hash only', async () => {
    const { code, documentId } = await certified();
    const rows = await counter.sql`select * from authenticity_codes where document_id = ${documentId}`;
    expect(rows).toEqual([
      {
        code_hash: hashToken(code),
        document_id: documentId,
        issued_on: '2026-11-23',
        until: '2028-11-22T09:00:00.000Z',
      },
    ]);
    const [found] = await counter.sql`
      select count(*)::int as rows from documents d, evidence_entries e
      where to_jsonb(d)::text like ${`%${code}%`} or to_jsonb(e)::text like ${`%${code}%`}`;
    expect(found).toEqual({ rows: 0 });
  });

  test('is another one on every certificate', async () => {
    const codes = [await certified(), await certified()].map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
  });

  test('is one, whichever of two processes makes the certificate', async () => {
    const caseId = await bringCase(counter, 'accepted', { persons: 1 });
    const { typesetter } = counter.office;
    const idle = { ...typesetter, typeset: () => Promise.reject(new Error('busy')) };
    counter.office.typesetter = idle;
    await must(counter.clerk.cases[':caseId'].entry.$post(of(caseId)));
    counter.office.typesetter = typesetter;
    // Each an office of its own, as two processes are.
    const offices = [{ ...counter.office }, { ...counter.office }, { ...counter.office }];
    await Promise.all(offices.map((office) => sealMeldebestaetigung(office, { caseId })));
    const made = await certificates(caseId);
    expect(made).toHaveLength(1);
    const documentId = made[0]?.documentId ?? '';
    expect((await answerTo(await printedCode(documentId))).state).toBe('genuine');
    const rows = await counter.sql`select 1 from authenticity_codes where document_id = ${documentId}`;
    expect(rows).toHaveLength(1);
  });

  test('says nothing while the certificate is not sealed', async () => {
    const { code, documentId } = await certified();
    await counter.sql`update documents set state = 'pending' where document_id = ${documentId}`;
    expect(await answerTo(code)).toEqual(unknown);
  });
});

describe('a code that leads nowhere', () => {
  test('is answered in the same way whether nobody gave it out, its time is over or its case is gone', async () => {
    await forgetTries();
    const [old, erased] = [await certified(), await certified()];
    await counter.office.retentionDb.transaction((tx) => deleteCase(counter.office, tx, erased.caseId));
    const said = async (code: string) => {
      const answer = await ask(code);
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
    };
    const twoYears = limits.authenticityCodeDays * 24 * 3600;
    counter.pass(twoYears - 1);
    expect((await answerTo(old.code)).state).toBe('genuine');
    counter.pass(1);
    const answers = [await said(freshCode()), await said(old.code), await said(erased.code)];
    counter.pass(-twoYears);
    expect(answers[0]?.body).toBe(JSON.stringify(unknown));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    // Nothing of the erased case is left that a code could be tried against.
    const rows = await counter.sql`select 1 from authenticity_codes where document_id = ${erased.documentId}`;
    expect(rows).toHaveLength(0);
  });

  test.for([
    ['a letter more', (code: string) => `${code}0`],
    ['a wrong letter', (code: string) => (code.startsWith('0') ? '1' : '0') + code.slice(1)],
    ['hyphens', (code: string) => code.replace(/^..../, '$&-')],
    ['small letters', (code: string) => `${code.slice(0, -1).toLowerCase()}${code.slice(-1)}`],
  ] as const)('with %s is no code, and the database is not asked', async ([, slip]) => {
    const code = makeAuthenticityCode(Uint8Array.from({ length: 16 }, (_, at) => 17 * at));
    expect(await refusal(ask(slip(code)))).toEqual([422, 'request-invalid']);
  });

  test('is asked for in a body only: an address could stand in a log', async () => {
    const code = freshCode();
    for (const path of [`/api/checking/codes?code=${code}`, `/api/checking/codes/${code}`])
      expect((await counter.browser().fetch(path, { method: 'GET' })).status).toBe(404);
  });

  test('can be tried so often and then no more, right or wrong', async () => {
    const { code } = await certified();
    await forgetTries();
    const states = await Promise.all(Array.from({ length: limits.authenticityCodeTries }, () => ask(freshCode())));
    expect(states.every(({ status }) => (status as number) === 200)).toBe(true);
    const refused = [await ask(code), await ask(freshCode())];
    expect(refused.map(({ status }): number => status)).toEqual([429, 429]);
    expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
    await forgetTries();
  });
});

describe('a certificate that was wrong', () => {
  test('is withdrawn with a reason that stays at the case; its code says so, and of which day', async () => {
    const { caseId, documentId, code } = await certified();
    const after = await must(withdraw({ caseId, documentId }));
    const [paper] = after.documents.filter((document) => document.documentId === documentId);
    expect(paper?.withdrawn).toEqual({ at: '2026-11-23T09:00:00.000Z', because: 'Geburtsdatum falsch übernommen' });
    expect(await answerTo(code)).toEqual({ state: 'withdrawn', issuedOn: '2026-11-23', withdrawnOn: '2026-11-23' });
    expect(await eventsOf(counter, caseId)).toContain('certificate-withdrawn');
    const [entry] = await counter.sql<{ details: Record<string, string> }[]>`
      select details from evidence_entries where case_id = ${caseId} and event = 'certificate-withdrawn'`;
    expect(entry?.details).toEqual({ documentId, reasonHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('was withdrawn on a day of the office, not of Greenwich', async () => {
    const { caseId, documentId, code } = await certified();
    await must(withdraw({ caseId, documentId }));
    const late = '2026-11-23T23:30:00.000Z';
    await counter.sql`update documents set withdrawn_at = ${late} where document_id = ${documentId}`;
    expect((await answerTo(code)).withdrawnOn).toBe('2026-11-24');
  });

  test('is withdrawn once: the first reason stands, and nothing is written twice', async () => {
    const { caseId, documentId } = await certified();
    const first = await must(withdraw({ caseId, documentId }, 'Anschrift falsch'));
    const second = await must(withdraw({ caseId, documentId }, 'Etwas anderes'));
    expect(second).toEqual(first);
    const events = await eventsOf(counter, caseId);
    expect(events.filter((event) => event === 'certificate-withdrawn')).toHaveLength(1);
  });

  test('is withdrawn by clerk or lead, and by nobody else', async () => {
    const { caseId, documentId } = await certified();
    const path = `/api/cases/${caseId}/documents/${documentId}/withdraw`;
    const json = {
      method: 'POST',
      body: JSON.stringify({ reason: 'x' }),
      headers: { 'Content-Type': 'application/json' },
    };
    const administrator = await counter.signedIn('demo-administrator-1');
    expect((await administrator.fetch(path, json)).status).toBe(403);
    expect((await counter.tablet.browser.fetch(path, json)).status).toBe(403);
    expect((await counter.browser().fetch(path, json)).status).toBe(401);
    expect((await view(caseId)).documents.every(({ withdrawn }) => withdrawn === null)).toBe(true);
    const param = { caseId, documentId };
    const byLead = counter.lead.cases[':caseId'].documents[':documentId'].withdraw.$post({
      param,
      json: { reason: 'x' },
    });
    expect((await byLead).status).toBe(200);
  });

  test('is a certificate: nobody withdraws what a citizen declared, or a paper of another case', async () => {
    const [one, other] = [await certified(), await certified()];
    const declaration = (await view(one.caseId)).documents.find(({ kind }) => kind === 'declaration');
    const documentId = declaration?.documentId ?? '';
    expect(await refusal(withdraw({ caseId: one.caseId, documentId }))).toEqual([409, 'not-a-certificate']);
    expect(await refusal(withdraw({ caseId: one.caseId, documentId: other.documentId }))).toEqual([404, 'not-found']);
  });

  test('needs a reason', async () => {
    const { caseId, documentId } = await certified();
    expect(await refusal(withdraw({ caseId, documentId }, ' '))).toEqual([422, 'request-invalid']);
  });

  test('is not handed out any more', async () => {
    const { caseId, documentId } = await certified();
    await must(withdraw({ caseId, documentId }));
    const handOut = counter.clerk.cases[':caseId'].handout.$post({
      ...of(caseId),
      json: { documentId, how: 'printed' },
    });
    expect(await refusal(handOut)).toEqual([409, 'document-withdrawn']);
  });

  test('is not handed out either where it is withdrawn while it comes out of the printer', async () => {
    const { caseId, documentId } = await certified();
    const { printer } = counter.office;
    counter.office.printer = {
      ...printer,
      print: async (...order) => {
        await must(withdraw({ caseId, documentId }));
        return printer.print(...order);
      },
    };
    const json = { documentId, how: 'printed' } as const;
    const handOut = counter.clerk.cases[':caseId'].handout.$post({ ...of(caseId), json });
    expect(await refusal(handOut)).toEqual([409, 'document-withdrawn']);
    counter.office.printer = printer;
    expect(await eventsOf(counter, caseId)).not.toContain('handed-out');
  });

  test('says so also while its seal is being made anew', async () => {
    const { caseId, documentId, code } = await certified();
    await must(withdraw({ caseId, documentId }));
    await counter.sql`update documents set state = 'pending' where document_id = ${documentId}`;
    expect((await answerTo(code)).state).toBe('withdrawn');
  });

  test('is issued anew with a code of its own; the old one stays withdrawn', async () => {
    const { caseId, documentId, code } = await certified();
    const tasksBefore = (await view(caseId)).tasks.length;
    await must(withdraw({ caseId, documentId }));
    const after = await must(reissue({ caseId, documentId }));
    expect(await must(reissue({ caseId, documentId }))).toEqual(after);
    const papers = after.documents.filter(({ kind }) => kind === 'meldebestaetigung');
    expect(papers.map(({ state, withdrawn }) => [state, withdrawn === null])).toEqual([
      ['sealed', false],
      ['sealed', true],
    ]);
    const next = await printedCode(papers[1]?.documentId ?? '');
    expect(next).not.toBe(code);
    expect((await answerTo(next)).state).toBe('genuine');
    expect((await answerTo(code)).state).toBe('withdrawn');
    expect(after.tasks).toHaveLength(tasksBefore);
    const events = await eventsOf(counter, caseId);
    expect(events.filter((event) => event === 'certificate-reissued')).toHaveLength(1);
  });

  test('is not issued anew while it counts', async () => {
    const { caseId, documentId } = await certified();
    const before = await view(caseId);
    expect(await must(reissue({ caseId, documentId }))).toEqual(before);
  });

  test('of a case that is over can be withdrawn and issued anew as well', async () => {
    const { caseId, documentId, code } = await certified();
    await must(counter.clerk.cases[':caseId'].finish.$post(of(caseId)));
    await must(withdraw({ caseId, documentId }));
    expect((await answerTo(code)).state).toBe('withdrawn');
    expect((await must(reissue({ caseId, documentId }))).state).toBe('finished');
    expect((await certificates(caseId)).filter(({ withdrawn }) => withdrawn === null)).toHaveLength(1);
  });

  test('does not keep a case open whose entry was a mistake', async () => {
    const { caseId, documentId } = await certified();
    await must(withdraw({ caseId, documentId }));
    expect((await must(counter.clerk.cases[':caseId'].finish.$post(of(caseId)))).state).toBe('finished');
  });
});
