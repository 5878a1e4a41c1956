import type { AskedField } from '../../../shared/forms/asked.ts';
import { Fieldset } from '../ui/Fieldset.tsx';
import { createFieldProps } from './field-props.ts';
import { FormField } from './FormField.tsx';
import { Keyed } from './Keyed.tsx';

/** Several fields under one question. */
export function GroupAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const fields = () => props.asked.fields.filter((inner) => form.reader === 'clerk' || inner.field.by !== 'clerk');
  return (
    <Fieldset id={field.id} legend={field.label} hint={field.hint} error={field.error} optional={field.optional}>
      <Keyed each={fields()} by={(inner) => inner.path}>
        {(inner) => <FormField asked={inner()} />}
      </Keyed>
    </Fieldset>
  );
}
