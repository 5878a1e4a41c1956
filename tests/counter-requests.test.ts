import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from './support/browser.ts';
import { bringCase, type Counter, newId, startCounter } from './support/counter.ts';
import { wholeRequests } from './support/whole-requests.ts';

/**
 * Every request of the office that has a body, spoilt in every way: a wrong type, a part missing, too long, an unknown part, ten
 * megabytes, no JSON. Each is told so with a code, and nothing in the database changes.
 */
let counter: Counter;
let lead: Browser;
beforeAll(async () => {
  counter = await startCounter();
  lead = await counter.signedIn('demo-lead');
});
afterAll(() => counter.close());

describe.for(wholeRequests)('$route', ({ route, stage, by, json, optional = [] }) => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await bringCase(counter, stage);
  });
  const send = async (body: string) => {
    const named = route.replace(':caseId', caseId).replace(':documentId', newId()).replace(':staffId', 'demo-clerk-1');
    const [method = '', path = ''] = named.split(' ');
    const { clerkBrowser: clerk, tablet } = counter;
    const browser = { clerk, lead, tablet: tablet.browser, nobody: counter.browser() }[by];
    // How often somebody may be wrong is another test's question.
    await counter.sql`delete from rate_limits`;
    const before = await everything(caseId);
    const answer = await browser.fetch(path, { method, body, headers: { 'content-type': 'application/json' } });
    const { code } = (await answer.json()) as { code: string };
    expect(await everything(caseId)).toEqual(before);
    return [answer.status, code];
  };

  test('with a part of a wrong type is refused', async () => {
    for (const key of Object.keys(json))
      for (const wrong of [{ a: { b: 1 } }, 17.5, [[['x']]]].filter((value) => !fits(route, key, value)))
        expect([key, ...(await send(JSON.stringify({ ...json, [key]: wrong })))]).toEqual([
          key,
          422,
          'request-invalid',
        ]);
  });

  test('with a part missing is refused', async () => {
    for (const key of Object.keys(json).filter((one) => !optional.includes(one)))
      expect([key, ...(await send(JSON.stringify({ ...json, [key]: undefined })))]).toEqual([
        key,
        422,
        'request-invalid',
      ]);
  });

  test('with a part that is too long is refused', async () => {
    for (const key of Object.keys(json))
      expect([key, ...(await send(JSON.stringify({ ...json, [key]: 'x'.repeat(9_000) })))]).toEqual([
        key,
        422,
        'request-invalid',
      ]);
  });

  test('with an unknown part is refused', async () => {
    expect(await send(JSON.stringify({ ...json, pressure: [0.5] }))).toEqual([422, 'request-invalid']);
  });

  test('that is no JSON, or something else than an object, is refused', async () => {
    for (const body of ['', '{"caseId":', 'null', '[]', '"x"', '7', '{"a":"\\u0000"}', '['.repeat(500)])
      expect([body.slice(0, 12), ...(await send(body))]).toEqual([body.slice(0, 12), 422, 'request-invalid']);
  });

  test('of ten megabytes is refused as too large', async () => {
    expect(await send(JSON.stringify({ ...json, x: 'x'.repeat(10 * 1024 * 1024) }))).toEqual([
      413,
      'request-too-large',
    ]);
  });
});

test('ten megabytes are refused where no body is asked for, too, and nothing happens', async () => {
  const caseId = await bringCase(counter, 'confirmed');
  const { clerkBrowser: clerk, tablet } = counter;
  const requests = [
    ...['accept', 'recall', 'entry', 'finish'].map((what) => [clerk, `/api/cases/${caseId}/${what}`] as const),
    ...['copy', 'paper', 'review/leave'].map((what) => [tablet.browser, `/api/counter/${caseId}/${what}`] as const),
  ];
  const before = await everything(caseId);
  const body = JSON.stringify({ x: 'x'.repeat(10 * 1024 * 1024) });
  for (const [browser, path] of requests) {
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const answer = await browser.fetch(path, { method: 'POST', body, headers });
    expect([path, answer.status, await answer.json()]).toMatchObject([path, 413, { code: 'request-too-large' }]);
  }
  expect(await everything(caseId)).toEqual(before);
});

describe('an id in the path that is none', () => {
  test.for([
    ['GET', '/api/cases/none'],
    ['GET', '/api/cases/none/evidence.json'],
    ['POST', '/api/cases/none/recall'],
    ['POST', `/api/cases/${newId()}/tasks/none/done`],
    ['GET', '/api/documents/none'],
  ] as const)('%s %s names nothing', async ([method, path]) => {
    const answer = await counter.clerkBrowser.fetch(path, { method });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'not-found']);
  });

  test.for(['state=lost', 'limit=0', 'limit=x', 'limit=1000', 'page=2', `search=${'x'.repeat(500)}`])(
    'the list refuses ?%s',
    async (query) => {
      expect((await counter.clerkBrowser.fetch(`/api/cases?${query}`)).status).toBe(422);
    },
  );
});

test('every request that has a body by the description of the API is spoilt here', async () => {
  const answer = await counter.browser().fetch('/api/openapi.json');
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, { requestBody?: unknown }>> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody }]) => requestBody !== undefined)
      .map(([method]) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.toSorted()).toEqual(wholeRequests.map(({ route }) => route).toSorted());
});

/** A clerk's or citizen's answer may be a tree; whether the form has a place for it is another question. */
const fits = (route: string, key: string, value: unknown): boolean =>
  route.endsWith('/cases/:caseId/answers') && key === 'value' && typeof value === 'object';

/** All that a request could have changed. */
async function everything(caseId: string): Promise<string> {
  const rows = await counter.sql`
    select c.version, c.changed_at, (select count(*) from evidence_entries e where e.case_id = c.case_id) as entries,
      (select count(*) from cases) as cases, (select count(*) from acts) as acts, (select count(*) from documents) as papers,
      (select string_agg(s::text, '' order by s.staff_id) from staff s) as staff, (select count(*) from devices) as devices,
      (select count(*) from staff_sessions) as sessions, (select count(*) from pairing_codes) as codes
    from cases c where c.case_id = ${caseId}`;
  return JSON.stringify(rows);
}
