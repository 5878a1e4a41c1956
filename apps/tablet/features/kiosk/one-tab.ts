/**
 * One tablet, one open Schalter: two tabs would show one case twice. The first tab holds a Web Lock for as long as it
 * lives; a second one waits politely and goes on by itself when the first is closed.
 */
const lockName = 'schalter-tablet-tab';

export type TabPlace = 'first' | 'waiting';

/** Tells `first` at once or as soon as the other tab is gone, `waiting` in between. The lock is never given back. */
export async function takeOnlyTab(onPlace: (place: TabPlace) => void, locks: LockManager = navigator.locks) {
  const hold = () => new Promise<void>(() => onPlace('first'));
  // A granted lock is held for ever, so this comes back only where another tab has it.
  await locks.request(lockName, { ifAvailable: true }, (lock) => (lock ? hold() : undefined));
  onPlace('waiting');
  await locks.request(lockName, hold);
}
