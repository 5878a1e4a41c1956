import { createSignal, For } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { Dialog } from './Dialog.tsx';
import { keyName } from './key-names.ts';
import { activeShortcuts, createShortcuts, listenForShortcuts } from './shortcuts.ts';
import { text } from './text.ts';

/** A key as it is printed on a keyboard. */
export function Kbd(props: { keys: string }) {
  return <For each={props.keys.split('+')}>{(key) => <kbd class="kbd">{keyName(key)}</kbd>}</For>;
}

/** Once an app: listens for every shortcut and shows them all on `?`. */
export function ShortcutHelp() {
  const [isOpen, setOpen] = createSignal(false);
  createShortcuts(() => [{ keys: '?', words: text.shortcuts, run: () => setOpen(true) }]);
  listenForShortcuts();
  return (
    <Dialog open={isOpen()} title={text.shortcuts} onClose={() => setOpen(false)}>
      <dl class="shortcuts">
        <For each={activeShortcuts()}>
          {(shortcut) => (
            <div class="shortcuts__row">
              <dt>
                <Kbd keys={shortcut.keys} />
              </dt>
              <dd class="kern-body">
                <Say words={shortcut.words} />
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Dialog>
  );
}
