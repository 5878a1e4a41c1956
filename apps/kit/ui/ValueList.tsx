import { For, type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';

export type ValueRow = { id: string; label: Words; value: JSX.Element; changed?: boolean; aside?: JSX.Element };

/** Labels and what was entered under them, to read and not to edit. */
export function ValueList(props: { rows: readonly ValueRow[]; stacked?: boolean }) {
  return (
    <dl class="kern-description-list value-list" classList={{ 'kern-description-list--col': props.stacked === true }}>
      <For each={props.rows}>
        {(row) => (
          <div
            class="kern-description-list-item value-list__row"
            classList={{ 'value-list__row--changed': row.changed === true }}
          >
            <dt class="kern-description-list-item__key">
              <Say words={row.label} />
            </dt>
            <dd class="kern-description-list-item__value">
              {row.value}
              <Show when={row.aside}>{row.aside}</Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
