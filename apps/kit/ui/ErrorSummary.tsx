import { createEffect, For, on, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { focusField } from './focus-field.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

export type SummarizedError = { fieldId: string; label: Words; message: Words };

export type ErrorSummaryProps = {
  errors: readonly SummarizedError[];
  /** Changes with each attempt to go on; the summary then takes the focus. 0 means nobody tried. */
  attempt: number;
  /** Where the field lies on another step: show that step first. */
  onBeforeFocus?(fieldId: string): void;
};

/** What still needs something, on top of the page, each with a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.attempt,
      (attempt) => {
        if (attempt > 0) queueMicrotask(() => box?.focus());
      },
    ),
  );
  return (
    <Show when={props.attempt > 0 && props.errors.length > 0}>
      <div
        class="kern-alert kern-alert--danger summary"
        role="group"
        aria-labelledby="error-summary"
        tabindex="-1"
        ref={box}
      >
        <div class="kern-alert__header">
          <Icon name="danger" />
          <h2 class="kern-title" id="error-summary">
            <Say words={text.errorsTitle(props.errors.length)} />
          </h2>
        </div>
        <ul class="kern-alert__body summary__list">
          <For each={props.errors}>
            {(error) => (
              <li>
                <a
                  class="kern-link"
                  href={`#${error.fieldId}`}
                  onClick={(event) => {
                    event.preventDefault();
                    props.onBeforeFocus?.(error.fieldId);
                    focusField(error.fieldId);
                  }}
                >
                  <Say words={error.label} />
                </a>
                <div class="kern-body">
                  <Say words={error.message} />
                </div>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
