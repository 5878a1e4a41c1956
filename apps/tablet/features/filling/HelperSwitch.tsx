import { For } from 'solid-js';
import type { Assistance } from '../../../../shared/declaration/declaration.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { say } from '../../../kit/i18n/locale.ts';
import { text } from './text.ts';

export type HelperSwitchProps = {
  chosen: readonly Assistance[];
  onChange(chosen: readonly Assistance[]): void;
};

/** Whoever has somebody beside him says so with one tap; the declaration and its document say it too. */
export function HelperSwitch(props: HelperSwitchProps) {
  const isChosen = (kind: Assistance) => props.chosen.includes(kind);
  const toggle = (kind: Assistance) =>
    props.onChange(isChosen(kind) ? props.chosen.filter((each) => each !== kind) : [...props.chosen, kind]);
  return (
    <div class="helpers">
      <div class="segments" role="group" aria-label={say(text.helpers)}>
        <For each={kinds}>
          {(kind) => (
            <button type="button" class="segments__segment" aria-pressed={isChosen(kind)} onClick={() => toggle(kind)}>
              <Say words={text[kind]} />
            </button>
          )}
        </For>
      </div>
      <span class="kern-body kern-body--small kern-body--muted">
        <Say words={text.helpersNote} />
      </span>
    </div>
  );
}

/** Reading aloud the tablet notices by itself. */
const kinds = ['accompanied', 'translated'] as const;
