import { createEffect, type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { Heading, type HeadingLevel } from './Heading.tsx';

export type DisclosureProps = {
  title: Words;
  /** A word beside the title: "freiwillig". */
  note?: Words;
  level?: HeadingLevel;
  /** Opens when it becomes true. Nothing but a hand closes it, so that what somebody reads never goes away. */
  opens: boolean;
  /** Of the line that opens it. */
  id?: string;
  children: JSX.Element;
};

/** A part of a page behind its own title, for what most people do not need. */
export function Disclosure(props: DisclosureProps) {
  let box: HTMLDetailsElement | undefined;
  createEffect(() => {
    if (props.opens && box) box.open = true;
  });
  return (
    <details class="kern-accordion disclosure" ref={box}>
      <summary class="kern-accordion__header disclosure__line" id={props.id}>
        <Heading level={props.level ?? 2} class="kern-title disclosure__title">
          <Say words={props.title} />
        </Heading>
        <Show when={props.note}>
          {(note) => (
            <span class="kern-body kern-body--muted">
              <Say words={note()} />
            </span>
          )}
        </Show>
      </summary>
      <div class="kern-accordion__body">{props.children}</div>
    </details>
  );
}
