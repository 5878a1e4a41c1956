import { createSignal, For, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say, sayBoth } from '../i18n/locale.ts';
import { capitalOf, lettersByBase } from './letters.ts';
import { text } from './text.ts';

export type LetterPaletteProps = {
  /** The next letter begins a word, so capitals are offered first. */
  startsWord: boolean;
  onLetter(letter: string): void;
};

/** First the plain letter, then the one that is meant. Tapping keeps the focus in the field. */
export function LetterPalette(props: LetterPaletteProps) {
  const groups = lettersByBase();
  const [base, setBase] = createSignal<string>();
  const [chosenCase, setChosenCase] = createSignal<boolean>();
  const isCapital = () => chosenCase() ?? props.startsWord;
  const insert = (letter: string) => {
    setChosenCase(undefined);
    props.onLetter(letter);
  };
  return (
    <div class="letters" role="group" aria-label={say(text.letters)}>
      <div class="letters__head">
        <p class="kern-body kern-body--small">
          <Say words={text.lettersHint} />
        </p>
        <button
          type="button"
          class="letters__key letters__key--wide"
          aria-pressed={isCapital()}
          aria-label={sayBoth(text.capitals)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => setChosenCase(!isCapital())}
        >
          <Say words={text.capitals} />
        </button>
      </div>
      <div class="letters__row">
        <For each={[...groups.keys()]}>
          {(each) => (
            <button
              type="button"
              class="letters__key"
              aria-pressed={base() === each}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => setBase(each)}
            >
              {isCapital() ? each.toUpperCase() : each}
            </button>
          )}
        </For>
      </div>
      <Show when={base()}>
        {(each) => (
          <div
            class="letters__row letters__row--open"
            role="group"
            aria-label={say(text.letterGroup(each().toUpperCase()))}
          >
            <For each={(groups.get(each()) ?? []).map((letter) => (isCapital() ? capitalOf(letter) : letter))}>
              {(letter) => (
                <button
                  type="button"
                  class="letters__key letters__key--letter"
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => insert(letter)}
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
