import { For } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import { appearance, changeAppearance, type Theme } from './appearance.ts';
import { text } from './text.ts';

/** Light, dark, strong contrast. */
export function ThemeSwitch() {
  return (
    <div class="segments" role="group" aria-label={say(text.appearance)}>
      <For each={choices}>
        {(choice) => (
          <button
            type="button"
            class="segments__segment"
            aria-pressed={appearance().theme === choice.theme}
            onClick={() => changeAppearance({ theme: choice.theme })}
          >
            <Say words={choice.words} />
          </button>
        )}
      </For>
    </div>
  );
}

const choices: readonly { theme: Theme; words: (typeof text)['themeAuto'] }[] = [
  { theme: 'auto', words: text.themeAuto },
  { theme: 'light', words: text.themeLight },
  { theme: 'dark', words: text.themeDark },
  { theme: 'contrast', words: text.themeContrast },
];
