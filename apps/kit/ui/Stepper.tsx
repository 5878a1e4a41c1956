import { For } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { asText, joinTexts, type Words } from '../i18n/text.ts';
import { text } from './text.ts';

export type StepperProps = {
  /** Of the whole flow, "Anmeldung". */
  label: Words;
  steps: readonly Words[];
  /** Index of the step being shown. */
  current: number;
};

/** Where one is: dots for the eye, words for everybody. "Schritt 2 von 5: Bisherige Wohnung". */
export function Stepper(props: StepperProps) {
  const words = () =>
    joinTexts([text.step(props.current + 1, props.steps.length), props.steps[props.current] ?? ''], ': ');
  return (
    <div class="stepper" role="group" aria-label={asText(props.label).de}>
      <span class="stepper__label kern-body kern-body--bold">
        <Say words={props.label} />
      </span>
      <span class="stepper__dots" aria-hidden="true">
        <For each={props.steps}>
          {(_, index) => (
            <span
              class="stepper__dot"
              classList={{
                'stepper__dot--done': index() < props.current,
                'stepper__dot--current': index() === props.current,
              }}
            />
          )}
        </For>
      </span>
      <span class="stepper__words kern-body">
        <Say words={words()} />
      </span>
    </div>
  );
}
