import { createUniqueId, type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { FieldError } from './FieldError.tsx';
import { FieldMark, type Mark } from './FieldMark.tsx';
import { text } from './text.ts';

/** What every field has: words around it, and the id an error summary links to. */
export type FieldProps = {
  /** Of the control itself; the error summary links here. */
  id?: string | undefined;
  label: Words;
  hint?: Words | undefined;
  error?: Words | undefined;
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  /** `prefilled` came from the office, `changed` differs from what it was. */
  mark?: Mark | undefined;
  /** Something beside the value, such as what the register has. */
  aside?: JSX.Element;
};

/** The ids a control needs to name its hint and its error. */
export function createFieldIds(props: FieldProps) {
  const fallback = createUniqueId();
  const id = () => props.id ?? fallback;
  const hintId = () => `${id()}-hint`;
  const errorId = () => `${id()}-error`;
  const markId = () => `${id()}-mark`;
  const describedBy = () =>
    [
      props.hint === undefined ? undefined : hintId(),
      props.mark === undefined ? undefined : markId(),
      props.error === undefined ? undefined : errorId(),
    ]
      .filter((each) => each !== undefined)
      .join(' ') || undefined;
  return { id, hintId, errorId, markId, describedBy };
}
export type FieldIds = ReturnType<typeof createFieldIds>;

/** Label, hint, control, mark and error of a field with one control, as KERN draws them. */
export function FieldFrame(props: { field: FieldProps; ids: FieldIds; children: JSX.Element }) {
  return (
    <div class="kern-form-input" classList={{ 'kern-form-input--error': props.field.error !== undefined }}>
      <label class="kern-label" for={props.ids.id()}>
        <Say words={props.field.label} />
        <Optional when={props.field.optional} />
      </label>
      <Show when={props.field.hint}>
        {(hint) => (
          <div class="kern-hint" id={props.ids.hintId()}>
            <Say words={hint()} />
          </div>
        )}
      </Show>
      {props.children}
      <FieldMark id={props.ids.markId()} mark={props.field.mark} />
      {props.field.aside}
      <FieldError id={props.ids.errorId()} error={props.field.error} />
    </div>
  );
}

export function Optional(props: { when: boolean | undefined }) {
  return (
    <Show when={props.when}>
      <span class="kern-label__optional">
        {' ('}
        <Say words={text.optional} />
        {')'}
      </span>
    </Show>
  );
}
