import type { JSX } from 'solid-js';
import type { Text } from '../../../kit/i18n/text.ts';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';

/** A whole screen that says one thing, with what can be done about it. */
export function Message(props: { title: Text; lead: Text; children?: JSX.Element }) {
  return (
    <div class="screen screen--message">
      <PageTitle title={props.title} lead={props.lead} />
      <div class="actions">{props.children}</div>
    </div>
  );
}
