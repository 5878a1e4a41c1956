import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOffice, type TestOffice } from '../tests/support/office.ts';
import { openDb } from './db/client.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const post = (content: string, headers: Record<string, string> = {}) =>
  office.browser().fetch('/api/staff/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: content,
  });
const wish = JSON.stringify({ staffId: 'demo-lead' });

describe('a request that is no good', () => {
  test.for([
    ['broken off', '{"staffId":'],
    ['empty', ''],
    ['not an object', '"demo-lead"'],
    ['of the wrong type', '{"staffId":1}'],
    ['without the field', '{}'],
    ['with a field nobody asked for', '{"staffId":"demo-lead","role":"administrator"}'],
    ['too long', JSON.stringify({ staffId: 'x'.repeat(61) })],
    ['with a character that is none', '{"staffId":"demo\\u0000lead"}'],
    ['with half a character', '{"staffId":"demo\\ud83dlead"}'],
    ['nested a thousand times', `${'['.repeat(1_000)}${']'.repeat(1_000)}`],
    ['nested beyond any stack', '['.repeat(200_000)],
    ['of a text that never ends', `{"${'\\"'.repeat(100_000)}`],
  ] as const)('%s is refused, and nobody is signed in', async ([, content]) => {
    const answer = await post(content);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: 'urn:schalter:request-invalid', code: 'request-invalid' });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('says where it is wrong and never what stood there', async () => {
    const text = await (await post('{"staffId":"demo-lead","geburtsname":"Geheim"}')).text();
    expect(JSON.parse(text)).toMatchObject({ details: { fields: ['geburtsname'] } });
    expect(text).not.toContain('Geheim');
  });

  test('as something other than JSON is refused', async () => {
    expect((await post(wish, { 'Content-Type': 'text/plain' })).status).toBe(422);
  });

  test('of ten megabytes is refused', async () => {
    const answer = await post(`{"staffId":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'request-too-large' });
  });

  test('of ten megabytes that does not say its length is read no further than the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384;
        if (sent > 10 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(16_384).fill(97));
      },
    });
    const headers = { 'Content-Type': 'application/json', Origin: 'http://office.test' };
    // `duplex` is required by the Fetch standard for streams, and missing in the types.
    const init = { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit;
    const answer = await office.app.request(new Request('http://office.test/api/staff/sign-in', init));
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(1024 * 1024);
  });

  test('to a place that does not exist is answered as a problem too', async () => {
    const answer = await office.browser().fetch('/api/nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
  });
});

describe('a write', () => {
  test.for([
    ['our own page', { Origin: 'http://office.test' }, 200],
    ['our own page, as newer browsers say', { Origin: 'http://office.test', 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['another page', { Origin: 'http://evil.test' }, 403],
    ['another port', { Origin: 'http://office.test:81' }, 403],
    ['another scheme', { Origin: 'https://office.test' }, 403],
    ['a name that only begins like ours', { Origin: 'http://office.test.evil.test' }, 403],
    ['a sandboxed frame', { Origin: 'null' }, 403],
    ['a sister site', { Origin: 'http://office.test', 'Sec-Fetch-Site': 'same-site' }, 403],
    [
      'another site that forged nothing but its name',
      { Origin: 'http://office.test', 'Sec-Fetch-Site': 'cross-site' },
      403,
    ],
  ] as const)('from %s is answered %3$i', async ([, headers, status]) => {
    expect((await post(wish, headers)).status).toBe(status);
  });

  test('that does not say where it comes from is refused', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await office.app.request('http://office.test/api/staff/sign-in', {
      method: 'POST',
      headers,
      body: wish,
    });
    expect(await answer.json()).toMatchObject({ code: 'origin-forbidden' });
  });
});

describe('an error of ours', () => {
  test('is logged and not shown', async () => {
    const nowhere = openDb('postgres://schalter:geheim@127.0.0.1:1/schalter', 1);
    const broken = await startOffice({ db: nowhere.db });
    const answer = await broken.browser().fetch('/api/staff/demo');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'Interner Fehler',
      status: 500,
      code: 'internal',
    });
    await nowhere.close();
    await broken.close();
  });
});

describe('the description of the API', () => {
  test('knows every route with its body and its answers', async () => {
    const answer = await office.browser().fetch('/api/openapi.json');
    const { openapi, paths } = (await answer.json()) as { openapi: string; paths: Record<string, object> };
    expect(openapi).toMatch(/^3\.1/);
    const described = new Set(Object.keys(paths));
    const routes = office.app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path);
    const missing = routes.map((path) => path.replaceAll(/:(\w+)/g, '{$1}')).filter((path) => !described.has(path));
    expect(missing.filter((path) => path !== '/api/openapi.json')).toEqual([]);
    expect(JSON.stringify(paths['/api/devices/pair'])).toContain('"proof"');
  });
});
