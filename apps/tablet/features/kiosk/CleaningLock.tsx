import { createEffect, createSignal, onCleanup } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { text } from './text.ts';

const seconds = 30;

/** Half a minute in which the glass can be wiped: every touch and key is swallowed, then all is as before. */
export function CleaningLock(props: { isOn: boolean; onOver(): void }) {
  const [left, setLeft] = createSignal(seconds);
  let dialog: HTMLDialogElement | undefined;
  createEffect(() => {
    if (!props.isOn) {
      dialog?.close();
      return;
    }
    setLeft(seconds);
    if (dialog && !dialog.open) dialog.showModal();
    const timer = setInterval(() => {
      setLeft((before) => before - 1);
      if (left() <= 0) props.onOver();
    }, 1_000);
    for (const name of touches) addEventListener(name, swallow, { capture: true, passive: false });
    onCleanup(() => {
      clearInterval(timer);
      for (const name of touches) removeEventListener(name, swallow, { capture: true });
    });
  });
  return (
    <dialog class="curtain" ref={dialog} aria-labelledby="cleaning-title" onCancel={(event) => event.preventDefault()}>
      <h2 class="kern-heading-large" id="cleaning-title">
        <Say words={text.cleaning} />
      </h2>
      <p class="kern-body kern-body--large">
        <Say words={text.cleaningBody} />
      </p>
      <p class="kern-body kern-body--large" role="timer">
        <Say words={text.secondsLeft(left())} />
      </p>
    </dialog>
  );
}

const touches = ['pointerdown', 'pointerup', 'click', 'touchstart', 'keydown', 'contextmenu', 'wheel'] as const;

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
