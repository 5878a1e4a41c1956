import { WebSocket } from 'ws';
import type { Browser } from '../../support/browser.ts';
import type { RunningOffice } from '../../support/running-office.ts';
import { pairedTablet } from '../../support/tablet.ts';
import { well } from './family-case.ts';

const otherDesks = ['echterdingen-1', 'echterdingen-2', 'echterdingen-4', 'leinfelden-1', 'leinfelden-2'];

/**
 * Everybody else in the office: half of the connections are desks, half are tablets, each with a session of its own.
 * Every second desk shows the list of today and does what that screen does when it hears of a case: it rereads within a second,
 * once for everything it heard meanwhile.
 */
export async function gatherCrowd(office: RunningOffice, connections: number): Promise<{ leave(): void }> {
  const sockets: WebSocket[] = [];
  for (let at = 0; at < connections; at += 1) {
    const isTablet = at % 2 === 1;
    const browser = isTablet
      ? (await pairedTablet(office, otherDesks[at % otherDesks.length])).browser
      : await office.signedIn(at % 4 === 0 ? 'demo-clerk-1' : 'demo-clerk-2');
    sockets.push(await connect(office, browser, isTablet, at % 4 === 0));
  }
  return { leave: () => sockets.forEach((socket) => socket.close()) };
}

async function connect(office: RunningOffice, browser: Browser, isTablet: boolean, rereads: boolean) {
  const url = `${office.origin.replace('http', 'ws')}/api/live${isTablet ? '?as=device' : ''}`;
  const socket = new WebSocket(url, { origin: office.origin, headers: { Cookie: browser.cookies() } });
  await new Promise((hello, refused) => socket.once('message', hello).once('error', refused));
  let timer: NodeJS.Timeout | undefined;
  const reread = () => {
    timer = undefined;
    void well(browser.api.api.cases.$get({ query: {} })).catch(() => undefined);
  };
  if (rereads)
    socket.on('message', (data: Buffer) => {
      if (data.length > 0) timer ??= setTimeout(reread, 500 + Math.random() * 500);
    });
  socket.on('close', () => clearTimeout(timer));
  return socket;
}
