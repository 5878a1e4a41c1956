import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOffice, type TestOffice } from '../../../tests/support/office.ts';
import { makeTablet, pairedTablet } from '../../../tests/support/tablet.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const aCode = async (deskId = 'echterdingen-3') => {
  const clerk = await office.signedIn('demo-clerk-1');
  return await (await clerk.api.api.devices.pairings.$post({ json: { deskId, name: 'Tablet am Fenster' } })).json();
};

describe('pairing a tablet', () => {
  test('gives it a desk, a number, the name of the office and the public key for offline cases', async () => {
    const { code, expiresAt } = await aCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(expiresAt).toBe('2026-11-23T09:10:00.000Z');
    const answer = await (await makeTablet(office)).pair(code);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      device: { name: 'Tablet am Fenster', number: expect.stringMatching(/^\d{4}$/), state: 'paired' },
      desk: { name: 'Platz 3', site: 'Echterdingen' },
      authority: { ags: '08116078' },
      officeKey: { crv: 'P-256' },
    });
  });

  test('understands a code as it is read out', async () => {
    const { code } = await aCode();
    const answer = await (
      await makeTablet(office)
    ).pair(code.replace('-', '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'));
    expect(answer.status).toBe(201);
  });

  test('works once for each code', async () => {
    const { code } = await aCode();
    await (await makeTablet(office)).pair(code);
    const second = await (await makeTablet(office)).pair(code);
    expect(await second.json()).toMatchObject({ code: 'pairing-code-wrong' });
  });

  test('of two tablets with the same code at the same moment lets in one', async () => {
    const { code } = await aCode();
    const tablets = await Promise.all([makeTablet(office), makeTablet(office)]);
    const answers = await Promise.all(tablets.map((tablet) => tablet.pair(code)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 403]);
  });

  test('sent twice by the same tablet answers the same', async () => {
    const { code } = await aCode();
    const tablet = await makeTablet(office);
    const first = await (await tablet.pair(code)).json();
    expect(await (await tablet.pair(code)).json()).toEqual(first);
  });

  test('under the id of another tablet is refused', async () => {
    const { code } = await aCode();
    const known = await pairedTablet(office);
    const thief = await makeTablet(office);
    const proof = await thief.sign('schalter-pairing+jwt', { code });
    const json = { deviceId: known.deviceId, code, jwk: thief.jwk, proof };
    const answer = await thief.browser.api.api.devices.pair.$post({ json });
    expect(await answer.json()).toMatchObject({ code: 'same-id-other-content' });
  });

  test('with a key that the sender does not hold is refused', async () => {
    const { code } = await aCode();
    const [tablet, thief] = [await makeTablet(office), await makeTablet(office)];
    const proof = await thief.sign('schalter-pairing+jwt', { code });
    const json = { deviceId: tablet.deviceId, code, jwk: tablet.jwk, proof };
    const answer = await tablet.browser.api.api.devices.pair.$post({ json });
    expect(await answer.json()).toMatchObject({ code: 'device-proof-wrong' });
  });

  test('with a proof for another purpose is refused', async () => {
    const { code } = await aCode();
    const tablet = await makeTablet(office);
    const proof = await tablet.sign('schalter-session+jwt', { code });
    const answer = await tablet.browser.api.api.devices.pair.$post({
      json: { deviceId: tablet.deviceId, code, jwk: tablet.jwk, proof },
    });
    expect(await answer.json()).toMatchObject({ code: 'device-proof-wrong' });
  });

  test('after ten minutes is too late', async () => {
    const own = await startOffice();
    const clerk = await own.signedIn('demo-clerk-1');
    const wish = { json: { deskId: 'leinfelden-1', name: 'Tablet' } };
    const { code } = await (await clerk.api.api.devices.pairings.$post(wish)).json();
    own.pass(600);
    expect(await (await (await makeTablet(own)).pair(code)).json()).toMatchObject({ code: 'pairing-code-wrong' });
    await own.close();
  });

  test('by guessing ends after ten tries, for ten minutes', async () => {
    const own = await startOffice();
    const tablet = await makeTablet(own);
    const answers = [];
    for (let tries = 0; tries < 11; tries += 1) answers.push(await tablet.pair(`AAAA-AA${10 + tries}`));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
    expect(Number(answers.at(-1)?.headers.get('Retry-After'))).toBeGreaterThan(0);
    own.pass(600);
    expect((await tablet.pair('AAAA-AAAA')).status).toBe(403);
    await own.close();
  });

  test('to a desk that is not there is refused', async () => {
    const clerk = await office.signedIn('demo-clerk-1');
    const answer = await clerk.api.api.devices.pairings.$post({ json: { deskId: 'stuttgart-1', name: 'Tablet' } });
    expect(answer.status).toBe(404);
  });

  test('never gives the same number twice', async () => {
    const numbers = [];
    for (const desk of ['leinfelden-1', 'leinfelden-2', 'leinfelden-3'])
      numbers.push((await (await (await makeTablet(office)).pair((await aCode(desk)).code)).json()).device.number);
    expect(new Set(numbers).size).toBe(3);
  });
});

