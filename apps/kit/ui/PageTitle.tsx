import { createEffect, createMemo, createUniqueId, on, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import { asText, type Words } from '../i18n/text.ts';

export type PageTitleProps = {
  title: Words;
  /** What the tab says where the title names a person: the browser writes the titles of tabs into its history. */
  tab?: Words | undefined;
  /** One sentence under the title. */
  lead?: Words | undefined;
  /** What the tab says after the title, "Schalter Platz". */
  app?: string;
  /** Off where something else on the page takes the focus first. */
  takesFocus?: boolean;
  size?: 'large' | 'medium';
  hidden?: boolean;
};

/**
 * The heading of a screen. It names the tab and takes the focus when the screen changes, so that whoever listens
 * hears where he is.
 */
export function PageTitle(props: PageTitleProps) {
  const id = createUniqueId();
  let heading: HTMLHeadingElement | undefined;
  const screen = () => props.tab ?? props.title;
  createEffect(() => {
    document.title = [say(screen()), props.app ?? 'Schalter'].join(' · ');
  });
  // Another screen has another German title; the same words in another language are the same screen.
  const german = createMemo(() => asText(screen()).de);
  createEffect(
    on(german, () => {
      if (props.takesFocus !== false) heading?.focus({ preventScroll: true });
    }),
  );
  return (
    <div class="page-title" classList={{ 'kern-sr-only': props.hidden === true }}>
      <h1
        id={id}
        tabindex="-1"
        ref={heading}
        class={props.size === 'medium' ? 'kern-heading-medium' : 'kern-heading-large'}
      >
        <Say words={props.title} />
      </h1>
      <Show when={props.lead}>
        {(lead) => (
          <p class="kern-body kern-body--large page-title__lead">
            <Say words={lead()} />
          </p>
        )}
      </Show>
    </div>
  );
}

/** What had the focus may go with what was done. Then the focus goes to the heading, not to the beginning of the page. */
export function keepFocus(change: () => unknown): void {
  const catchLost = () => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
  };
  // After what changed was drawn: only then is a button gone or a field locked.
  createEffect(on(change, () => requestAnimationFrame(catchLost), { defer: true }));
}
