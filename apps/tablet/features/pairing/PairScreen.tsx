import { createSignal, For, Show } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { say } from '../../../kit/i18n/locale.ts';
import type { Text } from '../../../kit/i18n/text.ts';
import { ProblemError, wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { TextField } from '../../../kit/ui/TextField.tsx';
import { codeKeys, codeLength, readCode, showCode } from './code.ts';
import { text } from './text.ts';

/** Joins the office: eight signs that the desk shows, typed, tapped or pasted. */
export function PairScreen(props: { onPair(code: string): Promise<void> }) {
  const [code, setCode] = createSignal('');
  const [error, setError] = createSignal<Text>();
  const [isBusy, setBusy] = createSignal(false);
  const change = (typed: string) => {
    setError(undefined);
    setCode(readCode(typed));
  };
  const pair = async () => {
    if (isBusy()) return;
    if (code().length < codeLength) {
      setError(text.incomplete);
      return;
    }
    setBusy(true);
    try {
      await props.onPair(showCode(code()));
    } catch (cause) {
      const isNetwork = cause instanceof ProblemError && cause.code === 'network';
      setError(isNetwork ? text.noAnswer : wordsOfProblem(cause));
      if (!isNetwork) setCode('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="screen pairing"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void pair();
      }}
    >
      <PageTitle title={text.pairTitle} lead={text.pairLead} />
      <TextField
        label={text.code}
        value={showCode(code())}
        onInput={change}
        error={error()}
        width="medium"
        autocomplete="off"
      />
      <div class="pairing__keys" role="group" aria-label={say(text.keys)}>
        <For each={codeKeys}>
          {(key) => (
            <button type="button" class="pairing__key" onClick={() => change(code() + key)}>
              {key}
            </button>
          )}
        </For>
      </div>
      <div class="actions">
        <Button kind="secondary" icon="undo" onPress={() => change(code().slice(0, -1))}>
          <Say words={text.remove} />
        </Button>
        <span class="kern-body kern-body--small kern-body--muted" role="status">
          <Say words={text.typed(code().length)} />
        </span>
        <span class="actions__space" />
        <Show when={isBusy()} fallback={<PairButton onPress={() => undefined} />}>
          <PairButton onPress={() => undefined} isBusy />
        </Show>
      </div>
    </form>
  );
}

/** Submits the form, so that Enter does the same. */
function PairButton(props: { onPress(): void; isBusy?: boolean }) {
  return (
    <Button
      type="submit"
      onPress={() => props.onPress()}
      {...(props.isBusy === true ? { busy: <Say words={text.pairing} /> } : {})}
    >
      <Say words={text.pair} />
    </Button>
  );
}
