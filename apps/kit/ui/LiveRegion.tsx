import { createSignal } from 'solid-js';

const [polite, setPolite] = createSignal('');
const [urgent, setUrgent] = createSignal('');

/** Says something to whoever listens with a screen reader. The same sentence twice is said twice. */
export function announce(sentence: string, how: 'polite' | 'urgent' = 'polite'): void {
  const set = how === 'urgent' ? setUrgent : setPolite;
  set('');
  queueMicrotask(() => set(sentence));
}

/** Once an app, from the first paint on: screen readers only watch regions that were there before. */
export function LiveRegion() {
  return (
    <>
      <div class="kern-sr-only" role="status">
        {polite()}
      </div>
      <div class="kern-sr-only" role="alert">
        {urgent()}
      </div>
    </>
  );
}
