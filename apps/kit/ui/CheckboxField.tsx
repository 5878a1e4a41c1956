import { Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { FieldError } from './FieldError.tsx';
import { createFieldIds, type FieldProps } from './FieldFrame.tsx';
import { FieldMark } from './FieldMark.tsx';

export type CheckboxFieldProps = FieldProps & { checked: boolean; onChange(checked: boolean): void };

/** One yes that can be taken back. */
export function CheckboxField(props: CheckboxFieldProps) {
  const ids = createFieldIds(props);
  return (
    <div class="kern-form-check choice" classList={{ 'kern-form-check--error': props.error !== undefined }}>
      <input
        class="kern-form-check__checkbox"
        classList={{ 'kern-form-check__checkbox--error': props.error !== undefined }}
        type="checkbox"
        id={ids.id()}
        checked={props.checked}
        disabled={props.disabled === true || props.readOnly === true}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        aria-describedby={ids.describedBy()}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label class="kern-label" for={ids.id()}>
        <Say words={props.label} />
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <div class="kern-hint choice__hint" id={ids.hintId()}>
            <Say words={hint()} />
          </div>
        )}
      </Show>
      <FieldMark id={ids.markId()} mark={props.mark} />
      {props.aside}
      <FieldError id={ids.errorId()} error={props.error} />
    </div>
  );
}
