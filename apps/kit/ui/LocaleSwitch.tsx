import { For } from 'solid-js';
import { type Locale, locales } from '../../../shared/base/locale.ts';
import { languageTags, locale, localeNames, say, setLocale } from '../i18n/locale.ts';
import { text } from './text.ts';

/** Every language by its own name, all visible: nobody has to read German to find his own. */
export function LocaleSwitch(props: { onChange?(locale: Locale): void }) {
  const choose = (chosen: Locale) => {
    setLocale(chosen);
    props.onChange?.(chosen);
  };
  return (
    <div class="segments" role="group" aria-label={say(text.language)}>
      <For each={locales}>
        {(each) => (
          <button
            type="button"
            class="segments__segment"
            lang={languageTags[each]}
            aria-pressed={locale() === each}
            onClick={() => choose(each)}
          >
            {localeNames[each]}
          </button>
        )}
      </For>
    </div>
  );
}
