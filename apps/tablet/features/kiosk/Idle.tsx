import { Show } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Text } from '../../../kit/i18n/text.ts';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { text } from './text.ts';
import type { Farewell } from './wipe.ts';

/** Between two citizens: nothing personal, and honest about the connection. */
export function Idle(props: { isOffline: boolean; farewell: Farewell | undefined }) {
  const goodbye = () => (props.farewell === undefined ? undefined : farewells[props.farewell]);
  return (
    <div class="idle">
      <div class="idle__words">
        <PageTitle title={text.hello} lead={text.soon} app="Schalter" />
      </div>
      <Show when={goodbye()}>
        {(words) => (
          <Notice kind={words().kind} title={words().title} announce>
            {words().body === undefined ? undefined : (
              <p class="kern-body">
                <Say words={words().body ?? ''} />
              </p>
            )}
          </Notice>
        )}
      </Show>
      <Show when={props.isOffline}>
        <Notice kind="warning" title={text.offlineIdle} announce>
          <p class="kern-body">
            <Say words={text.offlineIdleBody} />
          </p>
        </Notice>
      </Show>
    </div>
  );
}

const farewells: Readonly<Record<Farewell, { kind: 'info' | 'success'; title: Text; body?: Text } | undefined>> = {
  finished: { kind: 'success', title: text.finished },
  recalled: { kind: 'info', title: text.recalled, body: text.recalledBody },
  'recalled-unsaved': { kind: 'info', title: text.recalled, body: text.recalledUnsaved },
  declined: { kind: 'info', title: text.declined, body: text.declinedBody },
  ended: undefined,
};
