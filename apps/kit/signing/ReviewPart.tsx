import { type JSX, onCleanup, onMount, Show } from 'solid-js';
import { Bilingual, Say } from '../i18n/Bilingual.tsx';
import { sayBoth, secondLine } from '../i18n/locale.ts';
import type { Text } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { text } from './text.ts';

export type ReviewPartProps = {
  id: string;
  /** Of the declaration (`T`), or of the screen. */
  title: { de: string; shown?: string } | Text;
  lang: string;
  isSeen: boolean;
  onSeen(): void;
  onEdit?(): void;
  children: JSX.Element;
};

/**
 * One card of the review. It counts as seen when its end was on the screen or had the focus, or when "Geprüft"
 * was pressed (signing.md 3); how long anybody read is not measured.
 */
export function ReviewPart(props: ReviewPartProps) {
  let end!: HTMLDivElement;
  const see = () => {
    if (!props.isSeen) props.onSeen();
  };
  onMount(() => {
    // What lies under the buttons at the bottom of the screen was not seen.
    const bar = document.querySelector<HTMLElement>('.review .actions--sticky');
    const hidden = bar && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) see();
      },
      { rootMargin: `0px 0px -${hidden}px 0px` },
    );
    observer.observe(end);
    onCleanup(() => observer.disconnect());
  });
  const shown = () => ('plain' in props.title ? secondLine(props.title) : props.title.shown);
  return (
    <section
      class="part"
      classList={{ 'part--seen': props.isSeen }}
      id={`part-${props.id}`}
      tabindex="-1"
      aria-labelledby={`part-${props.id}-title`}
    >
      <header class="part__head">
        <h2 class="kern-heading-small" id={`part-${props.id}-title`}>
          <Bilingual de={props.title.de} shown={shown()} lang={props.lang} />
        </h2>
        <Show when={props.onEdit !== undefined}>
          <Button
            kind="quiet"
            icon="edit"
            label={`${sayBoth(text.change)}: ${props.title.de}`}
            onPress={() => props.onEdit?.()}
          >
            <Say words={text.change} />
          </Button>
        </Show>
      </header>
      {props.children}
      <footer class="part__foot">
        {/* The button stays when it is done, so that the focus on it is not lost. */}
        <button
          type="button"
          class="part__check"
          aria-pressed={props.isSeen}
          aria-label={`${sayBoth(props.isSeen ? text.seen : text.markSeen)}: ${props.title.de}`}
          onClick={see}
          onFocus={see}
        >
          <Show when={props.isSeen}>
            <Icon name="check" />
          </Show>
          <Say words={props.isSeen ? text.seen : text.markSeen} />
        </button>
        {/* Stands below everything else: when it is on the screen, the end of the card is. */}
        <div class="part__end" ref={end} aria-hidden="true" />
      </footer>
    </section>
  );
}
