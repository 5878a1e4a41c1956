import { For } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Part } from './seen.ts';
import { text } from './text.ts';

/** Which parts were seen: one piece of the bar each, and the same in words. */
export function SeenBar(props: { parts: readonly Part[]; seen: ReadonlySet<string> }) {
  const count = () => props.parts.filter(({ id }) => props.seen.has(id)).length;
  return (
    <div class="seen-bar" role="status">
      <span class="seen-bar__pieces" aria-hidden="true">
        <For each={props.parts}>
          {(part) => <span class="seen-bar__piece" classList={{ 'seen-bar__piece--seen': props.seen.has(part.id) }} />}
        </For>
      </span>
      <span class="kern-body kern-body--small">
        <Say words={count() === props.parts.length ? text.seenAll : text.seenCount(count(), props.parts.length)} />
      </span>
    </div>
  );
}
