import { Show } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { ErrorSummary, type SummarizedError } from '../../../kit/ui/ErrorSummary.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { text } from './text.ts';

export type StillOpenProps = {
  errors: readonly SummarizedError[];
  /** Something only the office can fill in is missing too. */
  needsClerk: boolean;
  /** The clerk reads it on his screen. */
  isOfficeTold: boolean;
  onGoTo(fieldId: string): void;
  onBack(): void;
  onNext(): void;
};

/** After the last step: what was left for later, each with a way to it. */
export function StillOpen(props: StillOpenProps) {
  const isDone = () => props.errors.length === 0 && props.needsClerk;
  return (
    <div class="screen">
      <PageTitle
        title={isDone() ? text.ownDone : text.lastStep}
        lead={isDone() ? text.ownDoneLead : text.lastStepLead}
        size="medium"
        takesFocus={isDone()}
      />
      <ErrorSummary errors={props.errors} attempt={1} onBeforeFocus={(fieldId) => props.onGoTo(fieldId)} />
      <Show when={props.needsClerk}>
        <Notice kind="info" title={text.officeGoesOn} announce>
          <Show when={props.isOfficeTold}>
            <p class="kern-body">
              <Say words={text.officeKnows} />
            </p>
          </Show>
        </Notice>
      </Show>
      <div class="actions actions--sticky">
        <Button kind="secondary" onPress={() => props.onBack()}>
          <Say words={text.back} />
        </Button>
        <span class="actions__space" />
        <Show when={props.errors.length === 0 && !props.needsClerk}>
          <Button onPress={() => props.onNext()}>
            <Say words={text.toReview} />
          </Button>
        </Show>
      </div>
    </div>
  );
}
