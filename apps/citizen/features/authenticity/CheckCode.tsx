import { createSignal, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import type { InferOutput } from 'valibot';
import { readAuthenticityCode } from '../../../../shared/base/authenticity-code.ts';
import type { CodeAnswer } from '../../../../shared/wire/checking.ts';
import { call, makeApi } from '../../../kit/api.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Words } from '../../../kit/i18n/text.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { TextField } from '../../../kit/ui/TextField.tsx';
import { Answer } from './Answer.tsx';
import { NotChecked } from './NotChecked.tsx';
import { text } from './text.ts';

type State =
  | { is: 'asking'; failure?: unknown }
  | { is: 'checking' }
  | { is: 'answered'; code: string; answer: InferOutput<typeof CodeAnswer> };

/**
 * Anybody asks what an Echtheitscode says: by the QR code of the page, which brings the code behind the `#`, or typed.
 * It leaves the browser in a body only. A typing error is said here, without asking anybody.
 */
export function CheckCode() {
  const api = makeApi(location.origin);
  const [state, setState] = createSignal<State>({ is: 'asking' });
  const [typed, setTyped] = createSignal('');
  const [problem, setProblem] = createSignal<Words>();
  let field: HTMLElement | undefined;
  let asked = 0;

  const check = async () => {
    asked += 1;
    const mine = asked;
    const read = readAuthenticityCode(typed().split('#').at(-1) ?? '');
    setProblem('wrong' in read ? text[read.wrong] : undefined);
    if ('wrong' in read) return askAgain();
    setState({ is: 'checking' });
    // Two codes in a row may be answered in any order; the last one counts.
    const tell = (next: State) => mine === asked && setState(next);
    try {
      const json = { code: read.code };
      const answer = await call(() => api.api.checking.codes.$post({ json }));
      tell({ is: 'answered', code: read.code, answer });
    } catch (failure) {
      tell({ is: 'asking', failure });
    }
  };
  const askAgain = () => {
    setState({ is: 'asking' });
    queueMicrotask(() => field?.focus());
  };
  const askAnother = () => {
    history.replaceState(history.state, '', location.pathname);
    setTyped('');
    askAgain();
  };

  const readAddress = () => {
    const code = location.hash.slice(1);
    if (code === '') return;
    setTyped(code);
    void check();
  };
  onMount(() => {
    readAddress();
    // The camera opens the next code in the tab that is open already.
    addEventListener('hashchange', readAddress);
    onCleanup(() => removeEventListener('hashchange', readAddress));
  });

  return (
    <>
      <PageTitle title={text.title} lead={state().is === 'asking' ? text.lead : undefined} />
      <Switch>
        <Match when={only(state(), 'asking')}>
          {(now) => (
            <form
              class="code-form"
              novalidate
              onSubmit={(event) => {
                event.preventDefault();
                void check();
              }}
            >
              <Show when={now().failure}>{(cause) => <NotChecked cause={cause()} />}</Show>
              <TextField
                label={text.code}
                hint={text.hint}
                value={typed()}
                onInput={setTyped}
                error={problem()}
                autocomplete="off"
                maxLength={200}
                ref={(element) => (field = element)}
              />
              <Button type="submit" block onPress={() => undefined}>
                <Say words={text.check} />
              </Button>
            </form>
          )}
        </Match>
        <Match when={only(state(), 'checking')}>
          <Spinner words={text.checking} />
        </Match>
        <Match when={only(state(), 'answered')}>
          {(now) => (
            <>
              <Answer code={now().code} answer={now().answer} />
              <Button kind="secondary" block onPress={askAnother}>
                <Say words={text.another} />
              </Button>
            </>
          )}
        </Match>
      </Switch>
    </>
  );
}

const only = <Is extends State['is']>(state: State, is: Is) =>
  // The tag was compared, which the type checker does not carry through a generic.
  state.is === is ? (state as Extract<State, { is: Is }>) : undefined;
