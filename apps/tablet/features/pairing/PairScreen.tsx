import { createSignal, For } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { say } from '../../../kit/i18n/locale.ts';
import type { Text } from '../../../kit/i18n/text.ts';
import { ProblemError, wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Icon } from '../../../kit/ui/Icon.tsx';
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
        <button
          type="button"
          class="pairing__key"
          aria-label={say(text.remove)}
          onClick={() => change(code().slice(0, -1))}
        >
          <Icon name="back" />
        </button>
      </div>
      <div class="actions actions--sticky">
        <span class="kern-body kern-body--small kern-body--muted" role="status">
          <Say words={text.typed(code().length)} />
        </span>
        <span class="actions__space" />
        <Button type="submit" onPress={() => undefined} {...(isBusy() ? { busy: <Say words={text.pairing} /> } : {})}>
          <Say words={text.pair} />
        </Button>
      </div>
    </form>
  );
}
