import type { JSX } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { text } from './text.ts';

export type ConfirmStepProps = {
  signerName: string;
  isSending?: boolean;
  onConfirmed(): void;
  onBack(): void;
  children?: JSX.Element;
};

/** Confirming without drawing: the same sentence, one button. */
export function ConfirmStep(props: ConfirmStepProps) {
  return (
    <div class="ceremony">
      <PageTitle title={text.confirmTitle} lead={text.confirmMeans(props.signerName)} />
      {props.children}
      <div class="actions">
        <Button kind="quiet" onPress={() => props.onBack()}>
          <Say words={text.back} />
        </Button>
        <span class="actions__space" />
        <Button
          icon="check"
          {...(props.isSending === true ? { busy: say(text.sending) } : {})}
          onPress={() => props.onConfirmed()}
        >
          <Say words={text.confirm} />
        </Button>
      </div>
    </div>
  );
}
