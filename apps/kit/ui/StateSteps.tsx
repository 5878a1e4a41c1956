import { For } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import type { Words } from '../i18n/text.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

export type StateStepsProps = { label: Words; steps: readonly Words[]; current: number };

/** The states a case goes through, in one line: what is done, what is now, what comes. */
export function StateSteps(props: StateStepsProps) {
  return (
    <ol class="state-steps" aria-label={say(props.label)}>
      <For each={props.steps}>
        {(step, index) => (
          <li
            class="state-steps__step"
            classList={{
              'state-steps__step--done': index() < props.current,
              'state-steps__step--current': index() === props.current,
            }}
            aria-current={index() === props.current ? 'step' : undefined}
          >
            {index() < props.current && (
              <>
                <Icon name="check" />
                <span class="kern-sr-only">{say(text.stepDone)}: </span>
              </>
            )}
            <Say words={step} />
          </li>
        )}
      </For>
    </ol>
  );
}
