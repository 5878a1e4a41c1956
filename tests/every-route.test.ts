import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, rolesOf } from '../server/http.ts';
import type { Browser } from './support/browser.ts';
import { bringCase, type Counter, newId, startCounter } from './support/counter.ts';
import { pairedTablet } from './support/tablet.ts';

/**
 * Every route there is, asked by somebody it admits who sends what no page of ours would: each is refused with a code,
 * nothing is a bug of ours, and nothing of a case changes. A route that is added is asked too.
 */
let counter: Counter;
let caseId: string;
const browsers: Partial<Record<Role, Browser>> = {};
beforeAll(async () => {
  counter = await startCounter();
  caseId = await bringCase(counter, 'filling');
  browsers.lead = await counter.signedIn('demo-lead');
  browsers.clerk = await counter.signedIn('demo-clerk-2');
  browsers.administrator = await counter.signedIn('demo-administrator-1');
  browsers.device = (await pairedTablet(counter, 'leinfelden-4')).browser;
  browsers.anyone = counter.browser();
});
afterAll(() => counter.close());

type Route = { method: string; path: string; browser: Browser };
/** Each route with a browser of the first role it admits; the tablet is the one of another desk. */
const routes = (): Route[] =>
  counter.app.routes.flatMap(({ method, path, handler }) => {
    const browser = browsers[rolesOf.get(handler)?.[0] ?? 'clerk'];
    return rolesOf.has(handler) && browser && !path.endsWith('/sign-out') ? [{ method, path, browser }] : [];
  });
const writes = () => routes().filter(({ method }) => method !== 'GET');

const everything = async () =>
  JSON.stringify([
    await counter.sql`select * from cases order by case_id`,
    await counter.sql`select * from evidence_entries order by case_id, position`,
    await counter.sql`select device_id, state from devices order by device_id`,
    await counter.sql`select * from staff order by staff_id`,
  ]);

/** What came back that should not have: a bug, or a yes. */
async function yielded(all: readonly Route[], ask: (route: Route) => Promise<Response>, mayPass: number[] = []) {
  expect(all.length).toBeGreaterThan(20);
  const before = await everything();
  const wrong: string[] = [];
  for (const route of all) {
    const answer = await ask(route);
    const code = answer.status >= 400 ? ((await answer.json()) as { code: string }).code : 'passed';
    const isRefused = answer.status >= 400 && answer.status < 500;
    if (!isRefused && !mayPass.includes(answer.status))
      wrong.push(`${route.method} ${route.path}: ${answer.status} ${code}`);
  }
  expect(await everything()).toBe(before);
  return wrong;
}

describe('a name in the path', () => {
  test.for([
    ['with a NUL', 'a%00b'],
    ['with half a character', '%ed%a0%80'],
    ['of a prototype', '__proto__'],
    ['of a constructor', 'constructor'],
    ['that climbs', '..%2f..%2fstaff'],
    ['that speaks SQL', '%27%20or%201=1'],
    ['without end', 'x'.repeat(5_000)],
  ] as const)('%s names nothing', async ([, name]) => {
    const named = routes().filter(({ path }) => path.includes(':'));
    const ask = ({ method, path, browser }: Route) =>
      browser.fetch(path.replaceAll(/:\w+/g, name), {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method !== 'GET' && { body: path.endsWith('/pin') ? '{"pin":"123456"}' : '{}' }),
      });
    expect(await yielded(named, ask)).toEqual([]);
  });

  test('that is the case of another desk, or of nobody, is not found by a tablet, whatever it asks', async () => {
    const ofTablet = routes().filter(({ path }) => path.startsWith('/api/counter/:caseId'));
    expect(ofTablet.length).toBeGreaterThan(10);
    for (const id of [caseId, newId()]) {
      const ask = ({ method, path, browser }: Route) =>
        browser.fetch(path.replace(':caseId', id), {
          method,
          headers: { 'content-type': 'application/json' },
          ...(method !== 'GET' && { body: bodies[path.split('/').at(-1) ?? ''] ?? '{}' }),
        });
      for (const route of ofTablet) {
        const answer = await ask(route);
        expect([route.path, answer.status, await answer.json()]).toMatchObject([
          route.path,
          404,
          { code: 'not-found' },
        ]);
      }
    }
  });
});

/** What each of these would take from its own tablet. */
const bodies: Readonly<Record<string, string>> = {
  begin: '{"locale":"de"}',
  entitlement: '{"statement":"entitled","instruction":"informed-202a-stgb"}',
  locale: '{"locale":"en"}',
  assistance: '{"assistance":[]}',
  'show-at-end': '{"showsAtEnd":true}',
  answers: '{"answers":[{"path":"rolle","value":"self"}]}',
  review: '{"assistance":[]}',
  acts: `{"actId":"${newId()}","jws":"a.b.c"}`,
  end: '{"handedOver":[]}',
};

describe('a body', () => {
  const nul = '{"staffId":"a\\u0000b","name":"\\u0000","service":"\\u0000"}';
  test.for<[string, string, string]>([
    ['in another case of letters', 'APPLICATION/JSON', nul],
    ['with a charset', 'application/json; charset=utf-7', nul],
    ['in a dialect of JSON', 'application/vnd.schalter+json', nul],
    ['deeply nested, in another case of letters', 'Application/Json', `{"a":${'['.repeat(20_000)}`],
    ['of a form', 'application/x-www-form-urlencoded', 'staffId=demo-lead&pin=123456'],
    [
      'of a form with files',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="pin"\r\n\r\n123456\r\n--x--',
    ],
    ['of XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['of plain text', 'text/plain', '{"pin":"123456"}'],
    [
      'that changes prototypes',
      'application/json',
      '{"__proto__":{"role":"lead"},"constructor":{"prototype":{"role":"lead"}}}',
    ],
    ['of two megabytes', 'application/json', JSON.stringify({ a: 'x'.repeat(2_000_000) })],
  ])('%s is refused everywhere, or says nothing', async ([, type, body]) => {
    const ask = ({ method, path, browser }: Route) =>
      browser.fetch(path.replaceAll(/:\w+/g, newId()), { method, body, headers: { 'content-type': type } });
    expect(await yielded(writes(), ask)).toEqual([]);
    expect(Reflect.get({}, 'role')).toBeUndefined();
  });

  test('from another page is refused before anybody reads it', async () => {
    const ask = ({ method, path, browser }: Route) =>
      browser.fetch(path.replaceAll(/:\w+/g, caseId), { method, headers: { Origin: 'http://evil.test' } });
    expect(await yielded(writes(), ask)).toEqual([]);
  });
});
