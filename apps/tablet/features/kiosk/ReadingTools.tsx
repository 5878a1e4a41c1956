import { createSignal, For, type JSX, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import type { Locale } from '../../../../shared/base/locale.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { say } from '../../../kit/i18n/locale.ts';
import type { Text } from '../../../kit/i18n/text.ts';
import { appearance, changeAppearance } from '../../../kit/ui/appearance.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { LocaleSwitch } from '../../../kit/ui/LocaleSwitch.tsx';
import { canReadAloud, isReading, readAloud, stopReading } from '../../../kit/ui/read-aloud.ts';
import { TextSizeSwitch } from '../../../kit/ui/TextSizeSwitch.tsx';
import { ThemeSwitch } from '../../../kit/ui/ThemeSwitch.tsx';
import { text } from './text.ts';

export type ReadingToolsProps = {
  onLocale?(locale: Locale): void;
  /** Something was read aloud; the declaration says so. */
  onReadAloud?(): void;
  /** The whole screen was read aloud. */
  onReadToEnd?(): void;
  /** Further entries of the menu, such as for the office while nobody is here. */
  more?(close: () => void): JSX.Element;
};

/** Language, text size, reading aloud and a menu for the rest: on top of every screen, always in the same place. */
export function ReadingTools(props: ReadingToolsProps) {
  const [isOpen, setOpen] = createSignal(false);
  /** Large letters leave no room for everything; the languages move into the menu. */
  const isCrowded = () => appearance().textSize > 125;
  return (
    <div class="tools" role="group" aria-label={say(text.tools)} data-unread>
      <Show when={!isCrowded()}>
        <LocaleSwitch {...(props.onLocale ? { onChange: (locale: Locale) => props.onLocale?.(locale) } : {})} />
      </Show>
      <TextSizeSwitch />
      <ReadAloudButton onRead={() => props.onReadAloud?.()} onReadToEnd={() => props.onReadToEnd?.()} />
      <Button kind="quiet" icon="more" label={say(text.menu)} onPress={() => setOpen(true)}>
        <span class="kern-sr-only">
          <Say words={text.menu} />
        </span>
      </Button>
      <Portal>
        <Dialog open={isOpen()} title={text.menu} onClose={() => setOpen(false)}>
          <div class="settings">
            <Show when={isCrowded()}>
              <Setting words={text.language}>
                <LocaleSwitch {...(props.onLocale ? { onChange: (locale: Locale) => props.onLocale?.(locale) } : {})} />
              </Setting>
            </Show>
            <Setting words={text.appearance}>
              <ThemeSwitch />
            </Setting>
            <Setting words={text.hand}>
              <HandSwitch />
            </Setting>
            <Show when={props.more}>{(more) => <div class="settings__more">{more()(() => setOpen(false))}</div>}</Show>
          </div>
        </Dialog>
      </Portal>
    </div>
  );
}

/** A choice under its name. The group inside carries the same name for whoever listens. */
export function Setting(props: { words: Text; children: JSX.Element }) {
  return (
    <div class="setting">
      <span class="kern-body kern-body--small kern-body--bold" aria-hidden="true">
        <Say words={props.words} />
      </span>
      {props.children}
    </div>
  );
}

/** Offered only where the device itself has a voice. */
export function ReadAloudButton(props: { onRead(): void; onReadToEnd?(): void }) {
  const read = async () => {
    const content = document.getElementById('content');
    if (!content) return;
    props.onRead();
    if (await readAloud(content)) props.onReadToEnd?.();
  };
  return (
    <Show when={canReadAloud()}>
      <Button kind="secondary" onPress={() => (isReading() ? stopReading() : void read())}>
        <Say words={isReading() ? text.stopReading : text.readAloud} />
      </Button>
    </Show>
  );
}

/** Which side the buttons and the pen's hand are on. */
export function HandSwitch() {
  return (
    <div class="segments" role="group" aria-label={say(text.hand)}>
      <For each={hands}>
        {(hand) => (
          <button
            type="button"
            class="segments__segment"
            aria-pressed={appearance().hand === hand.hand}
            onClick={() => changeAppearance({ hand: hand.hand })}
          >
            <Say words={hand.words} />
          </button>
        )}
      </For>
    </div>
  );
}

const hands = [
  { hand: 'right', words: text.rightHand },
  { hand: 'left', words: text.leftHand },
] as const;
