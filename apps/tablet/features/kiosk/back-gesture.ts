/**
 * The back button and the back gesture never leave Schalter. Behind the page lies one empty history entry; whoever
 * goes back lands there, is brought forward again, and the screen does what its own "Zurück" does.
 *
 * The entry is made with the first touch, because a browser skips entries that a page made unasked.
 */
export function keepBackHarmless(onBack: () => void): () => void {
  let isArmed = false;
  const arm = () => {
    if (isArmed) return;
    isArmed = true;
    history.pushState({ schalter: 'top' }, '');
  };
  const onPop = (event: PopStateEvent) => {
    const state: unknown = event.state;
    if (typeof state === 'object' && state !== null && 'schalter' in state) return;
    history.forward();
    onBack();
  };
  const touches = ['pointerdown', 'keydown'] as const;
  for (const name of touches) addEventListener(name, arm, { capture: true });
  addEventListener('popstate', onPop);
  return () => {
    for (const name of touches) removeEventListener(name, arm, { capture: true });
    removeEventListener('popstate', onPop);
  };
}
