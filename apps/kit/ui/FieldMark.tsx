import { Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

export type Mark = 'prefilled' | 'changed';

/** A soft word under a value: who wrote it, or that it is not what it was. */
export function FieldMark(props: { id?: string; mark?: Mark | undefined }) {
  return (
    <Show when={props.mark}>
      {(mark) => (
        <span class="mark" classList={{ 'mark--changed': mark() === 'changed' }} id={props.id}>
          <Icon name={mark() === 'changed' ? 'edit' : 'check'} />
          <Say words={text[mark()]} />
        </span>
      )}
    </Show>
  );
}
