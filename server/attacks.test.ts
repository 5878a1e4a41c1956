import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOffice, type TestOffice } from '../tests/support/office.ts';
import { networkOf } from './rate-limit.ts';

/** Strangers at the real door, without a browser that would keep them within bounds. */
let office: TestOffice;
let port: number;
beforeAll(async () => {
  office = await startOffice();
  port = Number(new URL((await office.open()).url).port);
});
afterAll(() => office.close());

/** Sends exactly these lines and gives what comes back before the line is closed or half a second passed. */
function sendLines(...lines: string[]): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let heard = '';
    socket.setTimeout(500, () => socket.destroy());
    socket.on('data', (part) => (heard += part.toString()));
    socket.on('error', () => {});
    socket.on('close', () => done(heard));
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1] ?? 0);

describe('a path that no browser would send', () => {
  test.for([
    '/tablet/..%2f..%2fkeys.json',
    '/tablet/../../keys.json',
    '/tablet/..%5c..%5ckeys.json',
    '/tablet/%2e%2e%2f%2e%2e%2fkeys.json',
    '/tablet//etc/passwd',
    '/tablet/%00',
    '/tablet/%ff%fe',
    '/tablet/%',
    '/api/%',
    '//evil.example/clerk',
    '/\\evil.example',
    '/clerk/..%2f..%2f..%2f..%2fetc%2fpasswd',
  ])('%s gives no file, leads nowhere else and breaks nothing', async (path) => {
    const answer = await sendLines(`GET ${path} HTTP/1.1`, 'Host: office.test', 'Connection: close');
    expect([301, 302, 400, 404]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/wrapping|root:|Location: (?!\/)|Location: \/[/\\]/i);
  });

  test('a host of one’s own choice turns up in no answer', async () => {
    const answer = await sendLines('GET /clerk HTTP/1.1', 'Host: evil.example', 'Connection: close');
    expect(answer).not.toContain('evil.example');
  });
});

describe('a WebSocket', () => {
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  const key = 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
  test.for([
    ['no session', '/api/live', ['Origin: http://office.test']],
    ['no origin', '/api/live', []],
    ['another origin', '/api/live', ['Origin: http://evil.example']],
    ['an origin that begins like ours', '/api/live', ['Origin: http://office.test.evil.example']],
    ['an origin that is none', '/api/live', ['Origin: null']],
    ['another path', '/api/cases', ['Origin: http://office.test']],
    ['a path that is none', '//', ['Origin: http://office.test']],
  ] as const)('with %s is not opened, not even with a cookie', async ([what, path, headers]) => {
    const clerk = await office.signedIn('demo-clerk-1');
    const cookies = what === 'no session' ? [] : [`Cookie: ${clerk.cookies()}`];
    const answer = await sendLines(
      `GET ${path} HTTP/1.1`,
      'Host: office.test',
      ...upgrade,
      key,
      ...headers,
      ...cookies,
    );
    expect(statusOf(answer)).toBe(401);
  });
});

describe('whoever writes X-Forwarded-For himself', () => {
  const guess = (trustedProxies: number, forwarded: string) => {
    office.office.settings.trustedProxies = trustedProxies;
    const code = 'AAAA-AAAA';
    const deviceId = '0193538e-5c60-7c3c-a3f1-0000000000ab';
    return office.browser().fetch('/api/devices/pair', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded },
      body: JSON.stringify({ deviceId, code, jwk: { kty: 'EC', crv: 'P-256', x: 'A', y: 'A' }, proof: 'x' }),
    });
  };

  test.for([0, 1, 2])('gains no tries behind %i proxies', async (proxies) => {
    office.pass(600);
    const own = Array.from({ length: proxies }, (_, at) => `203.0.113.${at + proxies * 10}`);
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries += 1)
      statuses.push((await guess(proxies, [`198.51.100.${tries}`, ...own].join(', '))).status);
    expect(statuses.slice(0, 10)).not.toContain(429);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  test.for([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['198.51.100.7', '198.51.100.7'],
    ['unknown', 'unknown'],
    ['[2001:db8::1]:443', '[2001:db8::1]:443'],
  ] as const)('%s counts as %s', ([address, network]) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('what lies on the disk', () => {
  test('the office’s keys can be read by its own account only', () => {
    expect(statSync(join(office.folder, 'keys.json')).mode & 0o077).toBe(0);
  });
});

describe('a cookie of a session', () => {
  test('over https belongs to this host alone, and no script reads it', async () => {
    office.office.settings.origin = 'https://office.test';
    const answer = await office.app.request('https://office.test/api/staff/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://office.test' },
      body: '{"staffId":"demo-clerk-1"}',
    });
    office.office.settings.origin = 'http://office.test';
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-schalter-staff=/);
    for (const part of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(part);
    expect(cookie).not.toMatch(/domain/i);
  });
});
