import { expect, test } from 'vitest';
import { Hono } from 'hono';
import type { OfficeSettings } from './context.ts';
import { answerMetrics } from './metrics.ts';

/** Who may read the figures. */
const show = async () => ({ text: 'schalter_documents 1', type: 'text/plain' });
const settings = { trustedProxies: 0 } as OfficeSettings; // The door looks at nothing else.
const door = (token?: string, over: Partial<OfficeSettings> = {}) =>
  new Hono().get('/metrics', (c) => answerMetrics(c, { show, token }, { ...settings, ...over }));
const ask = async (site: Hono, remoteAddress: string, headers: Record<string, string> = {}) =>
  (await site.request('/metrics', { headers }, { incoming: { socket: { remoteAddress } } })).status;

test.for([
  ['a program on this machine', '127.0.0.1', {}, 200],
  ['the same by IPv6', '::1', {}, 200],
  ['the same by IPv4 in IPv6', '::ffff:127.0.0.1', {}, 200],
  ['somebody in the network', '10.0.0.7', {}, 404],
  ['somebody behind a proxy on this machine', '127.0.0.1', { 'X-Forwarded-For': '10.0.0.7' }, 404],
  ['somebody who knows a word, where none is set', '10.0.0.7', { Authorization: 'Bearer undefined' }, 404],
] as const)('without a token %s gets %s %j %s', async ([, address, headers, status]) => {
  expect(await ask(door(), address, headers)).toBe(status);
});

test.for([
  ['whoever knows it', 'Bearer ein-langes-geheimes-wort', 200],
  ['whoever guesses', 'Bearer ein-langes-geheimes-wor', 404],
  ['whoever says nothing', '', 404],
] as const)('with a token %s is answered, from wherever', async ([, authorization, status]) => {
  const headers = authorization ? { Authorization: authorization } : {};
  expect(await ask(door('ein-langes-geheimes-wort'), '10.0.0.7', headers)).toBe(status);
});

test('behind proxies of our own everybody comes from here, so nobody is let in without a token', async () => {
  expect(await ask(door(undefined, { trustedProxies: 1 }), '127.0.0.1')).toBe(404);
});
