import { createSignal, Show } from 'solid-js';
import { limits } from '../../../../../shared/base/limits.ts';
import { formatInstant } from '../../../../kit/i18n/dates.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Dialog } from '../../../../kit/ui/Dialog.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import { TextField } from '../../../../kit/ui/TextField.tsx';
import type { SideProps } from '../CaseSide.tsx';
import type { CaseView } from '../requests.ts';
import { text } from './withdrawal-text.ts';

type Props = SideProps & { document: CaseView['documents'][number] };

/** A certificate that was wrong: taking it back with a reason, and another one in its place. */
export function Withdrawal(props: Props) {
  const isCertificate = () => props.document.kind === 'meldebestaetigung' && props.document.state === 'sealed';
  return (
    <Show when={isCertificate()}>
      <Show when={props.document.withdrawn} fallback={<Withdraw {...props} />}>
        {(withdrawn) => (
          <Notice kind="warning" title={text.withdrawn}>
            <p class="kern-body">{text.withdrawnBecause(formatInstant(withdrawn().at), withdrawn().because)}</p>
            <p class="kern-body kern-body--small">{text.says}</p>
            <Reissue {...props} />
          </Notice>
        )}
      </Show>
    </Show>
  );
}

function Withdraw(props: Props) {
  const [isOpen, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const [isMissing, setMissing] = createSignal(false);
  const action = () => `withdraw ${props.document.documentId}` as const;
  const withdraw = async () => {
    const because = reason().trim();
    setMissing(because === '');
    if (because === '') return;
    const { documentId } = props.document;
    if (await props.model.act(action(), (ask) => ask.withdraw(documentId, because))) setOpen(false);
  };
  return (
    <>
      <Button kind="quiet" label={text.withdrawLabel} onPress={() => setOpen(true)}>
        {text.withdraw}
      </Button>
      <Dialog
        open={isOpen()}
        title={text.title}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button kind="secondary" onPress={() => setOpen(false)}>
              {text.cancel}
            </Button>
            <Button
              onPress={() => void withdraw()}
              {...(props.model.running() === action() ? { busy: text.withdrawing } : {})}
            >
              {text.confirm}
            </Button>
          </>
        }
      >
        <p class="kern-body">{text.body}</p>
        <TextField
          label={text.reason}
          hint={text.reasonHint}
          error={isMissing() ? text.reasonMissing : undefined}
          lines={3}
          maxLength={limits.textLength}
          value={reason()}
          onInput={setReason}
        />
        <Show when={props.model.problemOf(action())}>
          {(words) => <Notice kind="error" title={words()} announce />}
        </Show>
      </Dialog>
    </>
  );
}

/** Offered while nothing has taken the place of the withdrawn one. */
function Reissue(props: Props) {
  const isReplaced = () =>
    props.view.documents.some(({ kind, withdrawn }) => kind === 'meldebestaetigung' && withdrawn === null);
  const action = () => `reissue ${props.document.documentId}` as const;
  const reissue = () => {
    const { documentId } = props.document;
    void props.model.act(action(), (ask) => ask.reissue(documentId));
  };
  return (
    <Show when={!isReplaced()}>
      <p class="kern-body">{text.reissueHint}</p>
      <Button
        kind="secondary"
        label={text.reissueLabel}
        onPress={reissue}
        {...(props.model.running() === action() ? { busy: text.reissuing } : {})}
      >
        {text.reissue}
      </Button>
      <Show when={props.model.problemOf(action())}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
    </Show>
  );
}
