import { createSignal, For, onCleanup, Show } from 'solid-js';
import { Button } from '../../../kit/ui/Button.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { SaveState } from '../../../kit/ui/SaveState.tsx';
import { createShortcuts } from '../../../kit/ui/shortcuts.ts';
import type { Ask } from './CaseDialogs.tsx';
import type { CaseTab } from './CaseSide.tsx';
import type { CasePageProps } from './CasePage.tsx';
import { leftUndone } from './checks/task-words.ts';
import type { Action, CaseModel } from './create-case.ts';
import { focusSoon } from './form/focus.ts';
import { certificateOf, nextStepOf, type Step } from './next-step.ts';
import type { CaseView, Requests } from './requests.ts';
import { keyWords, text } from './text.ts';

type Props = Pick<CasePageProps, 'deskId' | 'desks'> & {
  model: CaseModel;
  view: CaseView;
  /** A dialog is open, and says itself what went wrong. */
  isAsking: boolean;
  ask(what: Ask): void;
  showTab(tab: string): void;
};

/** The one next step, what else is possible, and whether everything is saved. Refusals stand right above. */
export function CaseFooter(props: Props) {
  const [isResting, setResting] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const next = () => nextStepOf(props.view);

  /** A second press that was meant for the step before must not do the next one. */
  const rest = () => {
    setResting(true);
    clearTimeout(timer);
    timer = setTimeout(() => setResting(false), restMs);
  };
  const press = async (step: Step) => {
    const question = questionFor(step, props.view);
    if (question) return props.ask(question);
    if (step === 'file-paper') {
      props.showTab('papers');
      return focusSoon('[data-scans] button');
    }
    if (isResting()) return;
    const { model } = props;
    const work = workOf(step);
    if (!work) return;
    rest();
    const wentWell = await model.act(work.action, work.request);
    const missing = missingAt[(!wentWell && model.problem()?.code) || ''];
    if (missing) {
      props.showTab(missing.tab);
      focusSoon(missing.control);
    }
    rest();
  };
  /** What goes out for a step that asks nothing back. */
  const workOf = (step: Step): Work | undefined => {
    const { deskId } = props;
    const documentId = certificateOf(props.view)?.documentId;
    if (step === 'hand-over') return { action: step, request: (ask) => ask.handOver(deskId) };
    if (step === 'accept') return { action: step, request: (ask) => ask.accept() };
    if (step === 'note-entry') return { action: step, request: (ask) => ask.noteEntry() };
    if (step === 'finish') return { action: step, request: (ask) => ask.finish() };
    if (step === 'recall') return { action: step, request: (ask) => ask.recall() };
    if (step === 'hand-out' && documentId !== undefined)
      return { action: `hand-out ${documentId}`, request: (ask) => ask.handOut(documentId, 'printed') };
    return undefined;
  };
  const needsDesk = () => next().primary === 'hand-over' && props.deskId === '';
  const isBusy = (step: Step) => {
    const running = props.model.running();
    return (
      running !== undefined && (running === actionOf(step) || (step === 'hand-out' && running.startsWith('hand-out')))
    );
  };
  const busy = (step: Step) => (isBusy(step) ? { busy: text.busy[step] } : {});
  const problem = () => {
    const known = props.model.problem();
    return known && footerActions.has(known.action.split(' ')[0] ?? '') ? known : undefined;
  };
  const otherDesk = () => {
    const { deskId } = props.view;
    if (deskId === null || deskId === props.deskId) return undefined;
    const desk = props.desks.find((each) => each.deskId === deskId);
    return desk ? `${desk.name}, ${desk.site}` : deskId;
  };
  const can = (step: Step) => next().primary === step || next().others.includes(step);
  createShortcuts(() => [
    {
      keys: 'Control+Enter',
      words: next().primary ? `${keyWords.primary}: ${text.steps[next().primary ?? 'finish']}` : keyWords.primary,
      when: () => next().primary !== undefined && !needsDesk(),
      run: (event) => {
        const { primary } = next();
        if (primary && !event.repeat) void press(primary);
      },
    },
    { keys: 'r', words: keyWords.recall, when: () => can('recall'), run: () => void press('recall') },
    { keys: 'm', words: keyWords.clearDesk, when: () => can('clear-desk'), run: () => void press('clear-desk') },
    { keys: 'z', words: keyWords.giveBack, when: () => can('return'), run: () => void press('return') },
    { keys: 'x', words: keyWords.end, when: () => can('end'), run: () => void press('end') },
  ]);

  return (
    <footer class="case__footer">
      <Show when={!props.isAsking && problem()}>
        {(known) => <Notice kind="error" title={known().words} announce />}
      </Show>
      <div class="actions">
        <SaveLine model={props.model} />
        <Show when={otherDesk()}>
          {(desk) => <span class="kern-body kern-body--small">{text.otherDesk(desk())}</span>}
        </Show>
        <span class="actions__space" />
        <Show when={next().waitsFor}>
          {(words) => (
            <span class="kern-body case__waits" role="status">
              {words()}
            </span>
          )}
        </Show>
        <Show when={needsDesk()}>
          <span class="kern-body">{text.noDesk}</span>
        </Show>
        <For each={next().others}>
          {(step) => (
            <Button kind="secondary" {...keyOf(step)} onPress={() => void press(step)} {...busy(step)}>
              {text.steps[step]}
            </Button>
          )}
        </For>
        <Show when={next().primary}>
          {(step) => (
            <Button
              keys="Control+Enter"
              disabled={needsDesk() || (isResting() && props.model.running() === undefined)}
              onPress={() => void press(step())}
              {...busy(step())}
            >
              {text.steps[step()]}
            </Button>
          )}
        </Show>
      </div>
    </footer>
  );
}

