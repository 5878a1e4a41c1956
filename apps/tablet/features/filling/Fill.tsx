import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import type { Path } from '../../../../shared/forms/answers.ts';
import type { AskedSection } from '../../../../shared/forms/asked.ts';
import type { Finding } from '../../../../shared/forms/finding.ts';
import type { FormProps } from '../../../kit/form/form-context.ts';
import { FormSection } from '../../../kit/form/FormSection.tsx';
import { summarize } from '../../../kit/form/findings.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { TranslationNote } from '../../../kit/i18n/TranslationNote.tsx';
import type { Text } from '../../../kit/i18n/text.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { ErrorSummary } from '../../../kit/ui/ErrorSummary.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { SaveState } from '../../../kit/ui/SaveState.tsx';
import type { AnswersModel } from './answers.ts';
import { errorsIn, titleOf } from './steps.ts';
import { text } from './text.ts';
import { WhoSees } from './WhoSees.tsx';

export type FillProps = {
  step: AskedSection;
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
  /** The review comes next. */
  isLast: boolean;
  onNext(): void;
};

/** One section of the form, one column, saved as it is filled in. */
export function Fill(props: FillProps) {
  const [attempt, setAttempt] = createSignal(0);
  const [isHelpOpen, setHelpOpen] = createSignal(false);
  // A memo, because the step is made anew with every answer and only another one counts.
  const stepId = createMemo(() => props.step.id);
  createEffect(on(stepId, () => void setAttempt(0), { defer: true }));
  const errors = createMemo((): readonly Finding[] => errorsIn(props.step, props.form.findings));
  const summary = () => summarize([props.step], errors(), props.form.texts, props.form.wordsOfFinding);
  const title = (): Text => titleOf(props.step, props.form.texts);

  const next = () => {
    // A field that still has the focus counts as left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (errors().length > 0) setAttempt(attempt() + 1);
    else props.onNext();
  };
  return (
    <form
      class="screen"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <Show when={stepId()} keyed>
        <PageTitle title={title()} size="medium" />
      </Show>
      <WhoSees showsAtEnd={props.showsAtEnd} onChange={props.onShowAtEnd} />
      <TranslationNote />
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
        <FormSection
          reader="citizen"
          section={props.step}
          hideTitle
          keepsNothing
          attempt={attempt()}
          texts={props.form.texts}
          findings={props.form.findings}
          wordsOfFinding={props.form.wordsOfFinding}
          codes={props.form.codes}
          prefilled={props.form.prefilled}
          changed={props.form.changed}
          onTyping={props.model.typed}
          onLeave={(path, value) => {
            props.model.left(path, value);
            props.onChanged(path);
          }}
        />
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
        <Button type="submit" onPress={() => undefined}>
          <Say words={props.isLast ? text.toReview : text.next} />
        </Button>
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
