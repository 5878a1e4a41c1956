import { createSignal, Show } from 'solid-js';
import type { AskedField } from '../../../shared/forms/asked.ts';
import { TextField } from '../ui/TextField.tsx';
import { createFieldProps, definitionOf, textOfAnswer } from './field-props.ts';
import { LetterHelp } from './LetterHelp.tsx';

/** A plain text. */
export function TextAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const maxLength = () => definitionOf(props.asked, 'text').maxLength;
  return (
    <TextField
      {...field}
      value={textOfAnswer(props.asked)}
      maxLength={maxLength()}
      lines={maxLength() > 200 ? 3 : undefined}
      width={maxLength() <= 12 ? 'short' : maxLength() <= 30 ? 'medium' : undefined}
      autocomplete={form.keepsNothing === true ? 'off' : undefined}
      onInput={(value) => form.onTyping?.(props.asked.path, value)}
      onLeave={(value) => {
        form.touch(props.asked.path);
        form.onLeave(props.asked.path, value);
      }}
    />
  );
}

/** A name, with help for letters that no German keyboard has. */
export function NameAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const [input, setInput] = createSignal<HTMLInputElement | HTMLTextAreaElement>();
  const leave = (value: string) => {
    form.touch(props.asked.path);
    form.onLeave(props.asked.path, value);
  };
  return (
    <>
      <TextField
        {...field}
        value={textOfAnswer(props.asked)}
        maxLength={definitionOf(props.asked, 'name').maxLength}
        isName
        autocomplete={form.keepsNothing === true ? 'off' : undefined}
        ref={setInput}
        onInput={(value) => form.onTyping?.(props.asked.path, value)}
        onLeave={leave}
      />
      <Show when={form.readOnly !== true}>
        <LetterHelp
          input={input()}
          onInsert={(value) => {
            form.onTyping?.(props.asked.path, value);
            leave(value);
          }}
        />
      </Show>
    </>
  );
}
