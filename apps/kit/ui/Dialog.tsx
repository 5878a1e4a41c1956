import { createEffect, createUniqueId, type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import type { Words } from '../i18n/text.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

export type DialogProps = {
  open: boolean;
  title: Words;
  children: JSX.Element;
  footer?: JSX.Element;
  /** Escape and the cross. Left out: the question must be answered by a button in the footer. */
  onClose?(): void;
};

/** A question in front of everything else. The browser keeps the focus inside and gives it back. */
export function Dialog(props: DialogProps) {
  const titleId = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  createEffect(() => {
    if (props.open && dialog && !dialog.open) dialog.showModal();
    if (!props.open && dialog?.open) dialog.close();
  });
  return (
    <dialog
      class="kern-dialog"
      aria-labelledby={titleId}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose?.();
      }}
    >
      <Show when={props.open}>
        <header class="kern-dialog__header">
          <h2 class="kern-title kern-title--large" id={titleId}>
            <Say words={props.title} />
          </h2>
          <Show when={props.onClose !== undefined}>
            <button
              type="button"
              class="kern-btn kern-btn--tertiary dialog__close"
              aria-label={say(text.close)}
              onClick={() => props.onClose?.()}
            >
              <Icon name="close" />
            </button>
          </Show>
        </header>
        <div class="kern-dialog__body dialog__body">{props.children}</div>
        <Show when={props.footer}>
          <footer class="kern-dialog__footer">{props.footer}</footer>
        </Show>
      </Show>
    </dialog>
  );
}
