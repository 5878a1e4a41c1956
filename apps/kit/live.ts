import { createSignal, onCleanup } from 'solid-js';
import * as v from 'valibot';
import { LiveMessage } from '../../shared/wire/live.ts';

/**
 * The one WebSocket of a tab. It carries ids and versions; whoever hears one rereads what he shows. After every
 * reconnect the server says `hello`, and everything shown is reread, so nothing missed stays missed. While the socket
 * is down, `onPoll` is called every few seconds. `navigator.onLine` is never asked: it lies.
 */
export type LiveState = 'live' | 'reconnecting';

export type LiveOptions = {
  onMessage(message: LiveMessage): void;
  onState?(state: LiveState): void;
  /** Rereads what is shown while there is no socket. */
  onPoll?(): void;
  /** Whose session it is; a tablet says `device`. */
  as?: 'staff' | 'device';
  /** The session has ended. Nothing is tried again until `reconnect`. */
  onSignedOut?(): void;
  /** Of the server, without the path; the page's own by default. */
  origin?: string;
};

export type LiveConnection = {
  state(): LiveState;
  /** Tries at once instead of at the next turn, after signing in for example. */
  reconnect(): void;
  close(): void;
};

/** Opens the socket and keeps it open until `close`, or until the owner is gone. */
export function createLive(options: LiveOptions): LiveConnection {
  const [state, setState] = createSignal<LiveState>('reconnecting');
  let socket: WebSocket | undefined;
  let failures = 0;
  let isClosed = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  let pollTimer: ReturnType<typeof setInterval> | undefined;

  const change = (next: LiveState) => {
    if (next === 'live') clearInterval(pollTimer);
    if (next === state()) return;
    setState(next);
    options.onState?.(next);
    if (next === 'reconnecting') startPolling();
  };
  const startPolling = () => {
    clearInterval(pollTimer);
    if (options.onPoll) pollTimer = setInterval(() => options.onPoll?.(), pollMilliseconds);
  };
  const retry = () => {
    clearTimeout(retryTimer);
    if (isClosed) return;
    retryTimer = setTimeout(open, backoff(failures));
    failures += 1;
  };
  const heard = () => {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(() => drop(), silenceMilliseconds);
  };
  const drop = () => {
    const gone = socket;
    socket = undefined;
    clearTimeout(silenceTimer);
    gone?.close();
    change('reconnecting');
    retry();
  };
  const open = () => {
    clearTimeout(retryTimer);
    if (isClosed) return;
    const origin = options.origin ?? location.origin;
    const query = options.as === 'device' ? '?as=device' : '';
    const opened = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/live${query}`);
    socket = opened;
    heard();
    opened.addEventListener('message', (event) => {
      if (socket !== opened) return;
      heard();
      const message = readMessage(event.data);
      if (!message) return;
      if (message.about === 'hello') {
        failures = 0;
        change('live');
      }
      options.onMessage(message);
    });
    opened.addEventListener('close', (event) => {
      if (socket !== opened) return;
      if (event.code === signedOut) {
        socket = undefined;
        clearTimeout(silenceTimer);
        change('reconnecting');
        options.onSignedOut?.();
      } else drop();
    });
  };
  const reconnect = () => {
    failures = 0;
    if (state() === 'live') return;
    const gone = socket;
    socket = undefined;
    gone?.close();
    open();
  };
  const wake = () => {
    if (document.visibilityState === 'visible') reconnect();
  };
  const close = () => {
    isClosed = true;
    clearTimeout(retryTimer);
    clearTimeout(silenceTimer);
    clearInterval(pollTimer);
    listening.abort();
    const gone = socket;
    socket = undefined;
    gone?.close();
  };

  const listening = new AbortController();
  window.addEventListener('online', () => reconnect(), { signal: listening.signal });
  document.addEventListener('visibilitychange', () => wake(), { signal: listening.signal });
  onCleanup(close);
  startPolling();
  open();
  return { state, reconnect, close };
}

/** Half a second at first, ten at most, half of it by chance. */
export const backoff = (failures: number, random: () => number = Math.random): number =>
  Math.min(10_000, 500 * 2 ** failures) * (0.5 + random() / 2);

/** A message of a server of another version is left aside; the version number makes the next one count. */
function readMessage(data: unknown): LiveMessage | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const read = v.safeParse(LiveMessage, JSON.parse(data));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** The code a server closes with when the session has ended. */
const signedOut = 4001;
/** The server says something every 20 seconds; after this long the line is dead, whatever the browser thinks. */
const silenceMilliseconds = 60_000;
const pollMilliseconds = 5_000;
