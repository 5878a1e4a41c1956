/**
 * A double tap is meant for the button that was there when the finger came down first. When that button brought
 * another screen, the second tap would land on a button nobody has read; it is swallowed. So is a key held down.
 */
export function swallowDoubleTaps(): () => void {
  let screenAtFirstTap = '';
  const onClick = (event: MouseEvent) => {
    // 0 is the keyboard's or a script's, 1 the first tap of a series.
    if (event.detail <= 1) screenAtFirstTap = screenNow();
    else if (screenNow() !== screenAtFirstTap) swallow(event);
  };
  const onKey = (event: KeyboardEvent) => {
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (event.repeat && isPress && event.target instanceof HTMLButtonElement) swallow(event);
  };
  addEventListener('click', onClick, { capture: true });
  addEventListener('keydown', onKey, { capture: true });
  return () => {
    removeEventListener('click', onClick, { capture: true });
    removeEventListener('keydown', onKey, { capture: true });
  };
}

/** Every screen has one heading of the first level, and no two screens in a row have the same. */
const screenNow = (): string => document.querySelector('h1')?.textContent ?? '';

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
