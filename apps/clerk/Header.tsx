import { A, useNavigate } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { Button } from '../kit/ui/Button.tsx';
import { Notice } from '../kit/ui/Notice.tsx';
import { ShortcutHelp } from '../kit/ui/ShortcutHelp.tsx';
import { createShortcuts } from '../kit/ui/shortcuts.ts';
import { StateChip } from '../kit/ui/StateChip.tsx';
import type { DeskContext } from './desk.ts';
import { text } from './text.ts';
import { staffRoleWords } from './words.ts';

type Props = Pick<DeskContext, 'me' | 'desks'> & {
  deskId: string;
  isLive: boolean;
  isUpdateWaiting: boolean;
  onUpdate(): void;
  onDesk(deskId: string): void;
  onSignOut(): void;
};

/** The line on top of every screen: where one can go, who one is, at which desk, and whether the office is heard. */
export function Header(props: Props) {
  const navigate = useNavigate();
  createShortcuts(() => [
    { keys: 'h', words: text.keyToday, run: () => navigate('/') },
    { keys: 'g', words: text.keyOffice, run: () => navigate('/office') },
  ]);
  return (
    <>
      <header class="desk__header">
        <span class="desk__name">Schalter</span>
        <nav aria-label={text.navigation} class="desk__nav">
          <Show when={props.me.role !== 'administrator'}>
            <A class="desk__link" href="/" end>
              {text.today}
            </A>
          </Show>
          <A class="desk__link" href="/office">
            {text.office}
          </A>
        </nav>
        <span class="desk__space" />
        <label class="desk__choice">
          <span class="kern-label kern-label--small">{text.desk}</span>
          <span class="kern-form-input__select-wrapper">
            <select class="kern-form-input__select" onChange={(event) => props.onDesk(event.currentTarget.value)}>
              <option value="" selected={props.deskId === ''} disabled>
                {text.noDesk}
              </option>
              <For each={props.desks}>
                {(desk) => (
                  <option value={desk.deskId} selected={desk.deskId === props.deskId}>
                    {desk.name}, {desk.site}
                  </option>
                )}
              </For>
            </select>
          </span>
        </label>
        <span class="desk__person">
          <strong>{props.me.name}</strong>
          <span class="kern-body kern-body--small">{staffRoleWords[props.me.role]}</span>
        </span>
        <Show when={props.me.isDemo}>
          <span title={text.demoHelp}>
            <StateChip kind="warning" words={text.demo} small />
          </span>
        </Show>
        <Button kind="quiet" onPress={() => props.onSignOut()}>
          {text.signOut}
        </Button>
      </header>
      <ShortcutHelp />
      <div class="desk__notices">
        <Show when={!props.isLive}>
          <Notice kind="warning" title={text.reconnecting} announce />
        </Show>
        <Show when={props.isUpdateWaiting}>
          <Notice title={text.updateReady} announce>
            <Button kind="secondary" onPress={() => props.onUpdate()}>
              {text.updateNow}
            </Button>
          </Notice>
        </Show>
      </div>
    </>
  );
}
