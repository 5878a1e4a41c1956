import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../shared/base/bytes.ts';
import { startSmallServer } from '../../tests/support/small-server.ts';
import { askOutside, isInside, type OutgoingRules } from './outgoing.ts';

const server = await startSmallServer(() => ({ type: 'text/plain', body: utf8('innen') }));
afterAll(() => server.close());
const port = server.host.split(':')[1];

const ask = (url: string, rules: Partial<OutgoingRules> = {}) =>
  askOutside(
    { url, method: 'GET', accepts: ['text/plain'], signal: new AbortController().signal },
    { hosts: [server.host], privateHosts: [], seconds: 2, mostBytes: 100, ...rules },
  );

test('a host inside is asked where that is meant', async () => {
  expect(new TextDecoder().decode(await ask(server.url, { privateHosts: [server.host] }))).toBe('innen');
});

test('a kept connection that was closed in the meantime is no outage', async () => {
  let connections = 0;
  const forgetful = createServer((socket) => {
    connections += 1;
    let requests = 0;
    socket.on('error', () => {});
    socket.on('data', () => {
      if ((requests += 1) > 1) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nnoch');
    });
  });
  forgetful.listen(0, '127.0.0.1');
  await once(forgetful, 'listening');
  const address = forgetful.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const rules = { hosts: [host], privateHosts: [host] };
  for (let at = 0; at < 2; at += 1) expect(new TextDecoder().decode(await ask(`http://${host}/`, rules))).toBe('noch');
  expect(connections).toBe(2);
  forgetful.close();
});

describe('nobody inside is asked', () => {
  test.for<[string, string, string[], string]>([
    ['by an address of this machine', server.url, [server.host], 'an address inside'],
    ['by a name that leads to this machine', `http://localhost:${port}/`, [`localhost:${port}`], 'an address inside'],
    ['by IPv6', `http://[::1]:${port}/`, [`[::1]:${port}`], 'an address inside'],
    ['by IPv4 in IPv6', `http://[::ffff:127.0.0.1]:${port}/`, [`[::ffff:7f00:1]:${port}`], 'an address inside'],
    ['by an odd way to write an address', `http://2130706433:${port}/`, [server.host], 'an address inside'],
    ['by a host that is not on the list', 'http://other.example/', [server.host], 'not on the list'],
    ['by another port', 'http://127.0.0.1:22/', [server.host], 'not on the list'],
    ['with a password in the address', `http://a:b@${server.host}/`, [server.host], 'no address'],
    ['by another scheme', 'ldap://directory.example/', ['directory.example'], 'no address'],
    ['by a file', 'file:///etc/passwd', [''], 'no address'],
  ])('%s', async ([, url, hosts, reason]) => {
    server.asked = [];
    await expect(ask(url, { hosts })).rejects.toThrow(reason);
    expect(server.asked).toEqual([]);
  });
});

test.for([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['8.8.8.8', false],
  ['fd00::1', true],
  ['fe80::1', true],
  ['fe80::1%eth0', true],
  ['fec0::1', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['::10.0.0.1', true],
  ['::ffff:0:10.0.0.1', true],
  ['64:ff9b::10.0.0.1', true],
  ['64:ff9b:1::10.0.0.1', true],
  ['2002:a00:1::1', true],
  ['2001:0:a00:1::1', true],
  ['2001:4860:4860::8888', false],
  ['2a01:4f8::1', false],
] as const)('%s is inside: %s', ([address, expected]) => {
  expect(isInside(address)).toBe(expected);
});
