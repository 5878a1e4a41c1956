import { Index } from 'solid-js';
import { say } from '../i18n/locale.ts';
import { asText } from '../i18n/text.ts';
import type { Choice } from './ChoiceField.tsx';
import { createFieldIds, FieldFrame, type FieldProps } from './FieldFrame.tsx';
import { text } from './text.ts';

export type SelectFieldProps<Value extends string = string> = FieldProps & {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChoose(value: Value): void;
};

/** One of six to twenty. Fewer are better as `ChoiceField`, more as `ComboField`. Options show German first. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const ids = createFieldIds(props);
  const both = (choice: Choice) => {
    const [de, shown] = [asText(choice.label).de, say(choice.label)];
    return de === shown ? de : `${de} / ${shown}`;
  };
  return (
    <FieldFrame field={props} ids={ids}>
      <div class="kern-form-input__select-wrapper">
        <select
          class="kern-form-input__select"
          classList={{ 'kern-form-input__select--error': props.error !== undefined }}
          id={ids.id()}
          disabled={props.disabled === true || props.readOnly === true}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          aria-required={props.optional === true ? undefined : 'true'}
          aria-describedby={ids.describedBy()}
          onChange={(event) => {
            const chosen = props.choices.find((choice) => choice.value === event.currentTarget.value);
            if (chosen) props.onChoose(chosen.value);
          }}
        >
          <option value="" selected={props.value === undefined} disabled={props.optional !== true}>
            {say(text.choose)}
          </option>
          <Index each={props.choices}>
            {(choice) => (
              <option value={choice().value} selected={props.value === choice().value}>
                {both(choice())}
              </option>
            )}
          </Index>
        </select>
      </div>
    </FieldFrame>
  );
}
