import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOffice, type TestOffice } from '../../../tests/support/office.ts';
import { isPin } from '../../../shared/base/pin.ts';
import { findStaff } from './queries.ts';
import { staffSessions } from './tables.ts';

let desk: TestOffice;
beforeAll(async () => {
  desk = await startOffice();
});
afterAll(() => desk.close());

describe('signing in to the demo office', () => {
  test('shows five invented persons before anybody signed in', async () => {
    const { staff } = await (await desk.browser().api.api.staff.demo.$get()).json();
    expect(staff.map(({ role }) => role).toSorted()).toEqual([
      'administrator',
      'administrator',
      'clerk',
      'clerk',
      'lead',
    ]);
    expect(staff.every(({ name, isDemo }) => name.startsWith('DEMO ') && isDemo)).toBe(true);
  });

  test('is remembered by a cookie that no script can read and no other site sends', async () => {
    const browser = desk.browser();
    const answer = await browser.api.api.staff['sign-in'].$post({ json: { staffId: 'demo-lead' } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^schalter-staff=[\w-]{22};.*Path=\/;.*HttpOnly; SameSite=Strict/);
    expect(await (await browser.api.api.staff.me.$get()).json()).toMatchObject({ staffId: 'demo-lead', role: 'lead' });
  });

  test('leaves no token in the database', async () => {
    const browser = await desk.signedIn('demo-clerk-1');
    const token = browser.jar.get('schalter-staff') ?? '';
    expect(token).toHaveLength(22);
    expect(JSON.stringify(await desk.office.db.select().from(staffSessions))).not.toContain(token);
  });

  test('as somebody who is not there is refused', async () => {
    const answer = await desk.browser().api.api.staff['sign-in'].$post({ json: { staffId: 'demo-nobody' } });
    expect(answer.status).toBe(404);
  });

  test('ends with signing out, even for a copy of the cookie', async () => {
    const browser = await desk.signedIn('demo-clerk-1');
    const copy = desk.browser();
    copy.jar.set('schalter-staff', browser.jar.get('schalter-staff') ?? '');
    expect((await browser.api.api.staff['sign-out'].$post()).status).toBe(204);
    expect((await copy.api.api.staff.me.$get()).status).toBe(401);
  });

  test('ends after ten hours', async () => {
    const own = await startOffice();
    const browser = await own.signedIn('demo-clerk-1');
    own.pass(10 * 3600 - 1);
    expect((await browser.api.api.staff.me.$get()).status).toBe(200);
    own.pass(1);
    expect((await browser.api.api.staff.me.$get()).status).toBe(401);
    await own.close();
  });

  test('does not exist in production', async () => {
    const { office } = desk;
    const strict = await startOffice({ settings: { ...office.settings, mode: 'production' } });
    const browser = strict.browser();
    expect(await (await browser.api.api.staff.demo.$get()).json()).toEqual({ staff: [] });
    const answer = await browser.api.api.staff['sign-in'].$post({ json: { staffId: 'demo-lead' } });
    expect(await answer.json()).toMatchObject({ code: 'demo-only' });
    await strict.close();
  });

  test('over https uses a cookie that is bound to this host', async () => {
    const { office } = desk;
    const secure = await startOffice({ settings: { ...office.settings, origin: 'https://schalter.test' } });
    const answer = await secure.browser().fetch('/api/staff/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://schalter.test' },
      body: JSON.stringify({ staffId: 'demo-lead' }),
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-schalter-staff=.*Path=\/;.*HttpOnly; Secure; SameSite=Strict/,
    );
    await secure.close();
  });
});

describe('the PIN of a colleague', () => {
  const staffId = 'demo-clerk-2';

  test('is set by the lead, replaced and taken away', async () => {
    const lead = await desk.signedIn('demo-lead');
    const pin = lead.api.api.staff[':staffId'].pin;
    for (const number of ['123456', '654321'])
      expect(await (await pin.$put({ param: { staffId }, json: { pin: number } })).json()).toMatchObject({
        hasPin: true,
      });
    const stored = (await findStaff(desk.office.db, staffId))?.pin ?? '';
    expect(stored).not.toContain('654321');
    expect([await isPin('654321', stored), await isPin('123456', stored)]).toEqual([true, false]);
    expect(await (await pin.$delete({ param: { staffId } })).json()).toMatchObject({ hasPin: false });
  });

  test.for(['12345', '1234567', '12345a', ''])('"%s" is no PIN', async (pin) => {
    const lead = await desk.signedIn('demo-lead');
    const answer = await lead.api.api.staff[':staffId'].pin.$put({ param: { staffId }, json: { pin } });
    expect(await answer.json()).toMatchObject({ code: 'request-invalid', details: { fields: ['pin'] } });
  });

  test('of nobody cannot be set', async () => {
    const lead = await desk.signedIn('demo-lead');
    const answer = await lead.api.api.staff[':staffId'].pin.$put({ param: { staffId: 'x' }, json: { pin: '123456' } });
    expect(answer.status).toBe(404);
  });
});
