import { Show } from 'solid-js';
import { text } from '../ui/text.ts';
import { Say } from './Bilingual.tsx';
import { locale } from './locale.ts';

/** Says once on a screen what a second language is worth. */
export function TranslationNote() {
  return (
    <Show when={locale() !== 'de'}>
      <p class="kern-body kern-body--small kern-body--muted">
        <Say words={text.translationHelps} />
      </p>
    </Show>
  );
}
