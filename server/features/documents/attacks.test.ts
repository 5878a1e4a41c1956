import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aDrawing,
  bringCase,
  type Counter,
  leaseOf,
  makeAct,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';
import { printAt } from './print.ts';

/** Somebody wants another person's papers, or wants that nobody gets his own. */
let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

const routeOf = () => counter.tablet.browser.api.api.counter[':caseId'];
const offer = (caseId: string) => must(routeOf().copy.$post({ param: { caseId } }));
const open = (token: string, birthDate: string) =>
  counter.browser().api.api.copies.$post({ json: { token, birthDate } });

describe('whoever holds a link and guesses the date of birth', () => {
  test('gains no tries from a second link, because it ends the first', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const [first, second] = [await offer(caseId), await offer(caseId)];
    expect(await refusal(open(first.token, '1987-04-16'))).toEqual([410, 'copy-gone']);
    expect((await open(second.token, '1987-04-16')).status).toBe(200);
  });

  test.for(['1987-00-00', '0000-00-00', '1987-04-00', '9999-99-99'])('gains nothing from %s', async (birthDate) => {
    const { token } = await offer(await bringCase(counter, 'confirmed'));
    expect(await refusal(open(token, birthDate))).toEqual([403, 'birth-date-wrong']);
  });

  test('finds no links that are over lying about', async () => {
    await offer(await bringCase(counter, 'confirmed'));
    counter.pass(25 * 3600);
    const tablet = counter.tablet;
    await tablet.openSession();
    counter.pass(1);
    const again = await counter.signedIn('demo-clerk-1');
    for (const [name, value] of again.jar) counter.clerkBrowser.jar.set(name, value);
    await offer(await bringCase(counter, 'confirmed'));
    expect(await counter.sql`select 1 from copy_links`).toHaveLength(1);
  });
});

test('a token in the path is no route, so no proxy writes one down', async () => {
  const { token } = await offer(await bringCase(counter, 'confirmed'));
  const body = JSON.stringify({ token, birthDate: '1987-04-16' });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await counter.browser().fetch(`/api/copies/${token}`, { method: 'POST', headers, body });
  expect(answer.status).toBe(404);
});

test('no cache keeps a document: not the browser’s, not one on the way', async () => {
  const caseId = await bringCase(counter, 'confirmed');
  const { token } = await offer(caseId);
  const copy = await open(token, '1987-04-16');
  const { documents } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
  const file = await counter.clerkBrowser.fetch(`/api/documents/${documents[0]?.documentId}`);
  for (const answer of [copy, file]) {
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  }
});

describe('an id in capitals', () => {
  test.for(['POST /counter/:id/copy', 'POST /cases/:id/accept', 'GET /cases/:id'] as const)(
    'names nothing, so nothing is encrypted under it: %s',
    async (route) => {
      const caseId = await bringCase(counter, 'confirmed');
      const [method = '', path = ''] = route.split(' ');
      const browser = path.startsWith('/counter') ? counter.tablet.browser : counter.clerkBrowser;
      const answer = await browser.fetch(`/api${path.replace(':id', caseId.toUpperCase())}`, { method });
      expect(answer.status).toBe(404);
    },
  );
});

describe('a tablet that wants an accepted case to have no document', () => {
  test.for(['2026-13-45T25:61:61.999Z', '0000-00-00T00:00:00.000Z'])(
    'cannot confirm at %s, which no calendar has',
    async (capturedAt) => {
      const caseId = await bringCase(counter, 'reviewing');
      const json = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), { capturedAt, offline: true });
      expect(await refusal(routeOf().acts.$post({ param: { caseId }, json }))).toEqual([422, 'act-unreadable']);
    },
  );
});

describe('words that no paper can show', () => {
  const unprintable = 'Frau 😀 \u202eMüller';

  test('are no name of a signer, because his declaration could never be sealed', async () => {
    const caseId = await bringCase(counter, 'prepared');
    const signers = [{ id: 'p1', role: 'self' as const, name: unprintable }];
    const answer = counter.clerk.cases[':caseId'].signers.$put({ param: { caseId }, json: { signers } });
    expect(await refusal(answer)).toEqual([422, 'request-invalid']);
  });

  test('are no note to a mark', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    const act = await makeAct(counter.tablet, await leaseOf(counter.tablet, caseId), {
      method: 'mark',
      drawing: aDrawing,
    });
    await must(routeOf().acts.$post({ param: { caseId }, json: act }));
    const note = { param: { caseId }, json: { actId: act.actId, note: unprintable } };
    expect(await refusal(counter.clerk.cases[':caseId']['mark-note'].$post(note))).toEqual([422, 'request-invalid']);
  });
});

describe('somebody who presses „Drucken“ without end', () => {
  test('empties no tray: thirty sheets in ten minutes at one desk, and other desks go on', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const print = () => routeOf().copy.print.$post({ param: { caseId } });
    counter.pass(600);
    for (let sheets = 0; sheets < 30; sheets += 1) expect((await print()).status).toBe(204);
    const before = await counter.sql`select count(*) from evidence_entries where case_id = ${caseId}`;
    expect(await refusal(print())).toEqual([429, 'too-many-tries']);
    expect(await counter.sql`select count(*) from evidence_entries where case_id = ${caseId}`).toEqual(before);
    await printAt(counter.office, { deskId: 'leinfelden-1', name: 'Erklaerung', pdf: new Uint8Array([37]) });
    counter.pass(600);
    expect((await print()).status).toBe(204);
  });
});

test('an id nobody gave out is not found, whoever guesses', async () => {
  for (const browser of [counter.browser(), counter.tablet.browser])
    expect((await browser.fetch(`/api/documents/${newId()}`)).status).toBeGreaterThanOrEqual(401);
  expect((await counter.clerkBrowser.fetch(`/api/documents/${newId()}`)).status).toBe(404);
});
