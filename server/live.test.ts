import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startOffice, type TestOffice } from '../tests/support/office.ts';
import { pairedTablet } from '../tests/support/tablet.ts';
import type { LiveMessage } from '../shared/wire/live.ts';

let office: TestOffice;
let door: { url: string };
const tabs: WebSocket[] = [];
beforeEach(async () => {
  office = await startOffice();
  door = await office.open();
});
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.terminate();
  await office.close();
});

type Jar = { jar: ReadonlyMap<string, string> };

/** A tab with its live line; `heard` is what it was told since. */
async function openTab({ jar }: Jar, { at = door.url, as = '', origin = 'http://office.test' } = {}) {
  const Cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
  const socket = new WebSocket(`${at.replace('http', 'ws')}/api/live${as && `?as=${as}`}`, {
    headers: { Cookie },
    origin,
  });
  tabs.push(socket);
  const heard: LiveMessage[] = [];
  const closed = new Promise<number>((done) => socket.once('close', done));
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as LiveMessage));
  await new Promise<void>((open, failed) => {
    socket.once('message', () => open());
    socket.once('error', failed);
  });
  return { socket, heard, closed, hears: (count: number) => expect.poll(() => heard.length).toBe(count) };
}

const aCase = { about: 'case', id: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d11', version: 2 } as const;
const aDesk = { about: 'desk', id: 'echterdingen-3', version: 5 } as const;

describe('live updates', () => {
  test('begin with a greeting, so that whoever comes back rereads', async () => {
    const tab = await openTab(await office.signedIn('demo-clerk-1'));
    expect(tab.heard).toMatchObject([{ about: 'hello' }]);
  });

  test('reach the tabs of another process, once the change is committed and not before', async () => {
    const second = await office.open();
    const tab = await openTab(await office.signedIn('demo-clerk-1'), { at: second.url });
    await office.office.db.transaction(async (tx) => {
      await office.office.live.publish(tx, aCase);
      await new Promise((wake) => setTimeout(wake, 100));
      expect(tab.heard).toHaveLength(1);
    });
    await tab.hears(2);
    expect(tab.heard[1]).toEqual(aCase);
  });

  test('say nothing of a change that failed', async () => {
    const tab = await openTab(await office.signedIn('demo-clerk-1'));
    const { db, live } = office.office;
    const failed = db.transaction(async (tx) => {
      await live.publish(tx, aCase);
      throw new Error('not this time');
    });
    await expect(failed).rejects.toThrow();
    await live.publish(db, aDesk);
    await tab.hears(2);
    expect(tab.heard[1]).toEqual(aDesk);
  });

  test('tell a tablet of its own desk and nothing else', async () => {
    const tablet = await pairedTablet(office, 'echterdingen-3');
    const tab = await openTab(tablet.browser, { as: 'device' });
    const { db, live } = office.office;
    await live.publish(db, aCase);
    await live.publish(db, aCase, { deskId: 'leinfelden-1' });
    await live.publish(db, { ...aDesk, id: 'leinfelden-1' });
    await live.publish(db, aCase, { deskId: 'echterdingen-3' });
    await live.publish(db, aDesk);
    await tab.hears(3);
    expect(tab.heard.slice(1)).toEqual([aCase, aDesk]);
  });

  test('tell an administrator of desks and never of a case', async () => {
    const tab = await openTab(await office.signedIn('demo-administrator-1'));
    const { db, live } = office.office;
    await live.publish(db, aCase, { deskId: 'echterdingen-3' });
    await live.publish(db, aDesk);
    await tab.hears(2);
    expect(tab.heard[1]).toEqual(aDesk);
  });

  test('end at once when the person signs out', async () => {
    const browser = await office.signedIn('demo-clerk-1');
    const tab = await openTab(browser);
    await browser.api.api.staff['sign-out'].$post();
    expect(await tab.closed).toBe(4001);
  });

  test('end at once when the tablet is revoked', async () => {
    const tablet = await pairedTablet(office);
    const tab = await openTab(tablet.browser, { as: 'device' });
    const lead = await office.signedIn('demo-lead');
    await lead.api.api.devices[':deviceId'].revoke.$post({ param: { deviceId: tablet.deviceId } });
    expect(await tab.closed).toBe(4001);
  });

  test('of a desk end for the tablet whose place another one took, in every process, and do not come back', async () => {
    const desk = 'leinfelden-2';
    const [first, elsewhere] = [await pairedTablet(office, desk), await pairedTablet(office, 'leinfelden-1')];
    const second = await office.open();
    const lines = [await openTab(first.browser, { as: 'device' })];
    lines.push(await openTab(first.browser, { as: 'device', at: second.url }));
    const other = await openTab(elsewhere.browser, { as: 'device' });
    const successor = await pairedTablet(office, desk);
    for (const line of lines) expect(await line.closed).toBe(4001);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
    await first.openSession();
    const again = await openTab(first.browser, { as: 'device' });
    const current = await openTab(successor.browser, { as: 'device' });
    const { db, live } = office.office;
    await live.publish(db, aCase, { deskId: desk });
    await live.publish(db, { ...aDesk, id: desk });
    await current.hears(3);
    expect(again.heard).toMatchObject([{ about: 'hello' }]);
  });

  test('come back to a tablet when the one in its place is blocked', async () => {
    const first = await pairedTablet(office, 'leinfelden-2');
    const successor = await pairedTablet(office, 'leinfelden-2');
    await first.openSession();
    const waiting = await openTab(first.browser, { as: 'device' });
    const lead = await office.signedIn('demo-lead');
    await lead.api.api.devices[':deviceId'].revoke.$post({ param: { deviceId: successor.deviceId } });
    expect(await waiting.closed).toBe(4001);
    await first.openSession();
    const tab = await openTab(first.browser, { as: 'device' });
    await office.office.live.publish(office.office.db, aCase, { deskId: 'leinfelden-2' });
    await tab.hears(2);
    expect(tab.heard[1]).toEqual(aCase);
  });

  test('end for a session that ended just while the line was opened', async () => {
    const browser = await office.signedIn('demo-clerk-1');
    const { now } = office.office;
    // Whoever asks a second time finds the session over.
    let asked = 0;
    office.office.now = () => ((asked += 1) === 1 ? now() : new Date(now().getTime() + 11 * 3_600_000));
    const tab = await openTab(browser);
    expect(await tab.closed).toBe(4001);
  });

  test('are refused to a visitor, to another site, and to a tablet that asks as a clerk', async () => {
    const clerk = await office.signedIn('demo-clerk-1');
    const tablet = await pairedTablet(office);
    await expect(openTab({ jar: new Map() })).rejects.toThrow('401');
    await expect(openTab(clerk, { origin: 'http://evil.test' })).rejects.toThrow('401');
    await expect(openTab(tablet.browser)).rejects.toThrow('401');
    await expect(openTab(clerk, { as: 'device' })).rejects.toThrow('401');
  });

  test('greet again after the database was away, because nobody knows what was said meanwhile', async () => {
    const tab = await openTab(await office.signedIn('demo-clerk-1'));
    await office.cutDatabase();
    await expect.poll(() => tab.heard.length, { timeout: 10_000 }).toBe(2);
    expect(tab.heard[1]).toMatchObject({ about: 'hello' });
  }, 15_000);

  test('keep twenty tabs of a session, the newest', async () => {
    const browser = await office.signedIn('demo-clerk-1');
    const first = await openTab(browser);
    for (let tab = 0; tab < 19; tab += 1) await openTab(browser);
    expect(first.socket.readyState).toBe(WebSocket.OPEN);
    await openTab(browser);
    expect(await first.closed).toBe(4002);
  });

  test('count one sign of life of a tablet for each question, however many it sends', async () => {
    const tablet = await pairedTablet(office);
    const tab = await openTab(tablet.browser, { as: 'device' });
    let updates = 0;
    const { db } = office.office;
    const update = db.update.bind(db);
    db.update = (table) => {
      updates += 1;
      return update(table);
    };
    for (let sent = 0; sent < 200; sent += 1) tab.socket.pong();
    await office.office.live.publish(db, aDesk);
    await tab.hears(2);
    db.update = update;
    // One more look at who it is follows the opening.
    expect(updates).toBeLessThanOrEqual(1);
  });

  test('cut off whoever floods the line', async () => {
    const tab = await openTab(await office.signedIn('demo-clerk-1'));
    tab.socket.send('x'.repeat(2_000));
    expect(await tab.closed).toBe(1009);
  });
});
