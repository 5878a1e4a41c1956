import { type JSX, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { Icon } from './Icon.tsx';

const kinds = {
  info: { box: 'kern-alert--info', icon: 'info' },
  warning: { box: 'kern-alert--warning', icon: 'warning' },
  error: { box: 'kern-alert--danger', icon: 'danger' },
  success: { box: 'kern-alert--success', icon: 'success' },
} as const;

export type NoticeProps = {
  kind?: keyof typeof kinds;
  title: Words;
  children?: JSX.Element;
  /** Read out when it appears: errors at once, everything else when the reader pauses. Off for what was always there. */
  announce?: boolean;
};

/** Something to know, in a coloured box with a picture and a sentence; never by colour alone. */
export function Notice(props: NoticeProps) {
  const kind = () => kinds[props.kind ?? 'info'];
  const role = () => (props.announce === true ? (props.kind === 'error' ? 'alert' : 'status') : undefined);
  return (
    <div class={`kern-alert ${kind().box}`} role={role()}>
      <div class="kern-alert__header">
        <Icon name={kind().icon} />
        <span class="kern-title">
          <Say words={props.title} />
        </span>
      </div>
      <Show when={props.children}>
        <div class="kern-alert__body">{props.children}</div>
      </Show>
    </div>
  );
}
