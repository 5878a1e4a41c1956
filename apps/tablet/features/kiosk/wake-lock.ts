import { createEffect, onCleanup } from 'solid-js';

/** The screen stays on while somebody is at the tablet. A browser that cannot do that just dims; nothing breaks. */
export function keepScreenOn(isOn: () => boolean): void {
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    if (!isOn() || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (!isOn()) await lock?.release();
  };
  const onVisible = () => void ask();
  createEffect(() => {
    if (isOn()) void ask();
    else void lock?.release();
  });
  document.addEventListener('visibilitychange', onVisible);
  onCleanup(() => {
    document.removeEventListener('visibilitychange', onVisible);
    void lock?.release();
  });
}
