import { Show } from 'solid-js';
import type { AskedSection } from '../../../../shared/forms/asked.ts';
import type { FormProps } from '../../../kit/form/form-context.ts';
import { FormSection } from '../../../kit/form/FormSection.tsx';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Disclosure } from '../../../kit/ui/Disclosure.tsx';
import { isOnlyOffered, isVoluntary, titleOf } from './steps.ts';
import { text } from './text.ts';

/** `isFirst`: it stands under the heading of the step, which says the same as its own title. */
export type StepSectionProps = { section: AskedSection; isFirst: boolean; form: FormProps };

/** A section within a step: what is voluntary waits behind its title until it says something. */
export function StepSection(props: StepSectionProps) {
  const title = () => titleOf(props.section, props.form.texts);
  const fields = () => <FormSection {...props.form} section={props.section} hideTitle />;
  return (
    <Show when={!props.isFirst} fallback={fields()}>
      <Show
        when={isVoluntary(props.section.section)}
        fallback={
          <div class="step-section">
            <h2 class="kern-heading-medium" id={titleIdOf(props.section.id)} tabindex="-1">
              <Say words={title()} />
            </h2>
            {fields()}
          </div>
        }
      >
        <Disclosure
          id={titleIdOf(props.section.id)}
          title={title()}
          note={text.voluntary}
          opens={!isOnlyOffered(props.section, props.form.findings)}
        >
          {fields()}
        </Disclosure>
      </Show>
    </Show>
  );
}

const titleIdOf = (sectionId: string): string => `section-title-${sectionId}`;

/** Brings a section to the top of the screen. The first one of a step has no title of its own: there one already is. */
export function goToTitle(sectionId: string): void {
  const title = document.getElementById(titleIdOf(sectionId));
  if (!title) return;
  const box = title.closest('details');
  if (box) box.open = true;
  title.scrollIntoView({ block: 'start' });
  title.focus({ preventScroll: true });
}
