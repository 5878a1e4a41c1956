import { createUniqueId, type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { FieldError } from './FieldError.tsx';
import { Optional } from './FieldFrame.tsx';
import { FieldMark, type Mark } from './FieldMark.tsx';

export type FieldsetProps = {
  id?: string | undefined;
  legend: Words;
  hint?: Words | undefined;
  error?: Words | undefined;
  optional?: boolean | undefined;
  mark?: Mark | undefined;
  aside?: JSX.Element;
  /** Side by side where there is room, such as day, month and year. */
  horizontal?: boolean | undefined;
  /** Makes it a radio group for whoever listens. */
  role?: 'radiogroup' | undefined;
  children: JSX.Element;
};

/** Several controls under one question. The id lies on the fieldset, which takes the focus from the error summary. */
export function Fieldset(props: FieldsetProps) {
  const fallback = createUniqueId();
  const id = () => props.id ?? fallback;
  const described = () =>
    [props.hint && `${id()}-hint`, props.mark && `${id()}-mark`, props.error && `${id()}-error`]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <fieldset
      id={id()}
      tabindex="-1"
      class="kern-fieldset"
      classList={{ 'kern-fieldset--error': props.error !== undefined }}
      role={props.role}
      aria-describedby={described()}
      aria-invalid={props.role !== undefined && props.error !== undefined ? 'true' : undefined}
    >
      <legend class="kern-label">
        <Say words={props.legend} />
        <Optional when={props.optional} />
      </legend>
      <Show when={props.hint}>
        {(hint) => (
          <div class="kern-hint" id={`${id()}-hint`}>
            <Say words={hint()} />
          </div>
        )}
      </Show>
      <div class="kern-fieldset__body" classList={{ 'kern-fieldset__body--horizontal': props.horizontal === true }}>
        {props.children}
      </div>
      <FieldMark id={`${id()}-mark`} mark={props.mark} />
      {props.aside}
      <FieldError id={`${id()}-error`} error={props.error} />
    </fieldset>
  );
}
