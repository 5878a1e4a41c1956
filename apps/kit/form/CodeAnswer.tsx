import { createSignal, For, Show } from 'solid-js';
import type { AskedField } from '../../../shared/forms/asked.ts';
import { isCodes } from '../../../shared/forms/paths.ts';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { Fieldset } from '../ui/Fieldset.tsx';
import { Icon } from '../ui/Icon.tsx';
import { createFieldProps, definitionOf } from './field-props.ts';
import { text } from './text.ts';

/** One entry of a code list. */
export function CodeAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  return (
    <ComboField
      {...field}
      choices={form.codes(definitionOf(props.asked, 'code').list)}
      value={typeof props.asked.value === 'string' ? props.asked.value : undefined}
      onChoose={(code) => {
        form.touch(props.asked.path);
        form.onLeave(props.asked.path, code ?? null);
      }}
    />
  );
}

/** Several entries of a code list, such as two nationalities, each removable. */
export function CodesAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const definition = () => definitionOf(props.asked, 'codes');
  const chosen = () => (isCodes(props.asked.value) ? props.asked.value : []);
  const [isAdding, setAdding] = createSignal(false);
  const labelOf = (code: string) =>
    form.codes(definition().list).find((choice) => choice.value === code)?.label ?? code;
  const write = (codes: readonly string[]) => {
    setAdding(false);
    form.touch(props.asked.path);
    form.onLeave(props.asked.path, codes.length === 0 ? null : codes);
  };
  return (
    <Show
      when={chosen().length > 0}
      fallback={
        <ComboField
          {...field}
          choices={form.codes(definition().list)}
          value={undefined}
          onChoose={(code) => {
            if (code !== undefined) write([code]);
          }}
        />
      }
    >
      <Fieldset
        id={field.id}
        legend={field.label}
        hint={field.hint}
        error={field.error}
        optional={field.optional}
        mark={field.mark}
        aside={field.aside}
      >
        <ul class="tags">
          <For each={chosen()}>
            {(code) => (
              <li class="tags__tag">
                <span class="kern-body">
                  <Say words={labelOf(code)} />
                </span>
                <Show when={form.readOnly !== true}>
                  <button
                    type="button"
                    class="kern-btn kern-btn--tertiary tags__remove"
                    aria-label={`${say(labelOf(code))}: ${say(text.remove)}`}
                    onClick={() => write(chosen().filter((each) => each !== code))}
                  >
                    <Icon name="close" />
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={isAdding()}>
          <ComboField
            label={text.addOne}
            choices={form.codes(definition().list).filter((choice) => !chosen().includes(choice.value))}
            value={undefined}
            onChoose={(code) => {
              if (code !== undefined) write([...chosen(), code]);
            }}
          />
        </Show>
        <Show when={form.readOnly !== true && !isAdding() && chosen().length < definition().limit}>
          <Button kind="quiet" icon="add" onPress={() => setAdding(true)}>
            <Say words={text.addOne} />
          </Button>
        </Show>
      </Fieldset>
    </Show>
  );
}
