import { createSignal, For, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import { letters } from './letters.ts';
import { text } from './text.ts';

/** First the plain letter, then the one that is meant. Tapping keeps the focus in the field. */
export function LetterPalette(props: { onLetter(letter: string): void }) {
  const [group, setGroup] = createSignal<string>();
  return (
    <div class="letters" role="group" aria-label={say(text.letters)}>
      <p class="kern-body kern-body--small">
        <Say words={text.lettersHint} />
      </p>
      <div class="letters__row">
        <For each={Object.keys(letters)}>
          {(base) => (
            <button
              type="button"
              class="letters__key"
              aria-pressed={group() === base}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => setGroup(base)}
            >
              {base.toUpperCase()}
            </button>
          )}
        </For>
      </div>
      <Show when={group()}>
        {(base) => (
          <div
            class="letters__row letters__row--open"
            role="group"
            aria-label={say(text.letterGroup(base().toUpperCase()))}
          >
            <For each={letters[base()]}>
              {(letter) => (
                <button
                  type="button"
                  class="letters__key letters__key--letter"
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => props.onLetter(letter)}
                >
                  {letter}
                </button>
              )}
            </For>
          </div>
        )}
      </Show>
    </div>
  );
}
