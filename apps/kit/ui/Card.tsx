import { createUniqueId, type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { Heading } from './Heading.tsx';

export type CardProps = {
  title?: Words;
  /** Where the card stands in the page's outline. */
  level?: 2 | 3 | 4;
  /** Beside the title: a state chip, a button. */
  corner?: JSX.Element;
  children: JSX.Element;
  footer?: JSX.Element;
  id?: string;
  small?: boolean;
};

/** A box with a heading: one thing that belongs together. */
export function Card(props: CardProps) {
  const titleId = createUniqueId();
  return (
    <section
      class="kern-card kern-card--hug card"
      classList={{ 'kern-card--small': props.small === true }}
      id={props.id}
      aria-labelledby={props.title === undefined ? undefined : titleId}
    >
      <div class="kern-card__container">
        <Show when={props.title}>
          {(title) => (
            <div class="kern-card__header card__header">
              <Heading level={props.level ?? 2} id={titleId} class="kern-title">
                <Say words={title()} />
              </Heading>
              {props.corner}
            </div>
          )}
        </Show>
        <div class="kern-card__body card__body">{props.children}</div>
        <Show when={props.footer}>
          <div class="kern-card__footer">{props.footer}</div>
        </Show>
      </div>
    </section>
  );
}
