import { createSignal, Match, Show, Switch } from 'solid-js';
import type { Report } from '../../../../shared/verifying/report.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Words } from '../../../kit/i18n/text.ts';
import { ProblemError, wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { checkFile, largestFile } from './check-file.ts';
import { Details } from './Details.tsx';
import { FileDrop } from './FileDrop.tsx';
import { text } from './text.ts';
import { Verdict } from './Verdict.tsx';

type State =
  | { is: 'asking'; problem?: Words }
  | { is: 'checking'; name: string }
  | { is: 'checked'; name: string; report: Report };

/** Anybody checks a document here: the verdict first, in two sentences, the details below. */
export function Checking() {
  const [state, setState] = createSignal<State>({ is: 'asking' });
  const asking = () => only(state(), 'asking');
  const checking = () => only(state(), 'checking');
  const checked = () => only(state(), 'checked');

  const check = async (file: File) => {
    if (file.size === 0 || file.size > largestFile) return setState({ is: 'asking', problem: text.sizeOdd });
    setState({ is: 'checking', name: file.name });
    try {
      setState({ is: 'checked', name: file.name, report: await checkFile(file) });
    } catch (cause) {
      const problem = cause instanceof ProblemError ? wordsOfProblem(cause) : text.unreadable;
      setState({ is: 'asking', problem });
    }
  };

  return (
    <>
      <PageTitle title={text.title} lead={state().is === 'asking' ? text.lead : undefined} />
      <Switch>
        <Match when={asking()}>
          {(now) => (
            <>
              <Show when={now().problem}>{(problem) => <Notice kind="error" title={problem()} announce />}</Show>
              <FileDrop onFile={(file) => void check(file)} />
            </>
          )}
        </Match>
        <Match when={checking()}>{(now) => <Spinner words={text.checking(now().name)} />}</Match>
        <Match when={checked()}>
          {(now) => (
            <>
              <Verdict report={now().report} name={now().name} />
              <Details report={now().report} />
              <Button kind="secondary" onPress={() => setState({ is: 'asking' })}>
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
