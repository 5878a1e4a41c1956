import { onCleanup, onMount } from 'solid-js';

export type PenFirstOptions = {
  element(): HTMLElement;
  /** The first time a pen touches or comes near. */
  onPen(): void;
  /** A pen comes while a finger or palm is drawing. */
  onPalm(): void;
};

/**
 * Keeps hands out of the way of a pen. Listens before the pad does and swallows touches once a pen was seen, also
 * while the pen is in the air close to the glass; the pad itself never hears of them.
 */
export function createPenFirst(options: PenFirstOptions): { reset(): void } {
  let hasPen = false;
  const touching = new Set<number>();
  const near = (event: PointerEvent) => {
    if (event.pointerType !== 'pen' || hasPen) return;
    hasPen = true;
    options.onPen();
  };
  const down = (event: PointerEvent) => {
    near(event);
    if (event.pointerType === 'pen') {
      if (touching.size > 0) options.onPalm();
      touching.clear();
    } else if (event.pointerType === 'touch') {
      // A second finger beside the one that draws is a palm or a child.
      if (hasPen || touching.size > 0) swallow(event);
      else touching.add(event.pointerId);
    }
  };
  const up = (event: PointerEvent) => void touching.delete(event.pointerId);
  onMount(() => {
    const parent = options.element().parentElement;
    if (!parent) return;
    parent.addEventListener('pointerdown', down, { capture: true });
    parent.addEventListener('pointerover', near, { capture: true });
    addEventListener('pointerup', up);
    addEventListener('pointercancel', up);
    onCleanup(() => {
      parent.removeEventListener('pointerdown', down, { capture: true });
      parent.removeEventListener('pointerover', near, { capture: true });
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', up);
    });
  });
  return {
    reset() {
      hasPen = false;
      touching.clear();
    },
  };
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}
