import { Show } from 'solid-js';
import type { InferOutput } from 'valibot';
import { groupAuthenticityCode } from '../../../../shared/base/authenticity-code.ts';
import type { CodeAnswer } from '../../../../shared/wire/checking.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { formatPartialDate } from '../../../kit/i18n/dates.ts';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { text } from './text.ts';

type Props = { code: string; answer: InferOutput<typeof CodeAnswer> };

/** What the office says of a code, and what it does not say: where somebody lives today, and what stands on a page. */
export function Answer(props: Props) {
  const issued = () => formatPartialDate(props.answer.issuedOn ?? '');
  const body = () => {
    const { state, withdrawnOn } = props.answer;
    if (state === 'unknown') return text.unknownBody;
    if (state === 'withdrawn') return text.withdrawnBody(issued(), formatPartialDate(withdrawnOn ?? ''));
    return text.genuineBody(issued());
  };
  return (
    <>
      <Notice kind={kinds[props.answer.state]} title={text[props.answer.state]} announce>
        <div class="verdict__words">
          <p class="kern-body">
            <Say words={body()} />
          </p>
          <Show when={props.answer.state !== 'unknown'}>
            <p class="kern-body">
              <Say words={text.notToday} />
            </p>
          </Show>
          <p class="kern-body kern-body--small">
            <Say words={text.checked(groupAuthenticityCode(props.code))} />
          </p>
        </div>
      </Notice>
      <Show when={props.answer.state !== 'withdrawn'}>
        <div>
          <p class="kern-body">
            <Say words={text.onlyTheCode} />
          </p>
          <a class="kern-link" href="/citizen/checking">
            <Say words={text.checkFile} />
          </a>
        </div>
      </Show>
    </>
  );
}

const kinds = { genuine: 'success', withdrawn: 'error', unknown: 'warning' } as const;
