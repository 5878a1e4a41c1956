import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';

/** Something takes a while; the words say what. */
export function Spinner(props: { words: Words }) {
  return (
    <div class="spinner" role="status">
      <span class="kern-loader kern-loader--visible spinner__wheel" aria-hidden="true" />
      <span class="kern-body">
        <Say words={props.words} />
      </span>
    </div>
  );
}
