import { Show } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { text } from './text.ts';

/** The finished confirmation on its way. Says honestly when it has not arrived. */
export function Sending(props: { tries: number }) {
  return (
    <div class="screen screen--message">
      <PageTitle title={text.sending} hidden />
      <Show when={props.tries > 0} fallback={<Spinner words={text.sending} />}>
        <Notice kind="warning" title={text.notArrivedTitle} announce>
          <p class="kern-body">
            <Say words={text.notArrivedBody} />
          </p>
        </Notice>
        <Spinner words={text.trying} />
      </Show>
    </div>
  );
}
