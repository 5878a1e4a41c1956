import { createSignal, Show } from 'solid-js';
import { callForFile, makeApi } from '../../../kit/api.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Words } from '../../../kit/i18n/text.ts';
import { ProblemError, wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { DateField } from '../../../kit/ui/DateField.tsx';
import { ErrorPage } from '../../../kit/ui/ErrorPage.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { savePdf } from './save-pdf.ts';
import { text } from './text.ts';

/**
 * The copy of the declaration on one's own phone. The token stands behind the `#` and then in a body, so that no log of
 * a server or proxy ever sees it; it works once, and only together with the birth date.
 */
export function FetchCopy() {
  const token = location.hash.slice(1);
  const api = makeApi(location.origin);
  const [birthDate, setBirthDate] = createSignal('');
  const [problem, setProblem] = createSignal<Words>();
  const [state, setState] = createSignal<'asking' | 'fetching' | 'done' | 'gone'>('asking');

  const fetchCopy = async () => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate())) return setProblem(text.dateMissing);
    const json = { token, birthDate: birthDate() };
    setProblem(undefined);
    setState('fetching');
    try {
      const pdf = await callForFile(() => api.api.copies.$post({ json }));
      savePdf(pdf, 'Kopie.pdf');
      setState('done');
    } catch (cause) {
      // 422: what stands behind the hash is no token.
      const isGone = cause instanceof ProblemError && [404, 410, 422].includes(cause.status);
      setState(isGone ? 'gone' : 'asking');
      setProblem(wordsOfProblem(cause));
    }
  };

  return (
    <Show
      when={token !== '' && state() !== 'gone'}
      fallback={
        // Loading it again brings nothing back, so no button says so.
        <ErrorPage title={text.goneTitle} lead={text.goneBody}>
          <></>
        </ErrorPage>
      }
    >
      <PageTitle title={text.title} lead={text.lead} />
      <Show
        when={state() !== 'done'}
        fallback={
          <Notice kind="success" title={text.doneTitle} announce>
            <p class="kern-body">
              <Say words={text.doneBody} />
            </p>
          </Notice>
        }
      >
        <form
          class="copy-form"
          onSubmit={(event) => {
            event.preventDefault();
            void fetchCopy();
          }}
        >
          <DateField
            label={text.birthDate}
            hint={text.birthDateHint}
            value={birthDate()}
            onInput={setBirthDate}
            isBirthday
            error={problem()}
          />
          <Button
            type="submit"
            block
            onPress={() => undefined}
            {...(state() === 'fetching' ? { busy: <Say words={text.fetching} /> } : {})}
          >
            <Say words={text.fetch} />
          </Button>
        </form>
      </Show>
    </Show>
  );
}
