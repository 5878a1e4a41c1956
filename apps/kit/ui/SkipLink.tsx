import { Say } from '../i18n/Bilingual.tsx';
import { text } from './text.ts';

/** The first stop of the tab key: past everything that repeats, to `<main id="content">`. */
export function SkipLink() {
  return (
    <a
      class="skip-link kern-link"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      <Say words={text.skip} />
    </a>
  );
}
