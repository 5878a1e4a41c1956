import type { AskedField } from '../../../shared/forms/asked.ts';
import { DateField } from '../ui/DateField.tsx';
import { PartialDateField } from '../ui/PartialDateField.tsx';
import { createFieldProps, textOfAnswer } from './field-props.ts';

/** A whole date. */
export function DateAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  return (
    <DateField
      {...field}
      value={textOfAnswer(props.asked)}
      autocomplete={form.keepsNothing === true ? 'off' : undefined}
      onInput={(value) => form.onTyping?.(props.asked.path, value)}
      onLeave={(value) => {
        form.touch(props.asked.path);
        form.onLeave(props.asked.path, value);
      }}
    />
  );
}

/** A date of which something may be unknown. */
export function PartialDateAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  return (
    <PartialDateField
      {...field}
      value={textOfAnswer(props.asked)}
      autocomplete={form.keepsNothing === true ? 'off' : undefined}
      onInput={(value) => form.onTyping?.(props.asked.path, value)}
      onLeave={(value) => {
        form.touch(props.asked.path);
        form.onLeave(props.asked.path, value);
      }}
    />
  );
}