describe('who let a tablet in', () => {
  const listedAs = async (staffId: string, deviceId: string) => {
    const { devices } = await (await (await office.signedIn(staffId)).api.api.devices.$get()).json();
    return devices.find((one) => one.deviceId === deviceId)?.invited;
  };
  const invited = { staffId: 'demo-clerk-1', name: 'DEMO Karin Beispiel', at: '2026-11-23T09:00:00.000Z' };

  test.for(['demo-administrator-1', 'demo-lead'])('is told to %s', async (staffId) => {
    const tablet = await pairedTablet(office, 'leinfelden-4');
    expect(await listedAs(staffId, tablet.deviceId)).toEqual(invited);
  });

  test('is told neither to a clerk nor to the tablet', async () => {
    const tablet = await pairedTablet(office, 'leinfelden-4');
    expect(await listedAs('demo-clerk-1', tablet.deviceId)).toBeNull();
    const me = await (await tablet.browser.api.api.devices.me.$get()).text();
    expect(me).not.toMatch(/invited|demo-clerk/);
  });

  test('is whoever asked for the code, and stays it when the tablet pairs again or is blocked', async () => {
    const tablet = await makeTablet(office);
    const { code } = await aCode('leinfelden-4');
    await tablet.pair(code);
    await tablet.pair(code);
    const { api } = await office.signedIn('demo-administrator-1');
    await api.api.devices[':deviceId'].revoke.$post({ param: { deviceId: tablet.deviceId } });
    expect(await listedAs('demo-administrator-1', tablet.deviceId)).toEqual(invited);
  });
});

describe('a tablet whose place another one took', () => {
  test('loses its session, and the next one knows no case of the desk', async () => {
    const first = await pairedTablet(office, 'leinfelden-2');
    const elsewhere = await pairedTablet(office, 'leinfelden-1');
    await pairedTablet(office, 'leinfelden-2');
    expect((await first.browser.api.api.devices.me.$get()).status).toBe(401);
    expect((await elsewhere.browser.api.api.devices.me.$get()).status).toBe(200);
    expect((await first.openSession()).status).toBe(201);
    expect(await (await first.browser.api.api.counter.$get()).json()).toMatchObject({ case: null });
  });
});

describe('a session of a tablet', () => {
  test('opens for the key that was paired, and notes the contact', async () => {
    const tablet = await pairedTablet(office);
    const me = await (await tablet.browser.api.api.devices.me.$get()).json();
    expect(me.device).toMatchObject({ deviceId: tablet.deviceId, lastSeenAt: '2026-11-23T09:00:00.000Z' });
  });

  test('does not open for another key', async () => {
    const tablet = await pairedTablet(office);
    const thief = await makeTablet(office);
    const { deviceId } = tablet;
    const { challenge } = await (await thief.browser.api.api.devices.challenges.$post({ json: { deviceId } })).json();
    const proof = await thief.sign('schalter-session+jwt', { challenge, deviceId });
    const answer = await thief.browser.api.api.devices.sessions.$post({ json: { deviceId, proof } });
    expect(await answer.json()).toMatchObject({ code: 'device-proof-wrong' });
  });

  test('opens once for each challenge', async () => {
    const tablet = await pairedTablet(office);
    const { deviceId } = tablet;
    const { challenge } = await (await tablet.browser.api.api.devices.challenges.$post({ json: { deviceId } })).json();
    const json = { deviceId, proof: await tablet.sign('schalter-session+jwt', { challenge, deviceId }) };
    expect((await tablet.browser.api.api.devices.sessions.$post({ json })).status).toBe(201);
    expect((await tablet.browser.api.api.devices.sessions.$post({ json })).status).toBe(403);
  });

  test('needs a challenge of its own, made less than a minute ago', async () => {
    const own = await startOffice();
    const [tablet, other] = [await pairedTablet(own), await pairedTablet(own, 'leinfelden-1')];
    const ask = { json: { deviceId: other.deviceId } };
    const foreign = await (await tablet.browser.api.api.devices.challenges.$post(ask)).json();
    const { deviceId } = tablet;
    const proof = await tablet.sign('schalter-session+jwt', { challenge: foreign.challenge, deviceId });
    expect((await tablet.browser.api.api.devices.sessions.$post({ json: { deviceId, proof } })).status).toBe(403);
    const late = await (await tablet.browser.api.api.devices.challenges.$post({ json: { deviceId } })).json();
    own.pass(60);
    const lateProof = await tablet.sign('schalter-session+jwt', { challenge: late.challenge, deviceId });
    expect((await tablet.browser.api.api.devices.sessions.$post({ json: { deviceId, proof: lateProof } })).status).toBe(
      403,
    );
    await own.close();
  });

  test('ends when the tablet is revoked, and no other opens', async () => {
    const tablet = await pairedTablet(office);
    const lead = await office.signedIn('demo-lead');
    const revoke = () => lead.api.api.devices[':deviceId'].revoke.$post({ param: { deviceId: tablet.deviceId } });
    expect(await (await revoke()).json()).toMatchObject({ state: 'revoked' });
    expect((await revoke()).status).toBe(200);
    expect((await tablet.browser.api.api.devices.me.$get()).status).toBe(401);
    const again = await tablet.browser.api.api.devices.challenges.$post({ json: { deviceId: tablet.deviceId } });
    expect(await again.json()).toMatchObject({ code: 'device-revoked' });
  });

  test('stands beside the session of a clerk in the same browser', async () => {
    const tablet = await pairedTablet(office);
    await tablet.browser.api.api.staff['sign-in'].$post({ json: { staffId: 'demo-clerk-1' } });
    expect((await tablet.browser.api.api.devices.me.$get()).status).toBe(200);
    expect((await tablet.browser.api.api.staff.me.$get()).status).toBe(200);
  });
});
