import { type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { Notice } from './Notice.tsx';
import { text } from './text.ts';

/** The network is gone: said once, calmly, with what still works. */
export function OfflineNotice(props: { when: boolean; children?: JSX.Element }) {
  return (
    <Show when={props.when}>
      <Notice kind="warning" title={text.offlineTitle} announce>
        <p class="kern-body">{props.children ?? <Say words={text.offlineBody} />}</p>
      </Notice>
    </Show>
  );
}
