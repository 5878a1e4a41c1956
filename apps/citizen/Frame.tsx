import type { RouteSectionProps } from '@solidjs/router';
import { Suspense } from 'solid-js';
import { Say } from '../kit/i18n/Bilingual.tsx';
import { say } from '../kit/i18n/locale.ts';
import { TranslationNote } from '../kit/i18n/TranslationNote.tsx';
import { LocaleSwitch } from '../kit/ui/LocaleSwitch.tsx';
import { Spinner } from '../kit/ui/Spinner.tsx';
import { text } from './text.ts';

/** What stands around every page of a visitor: the office's name, the way back, the languages. */
export function Frame(props: RouteSectionProps) {
  return (
    <>
      <header class="frame__header">
        <nav aria-label={say(text.navigation)}>
          <a class="frame__home" href="/citizen/">
            Schalter
          </a>
        </nav>
        <LocaleSwitch />
      </header>
      <main id="content" tabindex="-1" class="frame__main">
        <TranslationNote />
        <Suspense fallback={<Spinner words={text.loading} />}>{props.children}</Suspense>
      </main>
      <footer class="frame__footer">
        <p class="kern-body kern-body--small">
          <Say words={text.promise} />
        </p>
      </footer>
    </>
  );
}
