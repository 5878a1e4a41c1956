import { call, makeApi } from '../../../kit/api.ts';
import { ProblemError } from '../../../kit/problem.ts';
import { proveSession } from './device-key.ts';
import type { StoredDevice } from './device-store.ts';

/**
 * The tablet's session: proved with its key, renewed by itself when the server no longer knows it, never shown to
 * people. Every call of the tablet goes through the `fetch` made here.
 */
export type DeviceFetchOptions = {
  /** Undefined before pairing: then calls go out as they are. */
  device(): StoredDevice | undefined;
  /** The office blocked this tablet, or does not know it. */
  onRevoked(): void;
  /** Milliseconds this clock is ahead of the server's, learned from every answer. */
  onClock?(offset: number): void;
  /** After every call: whether somebody answered. `navigator.onLine` is never asked, it lies. */
  onReach?(isReachable: boolean): void;
  fetcher?: typeof fetch;
};

export type DeviceFetch = typeof fetch & {
  /** Opens a session now, such as before a socket is opened that cannot say why it was refused. */
  renew(): Promise<void>;
};

/** A network that swallows everything looks like a slow one; after this long it counts as gone. */
const patienceMs = 10_000;

export function makeDeviceFetch(options: DeviceFetchOptions): DeviceFetch {
  const base = options.fetcher ?? fetch.bind(globalThis);
  const fetcher: typeof fetch = async (input, init) => {
    try {
      const answer = await base(input, { signal: AbortSignal.timeout(patienceMs), ...init });
      options.onReach?.(
        ![502, 503, 504].includes(answer.status) || answer.headers.get('content-type')?.includes('problem') === true,
      );
      return answer;
    } catch (cause) {
      options.onReach?.(false);
      throw cause;
    }
  };
  const api = makeApi(globalThis.location?.origin ?? 'http://office', fetcher);
  let renewing: Promise<void> | undefined;

  const renew = (): Promise<void> => {
    renewing ??= openSession().finally(() => (renewing = undefined));
    return renewing;
  };

  async function openSession(): Promise<void> {
    const device = options.device();
    if (!device) return;
    const { deviceId } = device.pairing.device;
    try {
      const { challenge } = await call(() => api.api.devices.challenges.$post({ json: { deviceId } }));
      const proof = await proveSession(device, challenge, deviceId);
      await call(() => api.api.devices.sessions.$post({ json: { deviceId, proof } }));
    } catch (cause) {
      if (cause instanceof ProblemError && isBlocked(cause)) options.onRevoked();
      throw cause;
    }
  }

  const deviceFetch: typeof fetch = async (input, init) => {
    const answer = await fetcher(input, init);
    noteClock(answer, options.onClock);
    if (!(await isWithoutSession(answer)) || options.device() === undefined) return answer;
    try {
      await renew();
    } catch (cause) {
      if (cause instanceof ProblemError && cause.isPassing)
        throw new TypeError('the server was not reached', { cause });
      return answer;
    }
    return fetcher(input, init);
  };
  return Object.assign(deviceFetch, { renew });
}

/** A proof the server refuses means that it does not know this device; both end in pairing it anew. */
const isBlocked = ({ code }: ProblemError) => code === 'device-revoked' || code === 'device-proof-wrong';

/** On a computer where a clerk is signed in too, the server sees his session and calls the tablet forbidden. */
async function isWithoutSession(answer: Response): Promise<boolean> {
  if (answer.status === 401) return true;
  if (answer.status !== 403) return false;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'role-forbidden';
}

function noteClock(answer: Response, onClock: DeviceFetchOptions['onClock']): void {
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  // The header has whole seconds: half of one is the best guess for what it leaves out.
  if (!Number.isNaN(theirs)) onClock?.(Date.now() - theirs - 500);
}
