import { Show } from 'solid-js';
import { createFieldIds, FieldFrame, type FieldProps } from './FieldFrame.tsx';

export type TextFieldProps = FieldProps & {
  value: string;
  onInput?(value: string): void;
  /** When the field is left, and only if it changed. */
  onLeave?(value: string): void;
  maxLength?: number | undefined;
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | undefined;
  autocomplete?: AutoFill | undefined;
  width?: 'short' | 'medium' | undefined;
  lines?: number | undefined;
  /** Set in the font that has every letter of DIN 91379, without the browser's spelling help. */
  isName?: boolean | undefined;
  ref?(element: HTMLInputElement | HTMLTextAreaElement): void;
};

/** The tokens of HTML's autofill that the office asks for. */
export type AutoFill =
  | 'off'
  | 'given-name'
  | 'family-name'
  | 'email'
  | 'tel'
  | 'street-address'
  | 'postal-code'
  | 'address-level2'
  | 'bday'
  | 'one-time-code';

/** One line of text, or several with `lines`. */
export function TextField(props: TextFieldProps) {
  const ids = createFieldIds(props);
  const shared = () => ({
    id: ids.id(),
    class: 'kern-form-input__input',
    classList: {
      'kern-form-input__input--error': props.error !== undefined,
      'field--short': props.width === 'short',
      'field--medium': props.width === 'medium',
      'field--name': props.isName === true,
    },
    maxLength: props.maxLength,
    readOnly: props.readOnly,
    disabled: props.disabled,
    autocomplete: props.autocomplete,
    dir: 'auto' as const,
    spellcheck: false,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
    'aria-required': props.optional === true ? undefined : ('true' as const),
    'aria-describedby': ids.describedBy(),
  });
  return (
    <FieldFrame field={props} ids={ids}>
      <Show
        when={props.lines}
        fallback={
          <input
            {...shared()}
            type="text"
            inputMode={props.inputMode}
            autocapitalize={props.isName === true ? 'words' : undefined}
            ref={(element) => props.ref?.(element)}
            value={props.value}
            onInput={(event) => props.onInput?.(event.currentTarget.value)}
            onChange={(event) => props.onLeave?.(event.currentTarget.value)}
          />
        }
      >
        {(lines) => (
          <textarea
            {...shared()}
            rows={lines()}
            ref={(element) => props.ref?.(element)}
            value={props.value}
            onInput={(event) => props.onInput?.(event.currentTarget.value)}
            onChange={(event) => props.onLeave?.(event.currentTarget.value)}
          />
        )}
      </Show>
    </FieldFrame>
  );
}
