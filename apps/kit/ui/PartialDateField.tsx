import { createUniqueId } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { type DateFieldProps, DatePartInputs } from './DateField.tsx';
import { Fieldset } from './Fieldset.tsx';
import { text } from './text.ts';

/** A date of which day, month or everything may be unknown: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown`. */
export function PartialDateField(props: DateFieldProps) {
  const name = createUniqueId();
  const isUnknown = () => props.value === 'unknown';
  const setUnknown = (unknown: boolean) => {
    const value = unknown ? 'unknown' : '';
    props.onInput?.(value);
    props.onLeave?.(value);
  };
  return (
    <Fieldset
      id={props.id}
      legend={props.label}
      hint={props.hint ?? text.partialHint}
      error={props.error}
      optional={props.optional}
      mark={props.mark}
      aside={props.aside}
    >
      <DatePartInputs
        field={{
          ...props,
          get value() {
            return props.value;
          },
          get disabled() {
            return props.disabled === true || isUnknown();
          },
        }}
      />
      <div class="kern-form-check choice">
        <input
          class="kern-form-check__checkbox"
          type="checkbox"
          id={`${name}-unknown`}
          checked={isUnknown()}
          disabled={props.disabled === true || props.readOnly === true}
          onChange={(event) => setUnknown(event.currentTarget.checked)}
        />
        <label class="kern-label" for={`${name}-unknown`}>
          <Say words={text.dateUnknown} />
        </label>
      </div>
    </Fieldset>
  );
}
