import { createUniqueId, For, type JSX } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import type { Words } from '../i18n/text.ts';

export type Tab<Id extends string> = {
  id: Id;
  label: Words;
  /** How many things need an eye there. */
  count?: number;
  panel(): JSX.Element;
};

export type TabsProps<Id extends string> = {
  label: Words;
  tabs: readonly Tab<Id>[];
  chosen: Id;
  onChoose(id: Id): void;
};

/** Tabs by the ARIA pattern: arrows move and choose, Home and End jump, only the chosen one is in the tab order. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const name = createUniqueId();
  let list: HTMLDivElement | undefined;
  const move = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex((tab) => tab.id === props.chosen);
    const target = targetOf(event.key, at, props.tabs.length);
    const tab = target === undefined ? undefined : props.tabs[target];
    if (!tab) return;
    event.preventDefault();
    props.onChoose(tab.id);
    list?.querySelectorAll<HTMLElement>('[role=tab]')[target ?? 0]?.focus();
  };
  return (
    <div class="tabs">
      <div class="tabs__list" role="tablist" aria-label={say(props.label)} ref={list} onKeyDown={move}>
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              class="tabs__tab"
              id={`${name}-tab-${tab.id}`}
              aria-selected={tab.id === props.chosen}
              aria-controls={`${name}-panel-${tab.id}`}
              tabindex={tab.id === props.chosen ? 0 : -1}
              onClick={() => props.onChoose(tab.id)}
            >
              <Say words={tab.label} />
              {tab.count ? <span class="tabs__count">{tab.count}</span> : undefined}
            </button>
          )}
        </For>
      </div>
      <For each={props.tabs}>
        {(tab) => (
          <div
            role="tabpanel"
            class="tabs__panel"
            id={`${name}-panel-${tab.id}`}
            aria-labelledby={`${name}-tab-${tab.id}`}
            hidden={tab.id !== props.chosen}
            tabindex={0}
          >
            {tab.id === props.chosen ? tab.panel() : undefined}
          </div>
        )}
      </For>
    </div>
  );
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
