import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startOffice, type TestOffice } from '../tests/support/office.ts';
import type { Refusal } from '../shared/base/refusal.ts';
import { rateLimits } from './db/tables.ts';
import { countTry, forgiveTry } from './rate-limit.ts';

const limit = { what: 'test', tries: 3, seconds: 60 };
let desk: TestOffice;
beforeEach(async () => {
  desk = await startOffice();
});
afterEach(() => desk.close());

const outcomes = async (count: number, who: string) => {
  const all = Array.from({ length: count }, () => countTry(desk.office, limit, who));
  return (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled').length;
};

describe('a limit', () => {
  test('holds exactly, however many try at the same moment', async () => {
    expect(await outcomes(20, 'a')).toBe(3);
  });

  test('counts everybody for themselves, and lets them try again in the next window', async () => {
    expect([await outcomes(4, 'a'), await outcomes(4, 'b')]).toEqual([3, 3]);
    desk.pass(60);
    expect(await outcomes(4, 'a')).toBe(3);
  });

  test('says how many seconds to wait', async () => {
    await outcomes(3, 'a');
    desk.pass(15);
    const refused = await countTry(desk.office, limit, 'a').catch((error: Refusal) => error);
    expect(refused).toMatchObject({ code: 'too-many-tries', details: { retryAfterSeconds: 45 } });
  });

  test('forgets a try that was a right one', async () => {
    await outcomes(3, 'a');
    await forgiveTry(desk.office, limit, 'a');
    expect(await outcomes(2, 'a')).toBe(1);
  });

  test('keeps no address, and nothing at all once the window has passed', async () => {
    await outcomes(1, '203.0.113.7');
    expect(JSON.stringify(await desk.office.db.select().from(rateLimits))).not.toContain('203.0.113.7');
    desk.pass(121);
    await outcomes(1, 'another');
    expect(await desk.office.db.select().from(rateLimits)).toHaveLength(1);
  });
});

describe('who tries', () => {
  const guess = (office: TestOffice, forwarded: string) =>
    office.browser().fetch('/api/devices/pair', { method: 'POST', headers: { 'X-Forwarded-For': forwarded } });

  test('behind our own proxy is the address that the proxy saw, whatever the client claims before it', async () => {
    const { settings } = desk.office;
    const office = await startOffice({ settings: { ...settings, trustedProxies: 1 } });
    for (let tries = 0; tries < 10; tries += 1) await guess(office, `198.51.100.${tries}, 203.0.113.7`);
    expect((await guess(office, '192.0.2.1, 203.0.113.7')).status).toBe(429);
    expect((await guess(office, '203.0.113.7, 203.0.113.8')).status).toBe(422);
    await office.close();
  });

  test('without a proxy cannot change who it is by claiming it', async () => {
    for (let tries = 0; tries < 10; tries += 1) await guess(desk, `198.51.100.${tries}`);
    expect((await guess(desk, '192.0.2.1')).status).toBe(429);
  });
});
