import { createSignal, For, Show } from 'solid-js';
import { limits } from '../../../../shared/base/limits.ts';
import { makeUuidV7 } from '../../../../shared/base/ids.ts';
import type { Words } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { SelectField } from '../../../kit/ui/SelectField.tsx';
import { AskRegister } from './AskRegister.tsx';
import type { Match, Requests } from './requests.ts';
import { text } from './text.ts';

type Props = { open: boolean; requests: Requests; onClose(): void; onOpened(caseId: string): void };

/** Opens a case: how many move in, and whether the register knows them already. */
export function OpenCaseDialog(props: Props) {
  const [persons, setPersons] = createSignal('1');
  const [matches, setMatches] = createSignal<readonly Match[]>();
  const [problem, setProblem] = createSignal<Words>();
  const [isBusy, setBusy] = createSignal(false);

  const reset = () => {
    setPersons('1');
    setMatches(undefined);
    setProblem(undefined);
  };
  const close = () => {
    reset();
    props.onClose();
  };
  const create = async (registerKey?: string, count = Number(persons())) => {
    if (isBusy()) return;
    setBusy(true);
    // One id for this wish, however often the call is repeated.
    const caseId = makeUuidV7(new Date(), crypto.getRandomValues(new Uint8Array(10)));
    try {
      await props.requests.open({ caseId, persons: count, ...(registerKey === undefined ? {} : { registerKey }) });
      close();
      props.onOpened(caseId);
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    } finally {
      setBusy(false);
    }
  };
  const busy = () => (isBusy() ? { busy: text.creating } : {});

  return (
    <Dialog
      open={props.open}
      title={text.dialogTitle}
      onClose={close}
      footer={
        <>
          <Button kind="quiet" onPress={close}>
            {text.cancel}
          </Button>
          <Button kind="secondary" onPress={() => void create()} {...busy()}>
            {text.create}
          </Button>
        </>
      }
    >
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <AskRegister
        ask={(question) => props.requests.askRegister(question)}
        onAnswer={(found) => {
          setProblem(undefined);
          setMatches(found);
        }}
        onProblem={setProblem}
      />
      <Show when={matches()}>
        {(found) => (
          <Show when={found().length > 0} fallback={<Notice title={text.noMatch} announce />}>
            <h3 class="kern-title">{text.matchTitle}</h3>
            <ul class="matches" ref={(list) => queueMicrotask(() => list.querySelector('button')?.focus())}>
              <For each={found()}>
                {(match) => (
                  <li class="matches__row">
                    <span class="kern-body">{text.match(match.name, match.persons)}</span>
                    <Button onPress={() => void create(match.registerKey, match.persons)} {...busy()}>
                      {text.take}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <SelectField
        label={text.howMany}
        hint={text.howManyHint}
        choices={counts}
        value={persons()}
        onChoose={setPersons}
      />
    </Dialog>
  );
}

const counts = Array.from({ length: limits.personsPerCase }, (_, at) => ({
  value: String(at + 1),
  label: String(at + 1),
}));
