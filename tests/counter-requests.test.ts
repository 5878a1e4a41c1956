import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringCase, type Counter, newId, type Stage, startCounter } from './support/counter.ts';

/**
 * Every request of the counter, spoilt in every way: a wrong type, a part missing, too long, an unknown part, ten
 * megabytes, no JSON. Each is told so with a code, and nothing in the database changes.
 */
type Spoilt = {
  route: string;
  stage: Stage;
  by: 'clerk' | 'tablet' | 'nobody';
  json: Record<string, unknown>;
  optional?: string[];
};

const requests: Spoilt[] = [
  {
    route: 'POST /api/cases',
    stage: 'prepared',
    by: 'clerk',
    json: { caseId: newId(), service: 'anmeldung', persons: 2, registerKey: 'x' },
    optional: ['registerKey'],
  },
  {
    route: 'POST /api/cases/register-search',
    stage: 'prepared',
    by: 'clerk',
    json: { familienname: 'A', vornamen: 'B', geburtsdatum: '1990-01-01', letzteAnschrift: 'C' },
  },
  {
    route: 'PUT /api/cases/:caseId/answers',
    stage: 'prepared',
    by: 'clerk',
    json: { path: 'rolle', value: 'guardian' },
  },
  {
    route: 'POST /api/cases/:caseId/identifications',
    stage: 'prepared',
    by: 'clerk',
    json: { person: 'p2', document: 'RP', result: 'shown', note: 'x' },
    optional: ['note'],
  },
  {
    route: 'PUT /api/cases/:caseId/signers',
    stage: 'prepared',
    by: 'clerk',
    json: { signers: [{ id: 'p2', role: 'self', name: 'x' }] },
  },
  { route: 'POST /api/cases/:caseId/handover', stage: 'prepared', by: 'clerk', json: { deskId: 'echterdingen-1' } },
  { route: 'POST /api/cases/:caseId/return', stage: 'confirmed', by: 'clerk', json: { reason: 'x' } },
  { route: 'POST /api/cases/:caseId/paper', stage: 'reviewing', by: 'clerk', json: { scanId: 'x.pdf' } },
  { route: 'POST /api/cases/:caseId/mark-note', stage: 'confirmed', by: 'clerk', json: { actId: newId(), note: 'x' } },
  {
    route: 'POST /api/cases/:caseId/handout',
    stage: 'confirmed',
    by: 'clerk',
    json: { documentId: newId(), how: 'shown' },
  },
  {
    route: 'POST /api/counter/:caseId/begin',
    stage: 'handed-over',
    by: 'tablet',
    json: { locale: 'de', assistance: ['translated'] },
    optional: ['assistance'],
  },
  {
    route: 'POST /api/counter/:caseId/entitlement',
    stage: 'begun',
    by: 'tablet',
    json: { statement: 'entitled', instruction: 'informed-202a-stgb' },
  },
  { route: 'POST /api/counter/:caseId/locale', stage: 'filling', by: 'tablet', json: { locale: 'en' } },
  {
    route: 'POST /api/counter/:caseId/assistance',
    stage: 'filling',
    by: 'tablet',
    json: { assistance: ['accompanied'] },
  },
  { route: 'POST /api/counter/:caseId/show-at-end', stage: 'filling', by: 'tablet', json: { showsAtEnd: true } },
  {
    route: 'PUT /api/counter/:caseId/answers',
    stage: 'filling',
    by: 'tablet',
    json: { answers: [{ path: 'rolle', value: 'guardian' }] },
  },
  { route: 'POST /api/counter/:caseId/review', stage: 'filling', by: 'tablet', json: { assistance: ['read-aloud'] } },
  {
    route: 'POST /api/counter/:caseId/acts',
    stage: 'reviewing',
    by: 'tablet',
    json: { actId: newId(), jws: 'a.b.c', drawing: { schema: 'schalter/drawing@1', paths: [[[1, 1]]] } },
    optional: ['drawing'],
  },
  {
    route: 'POST /api/counter/:caseId/decline',
    stage: 'reviewing',
    by: 'tablet',
    json: { note: 'x' },
    optional: ['note'],
  },
  { route: 'POST /api/counter/:caseId/end', stage: 'confirmed', by: 'tablet', json: { handedOver: ['print'] } },
  {
    route: 'POST /api/copies',
    stage: 'confirmed',
    by: 'nobody',
    json: { token: 'AAAAAAAAAAAAAAAAAAAAAA', birthDate: '1987-04-16' },
  },
];

let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

describe.for(requests)('$route', ({ route, stage, by, json, optional = [] }) => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await bringCase(counter, stage);
  });
  const send = async (body: string) => {
    const [method = '', path = ''] = route.replace(':caseId', caseId).split(' ');
    const browser = { clerk: counter.clerkBrowser, tablet: counter.tablet.browser, nobody: counter.browser() }[by];
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

test('the description of the API knows every request of the counter, with its body', async () => {
  const answer = await counter.browser().fetch('/api/openapi.json');
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, { requestBody?: unknown }>> };
  for (const { route } of requests) {
    const [method = '', path = ''] = route.replace(':caseId', '{caseId}').split(' ');
    expect([route, paths[path]?.[method.toLowerCase()]?.requestBody]).toEqual([route, expect.any(Object)]);
  }
});

/** A clerk's or citizen's answer may be a tree; whether the form has a place for it is another question. */
const fits = (route: string, key: string, value: unknown): boolean =>
  route.endsWith('/cases/:caseId/answers') && key === 'value' && typeof value === 'object';

/** All that a request could have changed. */
async function everything(caseId: string): Promise<string> {
  const rows = await counter.sql`
    select c.version, c.changed_at, (select count(*) from evidence_entries e where e.case_id = c.case_id) as entries,
      (select count(*) from cases) as cases, (select count(*) from acts) as acts, (select count(*) from documents) as papers
    from cases c where c.case_id = ${caseId}`;
  return JSON.stringify(rows);
}
