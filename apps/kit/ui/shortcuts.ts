import { onCleanup } from 'solid-js';
import type { Words } from '../i18n/text.ts';

/**
 * Keys that do something on this screen. A single letter counts only while nobody types; `Escape`, and anything with
 * Ctrl or Alt, counts always.
 */
export type Shortcut = {
  /** As in `aria-keyshortcuts`: `n`, `/`, `Enter`, `Alt+ArrowRight`, `Control+Enter`. */
  keys: string;
  words: Words;
  run(event: KeyboardEvent): void;
  /** Keys that only work now and then are shown only then. */
  when?(): boolean;
};

/** No signal: a route change runs as a transition, and of what two screens wrote into one there only half would stay. */
const groups = new Set<() => readonly Shortcut[]>();

/** Every key that works at this moment, for the overlay. */
export const activeShortcuts = (): readonly Shortcut[] =>
  [...groups].flatMap((list) => list()).filter((shortcut) => shortcut.when?.() ?? true);

/** Listens while the owner lives. What was added last is asked first. */
export function createShortcuts(list: () => readonly Shortcut[]): void {
  groups.add(list);
  onCleanup(() => groups.delete(list));
}

/** The one listener of the tab; `ShortcutHelp` starts it. */
export function listenForShortcuts(): void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const pressed = keysOf(event);
    if (isTyping(event.target) && !/^(Control|Alt)\+|^Escape$|^F\d+$/.test(pressed)) return;
    const found = activeShortcuts().findLast((shortcut) => shortcut.keys.toLowerCase() === pressed.toLowerCase());
    if (!found) return;
    event.preventDefault();
    found.run(event);
  };
  addEventListener('keydown', listen);
  onCleanup(() => removeEventListener('keydown', listen));
}

/** The name of a key press, `Control+Enter`. Shift counts only with keys that have no shifted sign of their own. */
export function keysOf(event: KeyboardEvent): string {
  const names: string[] = [];
  if (event.ctrlKey || event.metaKey) names.push('Control');
  if (event.altKey) names.push('Alt');
  if (event.shiftKey && event.key.length > 1) names.push('Shift');
  return [...names, event.key].join('+');
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
