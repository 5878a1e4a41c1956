import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { sql as statement } from 'drizzle-orm';
import type { Sql } from 'postgres';
import * as v from 'valibot';
import { WebSocket, WebSocketServer } from 'ws';
import { limits } from '../shared/base/limits.ts';
import { Refusal } from '../shared/base/refusal.ts';
import { LiveMessage } from '../shared/wire/live.ts';
import { findSession, type Session } from './actor.ts';
import type { Live, Office } from './context.ts';
import { cookieName } from './cookies.ts';
import { noteContact } from './features/devices/actions.ts';
import { isOwnOrigin } from './origin.ts';

/**
 * Live updates: one WebSocket a tab at `/api/live`, fed by NOTIFY, so that a change in one process reaches the tabs of
 * every other. Messages carry ids and versions; whoever hears one rereads through the API, where the rights are checked
 * again. A tab that missed something is told `hello` and rereads everything it shows.
 */
const channel = 'schalter_live';
const heartbeatMs = 20_000;
/** A tab that takes nothing for so long that this much waits is cut off; it comes back and rereads. */
const maxWaitingBytes = 64 * 1024;

const Notice = v.variant('kind', [
  v.object({ kind: v.literal('message'), message: LiveMessage, deskId: v.nullable(v.string()) }),
  v.object({ kind: v.literal('session-ended'), sessionId: v.string() }),
]);
type Notice = v.InferOutput<typeof Notice>;

/** The half that actions use: what they publish is heard when, and only if, their transaction commits. */
export const live: Live = {
  async publish(tx, message, at) {
    const deskId = at?.deskId ?? (message.about === 'desk' ? message.id : null);
    await notify(tx, { kind: 'message', message, deskId });
  },
  async endSession(tx, sessionId) {
    await notify(tx, { kind: 'session-ended', sessionId });
  },
};

async function notify(tx: Parameters<Live['publish']>[0], notice: Notice): Promise<void> {
  await tx.execute(statement`select pg_notify(${channel}, ${JSON.stringify(notice)})`);
}

type Listener = { socket: WebSocket; actor: Session; isAlive: boolean };

/** The half that holds the tabs of this process. `close` says goodbye to all of them. */
export async function openLiveHub(office: Office, sql: Sql, server: Server): Promise<{ close(): Promise<void> }> {
  const listeners = new Set<Listener>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    admit(office, request).then(
      (actor) =>
        sockets.handleUpgrade(request, socket, head, (open) => {
          const listener: Listener = { socket: open, actor, isAlive: true };
          listeners.add(listener);
          dropOldTabs(listeners, actor.sessionId);
          open.on('pong', () => {
            // One answer to one question: who sends more keeps neither us nor the database busy.
            if (listener.isAlive) return;
            listener.isAlive = true;
            if (actor.kind === 'device')
              void noteContact(office, actor).catch((error) => office.log.warn({ err: error }, 'contact'));
          });
          open.on('close', () => listeners.delete(listener));
          open.on('error', () => open.terminate());
          send(listener, hello(office));
          // What ended between the question who this is and the listening was told to nobody.
          admit(office, request).then(
            (still) => (listener.actor = still),
            (error: unknown) => (error instanceof Refusal ? open.close(4001, 'signed out') : open.terminate()),
          );
        }),
      (error: unknown) => {
        if (!(error instanceof Refusal)) office.log.error({ err: error }, 'live upgrade');
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      },
    );
  };
  server.on('upgrade', onUpgrade);
  const subscription = await sql.listen(
    channel,
    (text) => spread(listeners, v.parse(Notice, JSON.parse(text))),
    // Also after the connection was lost: nobody knows what was said meanwhile.
    () => listeners.forEach((listener) => send(listener, hello(office))),
  );
  const heartbeat = setInterval(() => listeners.forEach((listener) => beat(office, listener)), heartbeatMs);
  return {
    async close() {
      clearInterval(heartbeat);
      server.off('upgrade', onUpgrade);
      await subscription.unlisten();
      for (const { socket } of listeners) socket.close(1001, 'restart');
      sockets.close();
    },
  };
}

/** Who opens a socket: our own page, with the cookie of a session. `?as=device` asks for the tablet's. */
async function admit(office: Office, request: IncomingMessage): Promise<Session> {
  const url = new URL(request.url ?? '/', 'http://office');
  if (url.pathname !== '/api/live') throw new Refusal('not-found');
  if (!isOwnOrigin(office.settings, request.headers.origin)) throw new Refusal('origin-forbidden');
  const cookies = new Map((request.headers.cookie ?? '').split('; ').map((pair) => splitOnce(pair)));
  const read = (kind: 'staff' | 'device') => cookies.get(cookieName(kind, office.settings));
  const roles = url.searchParams.get('as') === 'device' ? (['device'] as const) : (['clerk', 'administrator'] as const);
  return await findSession(office, { staff: read('staff'), device: read('device') }, roles);
}

/** A page that reopens its line without end does not keep the old ones: the oldest go. A set keeps their order. */
function dropOldTabs(listeners: ReadonlySet<Listener>, sessionId: string): void {
  const own = [...listeners].filter(({ actor }) => actor.sessionId === sessionId);
  for (const { socket } of own.slice(0, -limits.liveTabsPerSession)) socket.close(4002, 'too many tabs');
}

function spread(listeners: ReadonlySet<Listener>, notice: Notice): void {
  for (const listener of listeners)
    if (notice.kind === 'session-ended') {
      if (listener.actor.sessionId === notice.sessionId) listener.socket.close(4001, 'signed out');
    } else if (mayHear(listener.actor, notice)) send(listener, notice.message);
}

/** Administrators run the office and see no case. A tablet whose place another one took has no part in the desk. */
function mayHear(actor: Session, { message, deskId }: Extract<Notice, { kind: 'message' }>): boolean {
  if (actor.kind === 'device') return !actor.isReplaced && deskId === actor.deskId;
  return message.about !== 'case' || actor.role !== 'administrator';
}

function send({ socket }: Listener, message: LiveMessage): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  if (socket.bufferedAmount > maxWaitingBytes) socket.terminate();
  else socket.send(JSON.stringify(message));
}

function beat(office: Office, listener: Listener): void {
  if (listener.actor.until <= office.now()) return listener.socket.close(4001, 'signed out');
  if (!listener.isAlive) return listener.socket.terminate();
  listener.isAlive = false;
  listener.socket.ping();
  // A page never sees a ping; the empty text tells it that the line is alive.
  listener.socket.send('');
}

const hello = (office: Office): LiveMessage => ({ about: 'hello', id: 'office', version: office.now().getTime() });

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
