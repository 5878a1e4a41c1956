import { type Accessor, createMemo, For, type JSX } from 'solid-js';

export type KeyedProps<Item> = {
  each: readonly Item[];
  by(item: Item): string;
  children(item: Accessor<Item>): JSX.Element;
  /** Where there is no entry. */
  fallback?: JSX.Element;
};

/**
 * A list whose entries are made anew on every change but stand for the same things: what is drawn for a key stays,
 * so the field that somebody types in keeps its focus.
 */
export function Keyed<Item>(props: KeyedProps<Item>) {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.by(item), item])));
  return (
    <For each={[...byKey().keys()]} fallback={props.fallback}>
      {(key) => {
        // An entry that goes away keeps its last value until it is gone.
        const item = createMemo<Item | undefined>((before) => byKey().get(key) ?? before);
        // The key came from the map, so the first value is there, and later ones fall back to it.
        return props.children(item as Accessor<Item>);
      }}
    </For>
  );
}
