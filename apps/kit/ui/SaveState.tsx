import { Match, Switch } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { formatTime } from '../i18n/dates.ts';
import { text } from './text.ts';

/** "gespeichert 10:42": small, silent, always in the same place. */
export function SaveState(props: { state: 'saving' | 'idle'; savedAt?: Date | string | undefined }) {
  return (
    <span class="kern-body kern-body--small kern-body--muted save-state">
      <Switch>
        <Match when={props.state === 'saving'}>
          <Say words={text.saving} />
        </Match>
        <Match when={props.savedAt}>{(at) => <Say words={text.saved(formatTime(at()))} />}</Match>
      </Switch>
    </span>
  );
}
