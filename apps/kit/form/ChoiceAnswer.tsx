import { Show } from 'solid-js';
import type { Answer } from '../../../shared/forms/answers.ts';
import type { AskedField } from '../../../shared/forms/asked.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { createFieldProps, definitionOf } from './field-props.ts';
import { wordsOf } from './form-context.ts';
import { text } from './text.ts';

const mostRadios = 7;

/** One of the options of the definition: all visible while they are few. */
export function ChoiceAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const choices = () =>
    Object.entries(definitionOf(props.asked, 'choice').options).map(([value, label]) => ({
      value,
      label: wordsOf(form.texts, `${props.asked.key}.options.${value}`, label),
    }));
  const value = () => (typeof props.asked.value === 'string' ? props.asked.value : undefined);
  const choose = (chosen: Answer) => {
    form.touch(props.asked.path);
    form.onLeave(props.asked.path, chosen);
  };
  return (
    <Show
      when={choices().length <= mostRadios}
      fallback={<SelectField {...field} choices={choices()} value={value()} onChoose={choose} />}
    >
      <ChoiceField {...field} choices={choices()} value={value()} onChoose={choose} />
    </Show>
  );
}

/** Ja or Nein, never one of them by default. */
export function YesNoAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  return (
    <ChoiceField
      {...field}
      horizontal
      choices={[
        { value: 'yes', label: text.yes },
        { value: 'no', label: text.no },
      ]}
      value={props.asked.value === true ? 'yes' : props.asked.value === false ? 'no' : undefined}
      onChoose={(chosen) => {
        form.touch(props.asked.path);
        form.onLeave(props.asked.path, chosen === 'yes');
      }}
    />
  );
}
