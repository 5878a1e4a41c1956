import { For, type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';

export type Column<Row> = {
  id: string;
  head: Words;
  cell(row: Row): JSX.Element;
  numeric?: boolean;
  /** The cell names its row for whoever listens. */
  isRowHead?: boolean;
};

export type TableProps<Row> = {
  caption: Words;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Shown instead of rows. */
  empty?: JSX.Element;
  small?: boolean;
};

/** A plain table that scrolls sideways inside itself when it must. */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <div class="kern-table-responsive" tabindex="0" role="region" aria-label={captionOf(props.caption)}>
      <table class="kern-table" classList={{ 'kern-table--small': props.small === true }}>
        <caption class="kern-title" classList={{ 'kern-sr-only': props.hideCaption === true }}>
          <Say words={props.caption} />
        </caption>
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            <For each={props.columns}>
              {(column) => (
                <th
                  scope="col"
                  class="kern-table__header"
                  classList={{ 'kern-table__header--numeric': column.numeric === true }}
                >
                  <Say words={column.head} />
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody class="kern-table__body">
          <For
            each={props.rows}
            fallback={
              <tr class="kern-table__row">
                <td class="kern-table__cell" colSpan={props.columns.length}>
                  {props.empty}
                </td>
              </tr>
            }
          >
            {(row) => (
              <tr class="kern-table__row">
                <For each={props.columns}>
                  {(column) => (
                    <Show
                      when={column.isRowHead}
                      fallback={
                        <td
                          class="kern-table__cell"
                          classList={{ 'kern-table__cell--numeric': column.numeric === true }}
                        >
                          {column.cell(row)}
                        </td>
                      }
                    >
                      <th scope="row" class="kern-table__header">
                        {column.cell(row)}
                      </th>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

const captionOf = (caption: Words) => (typeof caption === 'string' ? caption : caption.de);
