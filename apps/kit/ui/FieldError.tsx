import { Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import type { Words } from '../i18n/text.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

/** The message at a field. It is described by the field, so it is read when the field gets the focus. */
export function FieldError(props: { id: string; error?: Words | undefined }) {
  return (
    <Show when={props.error}>
      {(error) => (
        <p class="kern-error" id={props.id}>
          <Icon name="danger" />
          <span class="kern-body">
            <span class="kern-sr-only">{say(text.error)}: </span>
            <Say words={error()} />
          </span>
        </p>
      )}
    </Show>
  );
}
