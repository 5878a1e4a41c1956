import { createEffect, createSignal, on, Show } from 'solid-js';
import type { Words } from '../../../kit/i18n/text.ts';
import { formatTime } from '../../../kit/i18n/dates.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { SelectField } from '../../../kit/ui/SelectField.tsx';
import { TextField } from '../../../kit/ui/TextField.tsx';
import type { OfficeProps } from './Office.tsx';
import type { PairingCode } from './requests.ts';
import { text } from './text.ts';

type Props = {
  open: boolean;
  desks: OfficeProps['desks'];
  deskId: string;
  onOpenPairing(wish: { deskId: string; name: string }): Promise<PairingCode>;
  onClose(): void;
};

/** A code for one tablet and one desk: eight characters to type on the tablet, ten minutes long. */
export function PairingDialog(props: Props) {
  const [deskId, setDeskId] = createSignal('');
  const [name, setName] = createSignal('');
  const [code, setCode] = createSignal<PairingCode>();
  const [problem, setProblem] = createSignal<Words>();
  createEffect(
    on(
      () => props.open,
      () => {
        setDeskId(props.deskId);
        setName('');
        setCode(undefined);
        setProblem(undefined);
      },
    ),
  );
  const make = async () => {
    if (deskId() === '' || name().trim() === '') return setProblem(text.pairMissing);
    try {
      setCode(await props.onOpenPairing({ deskId: deskId(), name: name().trim() }));
      setProblem(undefined);
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    }
  };
  const desks = () => props.desks.map((desk) => ({ value: desk.deskId, label: `${desk.name}, ${desk.site}` }));

  return (
    <Dialog
      open={props.open}
      title={text.pair}
      onClose={() => props.onClose()}
      footer={
        <Show when={code()} fallback={<Button onPress={() => void make()}>{text.makeCode}</Button>}>
          <Button onPress={() => props.onClose()}>{text.done}</Button>
        </Show>
      }
    >
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Show
        when={code()}
        fallback={
          <>
            <SelectField
              label={text.desk}
              choices={desks()}
              value={deskId() === '' ? undefined : deskId()}
              onChoose={setDeskId}
            />
            <TextField label={text.name} hint={text.nameHint} value={name()} onInput={setName} maxLength={60} />
          </>
        }
      >
        {(made) => (
          // The button that asked for it is gone, so the code itself takes the focus.
          <div role="status" tabindex="-1" ref={(shown) => queueMicrotask(() => shown.focus())}>
            <p class="kern-body">{text.codeHint}</p>
            <p class="pairing__code">
              <output>{made().code}</output>
            </p>
            <p class="kern-body kern-body--small">{text.codeUntil(formatTime(made().expiresAt))}</p>
          </div>
        )}
      </Show>
    </Dialog>
  );
}