/** Saved at, being saved, or waiting for the network: always in the same place. */
function SaveLine(props: { model: CaseModel }) {
  return (
    <Show
      when={props.model.saveState() === 'waiting'}
      fallback={
        <SaveState state={props.model.saveState() === 'saving' ? 'saving' : 'idle'} savedAt={props.model.savedAt()} />
      }
    >
      <span class="kern-body kern-body--small save-state" role="status">
        {text.waiting}
      </span>
    </Show>
  );
}

/** Where what is missing can be given, by the code of the refusal. */
const missingAt: Readonly<Record<string, { tab: CaseTab; control: string }>> = {
  'identification-missing': { tab: 'checks', control: '[data-identify=open] select' },
  'mark-note-missing': { tab: 'tablet', control: '[data-mark=open] :is(input, textarea)' },
};

type Work = { action: Action; request(ask: Requests): Promise<CaseView> };

/** Longer than a slow double-click. */
const restMs = 700;

/** What is asked about before it is done. */
const questions: Partial<Record<Step, Ask>> = {
  recall: 'recall',
  'clear-desk': 'clear-desk',
  return: 'return',
  end: 'end',
};
const questionFor = (step: Step, view: CaseView): Ask | undefined => {
  if (step === 'finish') return leftUndone(view).length > 0 ? 'finish' : undefined;
  return step === 'recall' && view.state === 'declined' ? undefined : questions[step];
};
const stepKeys: Partial<Record<Step, string>> = { recall: 'r', 'clear-desk': 'm', return: 'z', end: 'x' };
const keyOf = (step: Step) => {
  const keys = stepKeys[step];
  return keys === undefined ? {} : { keys };
};
const actionOf = (step: Step): Action | undefined =>
  step === 'clear-desk' ? 'recall' : step === 'end' ? 'finish' : step === 'hand-out' ? undefined : step;
const footerActions: ReadonlySet<string> = new Set([
  'write',
  'hand-over',
  'recall',
  'accept',
  'note-entry',
  'hand-out',
  'finish',
]);
