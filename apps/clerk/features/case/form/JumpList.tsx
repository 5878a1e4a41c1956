import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { AskedSection } from '../../../../../shared/forms/asked.ts';
import type { CaseModel } from '../create-case.ts';
import { isOpen } from '../progress.ts';
import { text } from '../text.ts';
import { focusSection } from './focus.ts';
import { placeAt, titleOf } from './places.ts';

/** Every section of the form, with how much there needs an eye; the one being read is marked. */
export function JumpList(props: { model: CaseModel }) {
  const [current, setCurrent] = createSignal<string>();
  const counts = createMemo(() => {
    const { mine, errors, warnings } = props.model.kinds();
    const found = new Map<string, number>();
    const state = props.model.view()?.state;
    if (!state || !isOpen(state)) return found;
    for (const { path } of [...mine, ...errors, ...warnings]) {
      const id = placeAt(props.model.places(), path)?.sectionId;
      if (id !== undefined) found.set(id, (found.get(id) ?? 0) + 1);
    }
    return found;
  });
  const sections = createMemo(
    (before: readonly { id: string; title: string }[]) => {
      const now = props.model.sections().map((section: AskedSection) => ({ id: section.id, title: titleOf(section) }));
      // The same list again is no news, so no link loses the focus while somebody types.
      return now.length === before.length && now.every(({ id }, at) => id === before[at]?.id) ? before : now;
    },
    [] as readonly { id: string; title: string }[],
  );
  const follow = () => {
    const line = innerHeight / 3;
    const passed = sections().filter(({ id }) => {
      const top = document.getElementById(`section-${id}`)?.getBoundingClientRect().top;
      return top !== undefined && top < line;
    });
    setCurrent((passed.at(-1) ?? sections()[0])?.id);
  };
  onMount(() => {
    follow();
    addEventListener('scroll', follow, { passive: true });
  });
  onCleanup(() => removeEventListener('scroll', follow));
  return (
    <nav class="jump" aria-label={text.sections}>
      <ul class="jump__list">
        <For each={sections()}>
          {(section) => (
            <li>
              <a
                class="jump__link"
                classList={{ 'jump__link--current': current() === section.id }}
                aria-current={current() === section.id ? 'true' : undefined}
                href={`#section-${section.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusSection(section.id);
                }}
              >
                <span class="jump__title">{section.title}</span>
                <Show when={counts().get(section.id)}>
                  {(count) => (
                    <span class="tabs__count" title={text.openWarnings(count())}>
                      {count()}
                    </span>
                  )}
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
