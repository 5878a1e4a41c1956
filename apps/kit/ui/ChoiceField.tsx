import { createUniqueId, Index, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import type { FieldProps } from './FieldFrame.tsx';
import { Fieldset } from './Fieldset.tsx';

export type Choice<Value extends string = string> = { value: Value; label: Words; hint?: Words | undefined };

export type ChoiceFieldProps<Value extends string = string> = FieldProps & {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChoose(value: Value): void;
  horizontal?: boolean | undefined;
};

/** One of a few, all visible at once (radio buttons). The error summary's link focuses the group. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const name = createUniqueId();
  return (
    <Fieldset
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
      mark={props.mark}
      aside={props.aside}
      horizontal={props.horizontal}
      role="radiogroup"
    >
      <Index each={props.choices}>
        {(choice, index) => (
          <div class="kern-form-check choice">
            <input
              class="kern-form-check__radio"
              classList={{ 'kern-form-check__radio--error': props.error !== undefined }}
              type="radio"
              id={`${name}-${index}`}
              name={name}
              value={choice().value}
              checked={props.value === choice().value}
              disabled={props.disabled === true || props.readOnly === true}
              aria-describedby={choice().hint === undefined ? undefined : `${name}-${index}-hint`}
              onChange={() => props.onChoose(choice().value)}
            />
            <label class="kern-label" for={`${name}-${index}`}>
              <Say words={choice().label} />
            </label>
            <Show when={choice().hint}>
              {(hint) => (
                <div class="kern-hint choice__hint" id={`${name}-${index}-hint`}>
                  <Say words={hint()} />
                </div>
              )}
            </Show>
          </div>
        )}
      </Index>
    </Fieldset>
  );
}
