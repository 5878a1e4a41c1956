import { createEffect, createSignal, onCleanup, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { Button } from './Button.tsx';
import { text } from './text.ts';

export type CurtainProps = {
  open: boolean;
  onOpen(): void;
};

/** Covers everything personal after some minutes without a touch. Nothing behind it is lost, read out or reachable. */
export function Curtain(props: CurtainProps) {
  let dialog: HTMLDialogElement | undefined;
  createEffect(() => {
    if (props.open && dialog && !dialog.open) dialog.showModal();
    if (!props.open && dialog?.open) dialog.close();
  });
  return (
    <dialog class="curtain" ref={dialog} aria-labelledby="curtain-title" onCancel={(event) => event.preventDefault()}>
      <Show when={props.open}>
        <h2 class="kern-heading-large" id="curtain-title">
          <Say words={text.curtainTitle} />
        </h2>
        <p class="kern-body kern-body--large">
          <Say words={text.curtainBody} />
        </p>
        <Button onPress={() => props.onOpen()}>
          <Say words={text.carryOn} />
        </Button>
      </Show>
    </dialog>
  );
}

/** True after `minutes` without touch, key or pointer; `wake` starts over. Only while `isOn`. */
export function createIdle(minutes: number, isOn: () => boolean): { isIdle: () => boolean; wake(): void } {
  const [isIdle, setIdle] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    clearTimeout(timer);
    if (isOn()) timer = setTimeout(() => setIdle(true), minutes * 60_000);
  };
  const wake = () => {
    setIdle(false);
    start();
  };
  const touched = () => {
    if (!isIdle()) start();
  };
  const listening = new AbortController();
  for (const name of wakers)
    window.addEventListener(name, () => touched(), { passive: true, capture: true, signal: listening.signal });
  createEffect(() => {
    if (isOn()) start();
    else {
      clearTimeout(timer);
      setIdle(false);
    }
  });
  onCleanup(() => {
    clearTimeout(timer);
    listening.abort();
  });
  return { isIdle, wake };
}

const wakers = ['pointerdown', 'pointermove', 'keydown'] as const;
