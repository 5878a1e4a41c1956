import { Show } from 'solid-js';
import { directionOf, languageTags, locale, secondLine } from './locale.ts';
import { asText, type Words } from './text.ts';

/** A German text and, under it, what it says in the language the citizen reads. Made for `T` of a declaration. */
export function Bilingual(props: { de: string; shown?: string | undefined; lang?: string }) {
  const lang = () => props.lang ?? languageTags[locale()];
  return (
    <Show when={props.shown !== undefined && props.shown !== props.de} fallback={props.de}>
      <span class="bilingual">
        <span class="bilingual__de" lang="de" dir="ltr">
          {props.de}
        </span>{' '}
        <span class="bilingual__shown" lang={lang()} dir={directionOf(lang())}>
          {props.shown}
        </span>
      </span>
    </Show>
  );
}

/** Words of a screen: German, and the chosen language under it. */
export function Say(props: { words: Words }) {
  return <Bilingual de={asText(props.words).de} shown={secondLine(props.words)} />;
}
