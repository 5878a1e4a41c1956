import { createEffect, createMemo, createSignal, mergeProps, on, Show } from 'solid-js';
import type { Answer, Path } from '../../../../shared/forms/answers.ts';
import type { Finding } from '../../../../shared/forms/finding.ts';
import type { FormProps } from '../../../kit/form/form-context.ts';
import { summarize } from '../../../kit/form/findings.ts';
import { Keyed } from '../../../kit/form/Keyed.tsx';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { TranslationNote } from '../../../kit/i18n/TranslationNote.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { ErrorSummary } from '../../../kit/ui/ErrorSummary.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { SaveState } from '../../../kit/ui/SaveState.tsx';
import type { AnswersModel } from './answers.ts';
import { errorsIn, headingOf, isFolded, type Step } from './steps.ts';
import { goToTitle, StepSection } from './StepSection.tsx';
import { text } from './text.ts';
import { WhoSees } from './WhoSees.tsx';

export type FillProps = {
  step: Step;
  /** A section of the step that somebody wants to see: the way from the review. */
  section: string | undefined;
  model: AnswersModel;
  form: Pick<FormProps, 'texts' | 'findings' | 'wordsOfFinding' | 'codes' | 'prefilled' | 'changed'>;
  showsAtEnd: boolean;
  onShowAtEnd(showsAtEnd: boolean): Promise<void>;
  isOffline: boolean;
  returnedBecause: string | null;
  /** A value could not be saved. */
  hasRefused: boolean;
  onChanged(path: Path): void;
  onBack: (() => void) | undefined;
  isFirst: boolean;
  /** The review comes next. */
  isLast: boolean;
  onNext(): void;
  /** `ready`: nothing keeps from confirming. `own-ready`: at most something that only the office can fill in. */
  progress: 'open' | 'own-ready' | 'ready';
  /** Straight to the review. */
  onCheckAll(): void;
};

/** One step of the form, one column, saved as it is filled in. */
export function Fill(props: FillProps) {
  const [attempt, setAttempt] = createSignal(0);
  const [isHelpOpen, setHelpOpen] = createSignal(false);
  // A memo, because the step is made anew with every answer and only another one counts.
  const stepId = createMemo(() => props.step.id);
  createEffect(on(stepId, () => void setAttempt(0), { defer: true }));
  const errors = createMemo((): readonly Finding[] => errorsIn(props.step, props.form.findings));
  const summary = () => summarize(props.step.sections, errors(), props.form.texts, props.form.wordsOfFinding);
  // Said to whoever arrives; it does not come up under the hands of whoever is filling in.
  let writtenOn = '';
  const isAllThere = createMemo<boolean>(
    (before) =>
      props.isFirst &&
      props.progress === 'ready' &&
      props.returnedBecause === null &&
      (before || writtenOn !== stepId()),
    false,
  );
  createEffect(
    on(
      () => props.section,
      (id) => {
        // The heading of the step takes the focus first.
        if (id !== undefined) queueMicrotask(() => goToTitle(id));
      },
    ),
  );

  const goOn = (where: 'next' | 'check-all') => {
    // A field that still has the focus counts as left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (errors().length > 0) setAttempt(attempt() + 1);
    else if (where === 'next') props.onNext();
    else props.onCheckAll();
  };
  const form: FormProps = mergeProps(() => props.form, {
    reader: 'citizen' as const,
    keepsNothing: true,
    get attempt() {
      return attempt();
    },
    onTyping: (path: Path, value: Answer) => props.model.typed(path, value),
    onLeave: (path: Path, value: Answer) => {
      writtenOn = stepId();
      props.model.left(path, value);
      props.onChanged(path);
    },
  });
  return (
    <form
      class="screen"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn('next');
      }}
    >
      <Show when={stepId()} keyed>
        <PageTitle
          title={headingOf(props.step)}
          tab={props.step.title}
          size="medium"
          lead={isFolded(props.step) ? text.voluntaryLead : undefined}
        />
      </Show>
      <WhoSees showsAtEnd={props.showsAtEnd} onChange={props.onShowAtEnd} />
      <TranslationNote />
      <Show when={isAllThere()}>
        <p class="kern-body">
          <Say words={text.allThere} />
        </p>
      </Show>
      <Show when={props.returnedBecause}>
        {(reason) => (
          <Notice kind="info" title={text.returned}>
            <p class="kern-body">{reason()}</p>
          </Notice>
        )}
      </Show>
      <ErrorSummary errors={summary()} attempt={attempt()} />
      <Show when={props.hasRefused}>
        <Notice kind="warning" title={text.refused} announce />
      </Show>
      <Show when={stepId()} keyed>
        <Keyed each={props.step.sections} by={(section) => section.id}>
          {(section) => <StepSection section={section()} isAlone={!isFolded(props.step)} form={form} />}
        </Keyed>
      </Show>
      <div class="actions actions--sticky">
        <Show when={props.onBack}>
          {(back) => (
            <Button kind="secondary" onPress={() => back()()}>
              <Say words={text.back} />
            </Button>
          )}
        </Show>
        <Button kind="quiet" icon="help" onPress={() => setHelpOpen(true)}>
          <Say words={text.help} />
        </Button>
        <span class="actions__space" />
        <Saved model={props.model} isOffline={props.isOffline} />
        <Show when={attempt() > 0 && errors().length > 0}>
          <Button kind="quiet" onPress={() => props.onNext()}>
            <Say words={text.later} />
          </Button>
        </Show>
        <div class="actions__onwards">
          <Show when={!props.isLast && props.progress !== 'open'}>
            <Button kind="quiet" onPress={() => goOn('check-all')}>
              <Say words={text.checkAll} />
            </Button>
          </Show>
          <Button type="submit" onPress={() => undefined}>
            <Say words={props.isLast ? text.toReview : text.next} />
          </Button>
        </div>
      </div>
      <Dialog open={isHelpOpen()} title={text.helpTitle} onClose={() => setHelpOpen(false)}>
        <p class="kern-body">
          <Say words={text.helpBody} />
        </p>
      </Dialog>
    </form>
  );
}

/** Silent while all is well; one small line when the network is away. */
export function Saved(props: { model: AnswersModel; isOffline: boolean }) {
  return (
    <Show
      when={props.isOffline && !props.model.isAllSaved()}
      fallback={
        <SaveState state={props.model.state() === 'saving' ? 'saving' : 'idle'} savedAt={props.model.savedAt()} />
      }
    >
      <span class="kern-body kern-body--small save-state">
        <Say words={text.waiting} />
      </span>
    </Show>
  );
}
