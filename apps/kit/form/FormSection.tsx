import { createSignal, mergeProps, Show } from 'solid-js';
import type { Path } from '../../../shared/forms/answers.ts';
import type { AskedSection } from '../../../shared/forms/asked.ts';
import { Say } from '../i18n/Bilingual.tsx';
import { asText } from '../i18n/text.ts';
import { Heading } from '../ui/Heading.tsx';
import { FormField } from './FormField.tsx';
import { FormProvider, type FormProps, wordsOf } from './form-context.ts';
import { Keyed } from './Keyed.tsx';

/** One section of a service: its title, its words and its fields as they are asked at this moment. */
export function FormSection(props: FormProps & { section: AskedSection; hideTitle?: boolean }) {
  const [left, setLeft] = createSignal<ReadonlySet<Path>>(new Set());
  const form = mergeProps(props, {
    isShown: (path: Path) => props.attempt > 0 || left().has(path),
    touch: (path: Path) => void setLeft((before) => new Set([...before, path])),
  });
  const title = () => {
    const { section, number } = props.section;
    const words = asText(wordsOf(props.texts, `${section.id}.title`, section.title));
    if (number === undefined) return words;
    return { de: `${words.de} ${number}`, plain: `${words.plain} ${number}`, en: `${words.en} ${number}` };
  };
  const fields = () => props.section.fields.filter((asked) => props.reader === 'clerk' || asked.field.by !== 'clerk');
  return (
    <FormProvider value={form}>
      <section class="form-section" id={`section-${props.section.id}`}>
        <Show when={props.hideTitle !== true}>
          <Heading level={props.level ?? 2} class="kern-heading-medium">
            <Say words={title()} />
          </Heading>
        </Show>
        <Show when={props.section.section.intro}>
          {(intro) => (
            <p class="kern-body">
              <Say words={wordsOf(props.texts, `${props.section.section.id}.intro`, intro())} />
            </p>
          )}
        </Show>
        <Keyed each={fields()} by={(asked) => asked.path}>
          {(asked) => <FormField asked={asked()} />}
        </Keyed>
      </section>
    </FormProvider>
  );
}
