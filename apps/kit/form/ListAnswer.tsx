import { Show } from 'solid-js';
import type { AskedField, AskedItem } from '../../../shared/forms/asked.ts';
import { Say } from '../i18n/Bilingual.tsx';
import { joinTexts } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Fieldset } from '../ui/Fieldset.tsx';
import { focusFieldSoon } from '../ui/focus-field.ts';
import { createFieldProps, definitionOf } from './field-props.ts';
import { FormField } from './FormField.tsx';
import { fieldIdOf, wordsOf } from './form-context.ts';
import { Keyed } from './Keyed.tsx';
import { text } from './text.ts';

/** A list of things of the same kind, such as a person's documents; items come and go, their ids stay. */
export function ListAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const definition = () => definitionOf(props.asked, 'list');
  const itemWords = () => wordsOf(form.texts, `${props.asked.key}.item`, definition().itemLabel);
  const add = () => {
    const id = freeIdOf(props.asked.items.map(({ item }) => item.id));
    form.onLeave(`${props.asked.path}.${id}`, { id });
    focusFieldSoon(fieldIdOf(`${props.asked.path}.${id}`));
  };
  const remove = (item: AskedItem) => {
    form.onLeave(item.path, null);
    focusFieldSoon(fieldIdOf(props.asked.path));
  };
  const hasRoom = () => props.asked.items.length < definition().limit;
  return (
    <Fieldset
      id={field.id}
      legend={field.label}
      hint={field.hint}
      error={field.error}
      optional={field.optional}
      aside={field.aside}
    >
      <Keyed each={props.asked.items} by={(item) => item.path}>
        {(item) => (
          <fieldset class="kern-fieldset form-item" id={fieldIdOf(item().path)} tabindex="-1">
            <legend class="kern-label">
              <Say words={joinTexts([itemWords(), String(item().number)])} />
            </legend>
            <div class="kern-fieldset__body">
              <Keyed
                each={item().fields.filter((inner) => form.reader === 'clerk' || inner.field.by !== 'clerk')}
                by={(inner) => inner.path}
              >
                {(inner) => <FormField asked={inner()} />}
              </Keyed>
              <Show when={form.readOnly !== true}>
                <Button kind="quiet" icon="delete" onPress={() => remove(item())}>
                  <Say words={text.removeItem(joinTexts([itemWords(), String(item().number)]))} />
                </Button>
              </Show>
            </div>
          </fieldset>
        )}
      </Keyed>
      <Show when={form.readOnly !== true}>
        <Show
          when={hasRoom()}
          fallback={
            <p class="kern-body">
              <Say words={text.limitReached(definition().limit)} />
            </p>
          }
        >
          <Button kind="secondary" icon="add" onPress={add}>
            <Say words={text.add(itemWords())} />
          </Button>
        </Show>
      </Show>
    </Fieldset>
  );
}

/** `i1`, `i2` …: never one that is in use. */
function freeIdOf(used: readonly string[]): string {
  let number = used.length + 1;
  while (used.includes(`i${number}`)) number += 1;
  return `i${number}`;
}
