import { createEffect, createMemo, createSignal, createUniqueId, For, on, untrack } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { type DateParts, joinDate, readWrittenDate, splitDate } from './date-parts.ts';
import type { FieldProps } from './FieldFrame.tsx';
import { Fieldset } from './Fieldset.tsx';
import { text } from './text.ts';

export type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, or what has been typed of it. */
  value: string;
  onInput?(value: string): void;
  /** When all three are left and something changed. */
  onLeave?(value: string): void;
  isBirthday?: boolean | undefined;
  autocomplete?: 'off' | undefined;
};

/** A date in three fields: everybody can type one, nobody has to find it in a calendar. */
export function DateField(props: DateFieldProps) {
  return (
    <Fieldset
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
      mark={props.mark}
      aside={props.aside}
      horizontal
    >
      <DatePartInputs field={props} />
    </Fieldset>
  );
}

/** Day, month and year without their frame; `PartialDateField` puts a checkbox beside them. */
export function DatePartInputs(props: { field: DateFieldProps }) {
  const name = createUniqueId();
  const [parts, setParts] = createSignal(splitDate(untrack(() => props.field.value)));
  let told = untrack(() => props.field.value);

  // A value that comes from elsewhere replaces what is shown; the one just typed does not jump under the fingers.
  // A memo: the same value told once more, while half a date is typed, is no value from elsewhere.
  const given = createMemo(() => props.field.value);
  createEffect(
    on(
      given,
      (value) => {
        if (value === joinDate(parts())) return;
        setParts(splitDate(value));
        told = value;
      },
      { defer: true },
    ),
  );

  const type = (part: keyof DateParts, digits: string) => {
    setParts((before) => ({ ...before, [part]: digits }));
    props.field.onInput?.(joinDate(parts()));
  };
  const paste = (event: ClipboardEvent) => {
    const written = readWrittenDate(event.clipboardData?.getData('text') ?? '');
    if (!written || props.field.readOnly === true) return;
    event.preventDefault();
    setParts(written);
    props.field.onInput?.(joinDate(written));
  };
  const leave = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    const value = joinDate(parts());
    if (value === told) return;
    told = value;
    props.field.onLeave?.(value);
  };

  return (
    <div class="date-parts" onFocusOut={leave} onPaste={paste}>
      <For each={dateParts}>
        {(part) => (
          <div class="kern-form-input date-parts__part">
            <label class="kern-label" for={`${name}-${part.name}`}>
              <Say words={text[part.name]} />
            </label>
            <input
              class="kern-form-input__input"
              classList={{
                'kern-form-input__input--error': props.field.error !== undefined,
                'kern-form-input__input--width-2': part.length === 2,
                'kern-form-input__input--width-4': part.length === 4,
              }}
              id={`${name}-${part.name}`}
              type="text"
              inputMode="numeric"
              maxLength={part.length}
              value={parts()[part.name]}
              readOnly={props.field.readOnly}
              disabled={props.field.disabled}
              autocomplete={props.field.autocomplete ?? (props.field.isBirthday === true ? part.birthday : undefined)}
              aria-invalid={props.field.error === undefined ? undefined : 'true'}
              onInput={(event) => type(part.name, event.currentTarget.value)}
            />
          </div>
        )}
      </For>
    </div>
  );
}

const dateParts = [
  { name: 'day', length: 2, birthday: 'bday-day' },
  { name: 'month', length: 2, birthday: 'bday-month' },
  { name: 'year', length: 4, birthday: 'bday-year' },
] as const;
