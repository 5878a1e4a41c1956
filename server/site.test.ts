import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOffice, type TestOffice } from '../tests/support/office.ts';
import { makeSite } from './site.ts';

let office: TestOffice;
let site: ReturnType<typeof makeSite>;
let isDatabaseThere = true;
beforeAll(async () => {
  office = await startOffice();
  const dist = join(office.folder, 'dist');
  for (const app of ['tablet', 'clerk', 'citizen']) {
    mkdirSync(join(dist, app, 'assets'), { recursive: true });
    writeFileSync(join(dist, app, 'index.html'), `<title>${app}</title>`);
    writeFileSync(join(dist, app, 'sw.js'), '// worker');
    writeFileSync(join(dist, app, 'assets', 'main-a1b2c3.js'), 'run();');
    writeFileSync(join(dist, app, 'assets', 'main-a1b2c3.js.gz'), gzipSync('run();'));
  }
  writeFileSync(join(office.folder, 'geheim.txt'), 'geheim');
  site = makeSite(office.office, dist, {
    isReady: async () => ({ database: isDatabaseThere, migrations: true, workers: true }),
  });
});
afterAll(() => office.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  site.request(`http://office.test${path}`, { headers });

describe('the site', () => {
  test.for(['tablet', 'clerk', 'citizen'])('serves /%s/ and answers its deep links with the same page', async (app) => {
    for (const path of [`/${app}/`, `/${app}/case/0193538e`, `/${app}/a/b?c=d`]) {
      const answer = await get(path);
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, `<title>${app}</title>`]);
      expect(answer.headers.get('Cache-Control')).toBe('no-cache');
    }
  });

  test('lets a browser keep what has a hash in its name, and asks again for everything else', async () => {
    const asset = await get('/tablet/assets/main-a1b2c3.js');
    expect(asset.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/tablet/sw.js')).headers.get('Cache-Control')).toBe('no-cache');
    expect((await get('/tablet/assets/main-0000.js')).headers.get('Cache-Control')).toBe('no-cache');
  });

  test('sends what was packed small when it was built', async () => {
    const answer = await get('/tablet/assets/main-a1b2c3.js', { 'Accept-Encoding': 'gzip, deflate' });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(answer.headers.get('Content-Type')).toContain('javascript');
  });

  test('says of a missing file that it is missing, and gives no page in its place', async () => {
    expect((await get('/tablet/assets/main-0000.js')).status).toBe(404);
    expect((await get('/tablet/missing.png')).status).toBe(404);
    expect((await get('/elsewhere')).status).toBe(404);
  });

  test.for([
    '/tablet/../geheim.txt',
    '/tablet/..%2f..%2fgeheim.txt',
    '/tablet/%2e%2e/%2e%2e/geheim.txt',
    '/tablet//etc/passwd',
  ])('gives nothing from outside the apps: %s', async (path) => {
    const answer = await site.request(new Request(`http://office.test${path}`));
    expect(await answer.text()).not.toMatch(/geheim|root:/);
  });

  test('leads from the bare address to the desk', async () => {
    const answer = await get('/');
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/clerk/']);
  });

  test('tells the browser on every answer to run our own scripts only', async () => {
    for (const path of ['/clerk/', '/api/staff/demo', '/nowhere', '/api/nowhere', '/tablet/assets/main-a1b2c3.js']) {
      const { headers } = await get(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    }
  });
});

describe('the machine room', () => {
  test('hears that the process lives', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ alive: true });
  });

  test('hears what the process lacks to work', async () => {
    expect((await get('/readyz')).status).toBe(200);
    isDatabaseThere = false;
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ database: false, migrations: true, workers: true });
  });
});
