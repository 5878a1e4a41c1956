import { createEffect, createSignal, For, type JSX, Show } from 'solid-js';
import { limits } from '../../../../shared/base/limits.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { TextField } from '../../../kit/ui/TextField.tsx';
import { leftUndone, taskWords } from './checks/task-words.ts';
import type { Action, CaseModel } from './create-case.ts';
import type { CaseView, Requests } from './requests.ts';
import { text } from './text.ts';

/** What the desk asks back before it is done: what cannot be undone, or what the citizen notices. */
export type Ask = 'recall' | 'clear-desk' | 'return' | 'end' | 'finish' | 'unlock' | 'override';

type Props = { model: CaseModel; view: CaseView; ask: Ask | undefined; onClose(): void; onUnlock(): void };

export function CaseDialogs(props: Props) {
  const run = async (action: Action, request: (ask: Requests) => Promise<CaseView>) => {
    if (await props.model.act(action, request)) props.onClose();
  };
  return (
    <>
      <Question
        open={props.ask === 'recall'}
        {...props}
        title={text.recallTitle}
        confirm={text.steps.recall}
        busy={text.busy.recall}
        action="recall"
        onConfirm={() => void run('recall', (to) => to.recall())}
      >
        <p class="kern-body">
          {text.recallBody} <Show when={props.view.state === 'reviewing'}>{text.recallReviewing}</Show>
          <Show when={props.view.state === 'on-paper'}>{text.recallPaper}</Show>
        </p>
      </Question>
      <Question
        open={props.ask === 'clear-desk'}
        {...props}
        title={text.clearTitle}
        confirm={text.steps['clear-desk']}
        busy={text.busy['clear-desk']}
        action="recall"
        onConfirm={() => void run('recall', (to) => to.recall())}
      >
        <p class="kern-body">{text.clearBody}</p>
      </Question>
      <Question
        open={props.ask === 'override'}
        {...props}
        title={text.overrideTitle}
        confirm={text.override}
        busy={text.overriding}
        action="override"
        onConfirm={() => void run('override', (to) => to.override())}
      >
        <p class="kern-body">{text.overrideBody}</p>
      </Question>
      <Question
        open={props.ask === 'end'}
        {...props}
        title={text.endTitle}
        confirm={text.steps.end}
        busy={text.busy.end}
        action="finish"
        isFinal
        onConfirm={() => void run('finish', (to) => to.finish())}
      >
        <p class="kern-body">{text.endBody}</p>
      </Question>
      <Question
        open={props.ask === 'finish'}
        {...props}
        title={text.finishTitle}
        confirm={text.steps.finish}
        busy={text.busy.finish}
        action="finish"
        isFinal
        onConfirm={() => void run('finish', (to) => to.finish())}
      >
        <p class="kern-body">{text.finishBody}</p>
        <ul class="kern-list">
          <For each={leftUndone(props.view)}>
            {(task) => <li class="kern-body">{taskWords(task, props.model.people())}</li>}
          </For>
        </ul>
        <p class="kern-body">{text.finishAfter}</p>
      </Question>
      <Question
        open={props.ask === 'unlock'}
        {...props}
        title={text.unlockTitle}
        confirm={text.unlock}
        busy=""
        action="write"
        onConfirm={() => {
          props.onUnlock();
          props.onClose();
        }}
      >
        <p class="kern-body">{text.confirmedBody}</p>
      </Question>
      <ReturnQuestion
        {...props}
        open={props.ask === 'return'}
        onReturn={(reason) => void run('return', (to) => to.giveBack(reason))}
      />
    </>
  );
}

type QuestionProps = Pick<Props, 'model' | 'onClose'> & {
  open: boolean;
  title: string;
  confirm: string;
  busy: string;
  action: Action;
  onConfirm(): void;
  /** The key Enter cancels, because it cannot be undone. */
  isFinal?: boolean;
  children: JSX.Element;
};

function Question(props: QuestionProps) {
  createEffect(() => {
    if (!props.open) return;
    const wanted = props.isFinal === true ? '.kern-btn--secondary' : 'textarea, .kern-btn--primary';
    queueMicrotask(() => document.querySelector<HTMLElement>(`dialog[open] :is(${wanted})`)?.focus());
  });
  const busy = () => (props.model.running() === props.action ? { busy: props.busy } : {});
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button kind="secondary" onPress={() => props.onClose()}>
            {text.cancel}
          </Button>
          <Button onPress={() => props.onConfirm()} {...busy()}>
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
      <Show when={props.model.problemOf(props.action)}>
        {(words) => <Notice kind="error" title={words()} announce />}
      </Show>
    </Dialog>
  );
}

/** Giving back needs a reason, because the citizen reads it. What was written stays when the server says no. */
function ReturnQuestion(props: Props & { open: boolean; onReturn(reason: string): void }) {
  const [reason, setReason] = createSignal('');
  const [isMissing, setMissing] = createSignal(false);
  const confirm = () => {
    setMissing(reason().trim() === '');
    if (!isMissing()) props.onReturn(reason().trim());
  };
  return (
    <Question
      {...props}
      title={text.returnTitle}
      confirm={text.steps.return}
      busy={text.busy.return}
      action="return"
      onConfirm={confirm}
    >
      <p class="kern-body">{text.returnBody}</p>
      <TextField
        label={text.reason}
        hint={text.reasonHint}
        error={isMissing() ? text.reasonMissing : undefined}
        lines={3}
        maxLength={limits.textLength}
        value={reason()}
        onInput={setReason}
      />
    </Question>
  );
}
