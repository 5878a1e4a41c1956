import { Show } from 'solid-js';
import type { AskedSection } from '../../../../shared/forms/asked.ts';
import type { FormProps } from '../../../kit/form/form-context.ts';
import { FormSection } from '../../../kit/form/FormSection.tsx';
import { Disclosure } from '../../../kit/ui/Disclosure.tsx';
import { isOnlyOffered, titleOf } from './steps.ts';
import { text } from './text.ts';

/** `isAlone`: it stands under the heading of the step, which says the same as its own title. */
export type StepSectionProps = { section: AskedSection; isAlone: boolean; form: FormProps };

/** A section within a step: what is voluntary waits behind its title until it says something. */
export function StepSection(props: StepSectionProps) {
  const fields = () => <FormSection {...props.form} section={props.section} hideTitle />;
  return (
    <Show when={!props.isAlone} fallback={fields()}>
      <Disclosure
        id={titleIdOf(props.section.id)}
        title={titleOf(props.section, props.form.texts)}
        note={text.voluntary}
        opens={!isOnlyOffered(props.section, props.form.findings)}
      >
        {fields()}
      </Disclosure>
    </Show>
  );
}

const titleIdOf = (sectionId: string): string => `section-title-${sectionId}`;

/** Brings a section to the top of the screen. One that is alone on its step has no title of its own: there one already is. */
export function goToTitle(sectionId: string): void {
  const title = document.getElementById(titleIdOf(sectionId));
  if (!title) return;
  const box = title.closest('details');
  if (box) box.open = true;
  title.scrollIntoView({ block: 'start' });
  title.focus({ preventScroll: true });
}
