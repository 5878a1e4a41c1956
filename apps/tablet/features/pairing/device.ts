import { createSignal } from 'solid-js';
import { makeUuidV7 } from '../../../../shared/base/ids.ts';
import { type Api, call, makeApi } from '../../../kit/api.ts';
import { type DeviceKey, makeDeviceKey, provePairing } from './device-key.ts';
import { makeDeviceFetch } from './device-session.ts';
import { type DeviceStore, makeDeviceStore, type StoredDevice } from './device-store.ts';

/** This tablet: who it is, whether the office still wants it, and its door to the server. */
export type DeviceState =
  | { kind: 'starting' }
  /** The browser keeps nothing here: no IndexedDB, or no secure context. */
  | { kind: 'unusable' }
  | { kind: 'unpaired' }
  | { kind: 'paired'; device: StoredDevice }
  | { kind: 'revoked'; device: StoredDevice };

export type Device = ReturnType<typeof createDevice>;

export function createDevice(store: DeviceStore = makeDeviceStore()) {
  const [state, setState] = createSignal<DeviceState>({ kind: 'starting' });
  const [isStorageKept, setStorageKept] = createSignal<boolean>();
  const [isReachable, setReachable] = createSignal(true);
  let clockOffset: number | undefined;
  /** Kept over tries, so that a lost answer does not make a second device of this tablet. */
  let attempt: { key: DeviceKey; deviceId: string } | undefined;

  const stored = () => {
    const now = state();
    return now.kind === 'paired' || now.kind === 'revoked' ? now.device : undefined;
  };
  const deviceFetch = makeDeviceFetch({
    device: stored,
    onRevoked: () => {
      const device = stored();
      if (device) setState({ kind: 'revoked', device });
    },
    onClock: (offset) => (clockOffset = offset),
    onReach: setReachable,
  });
  const api: Api = makeApi(location.origin, deviceFetch);

  async function start(): Promise<void> {
    try {
      if (!globalThis.isSecureContext) throw new Error('not a secure context');
      const device = await store.read();
      setState(device ? { kind: 'paired', device } : { kind: 'unpaired' });
      setStorageKept((await navigator.storage?.persisted?.()) ?? false);
      if (device) void askToKeep();
    } catch (cause) {
      console.error(cause);
      setState({ kind: 'unusable' });
    }
  }

  /** Throws `ProblemError`: `pairing-code-wrong`, `network`, … */
  async function pair(code: string): Promise<void> {
    const random = crypto.getRandomValues(new Uint8Array(10));
    attempt ??= { key: await makeDeviceKey(), deviceId: makeUuidV7(new Date(), random) };
    const { key, deviceId } = attempt;
    const proof = await provePairing(key, code);
    const wish = { deviceId, code, jwk: key.publicJwk, proof };
    const pairing = await call(() => api.api.devices.pair.$post({ json: wish }), { repeat: 'safe' });
    const device = { ...key, pairing };
    await store.write(device);
    attempt = undefined;
    setState({ kind: 'paired', device });
    await askToKeep();
  }

  /** Asks the browser not to forget the key when space runs out; it may refuse, and the clerk is told. */
  async function askToKeep(): Promise<void> {
    setStorageKept((await navigator.storage?.persist?.().catch(() => false)) ?? false);
  }

  /** Forgets the key. What it signed stays valid; blocking the device is the desk's part. */
  async function unpair(): Promise<void> {
    await store.clear();
    setState({ kind: 'unpaired' });
  }

  /** Name, desk or office may have changed since pairing. */
  async function refresh(): Promise<void> {
    const before = stored();
    if (!before) return;
    const pairing = await call(() => api.api.devices.me.$get());
    if (JSON.stringify(pairing) === JSON.stringify(before.pairing)) return;
    const device = { ...before, pairing };
    await store.write(device);
    if (state().kind === 'paired') setState({ kind: 'paired', device });
  }

  return {
    state,
    start,
    pair,
    unpair,
    refresh,
    api,
    renewSession: deviceFetch.renew,
    isStorageKept,
    /** The last call was answered. */
    isReachable,
    clockOffset: () => clockOffset,
  };
}
