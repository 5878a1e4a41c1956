import { createSignal } from 'solid-js';
import { Workbox } from 'workbox-window';

/**
 * The service worker and its updates. A waiting version is only told about; it is put to use when the app says so,
 * never while a case is open (signing.md 8).
 */
export type UpdateState = { isWaiting(): boolean; apply(): void; check(): Promise<void> };

export type UpdateOptions = {
  /** Asked before anything is applied. */
  mayUpdate(): boolean;
  /** Applies a waiting version by itself as soon as `mayUpdate` allows it; tablets do, desks ask. */
  isAutomatic?: boolean;
};

/** Registers the service worker of this app and watches for its next version. In development there is none. */
export function watchForUpdate(options: UpdateOptions): UpdateState {
  const [isWaiting, setWaiting] = createSignal(false);
  if (!import.meta.env.PROD || !('serviceWorker' in navigator))
    return { isWaiting, apply: () => undefined, check: () => Promise.resolve() };
  const base = import.meta.env.BASE_URL;
  const workbox = new Workbox(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
  let isApplying = false;

  const apply = () => {
    if (!isWaiting() || !options.mayUpdate()) return;
    isApplying = true;
    workbox.messageSkipWaiting();
  };
  workbox.addEventListener('waiting', () => {
    setWaiting(true);
    if (options.isAutomatic === true) apply();
  });
  workbox.addEventListener('controlling', (event) => {
    // Another tab may have applied it; a page with an open case stays as it is.
    if (event.isUpdate === true && (isApplying || options.mayUpdate())) location.reload();
  });
  void workbox.register();

  const check = async () => {
    if (options.isAutomatic === true) apply();
    try {
      await workbox.update();
    } catch {
      // Without the network there is nothing to find; the next turn asks again.
    }
  };
  setInterval(() => void check(), checkMilliseconds);
  return { isWaiting, apply, check };
}

const checkMilliseconds = 15 * 60_000;
