import { createSignal, type JSX, Show } from 'solid-js';
import { type Drawing, lengthOf } from '../../../shared/declaration/drawing.ts';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { drawingOf, type Lines, withoutLast } from './lines.ts';
import { SignaturePad } from './SignaturePad.tsx';
import { text } from './text.ts';

export type SignStepProps = {
  /** As it stands in the declaration. */
  signerName: string;
  /** A Handzeichen: never asked whether it is too short. */
  isMark?: boolean;
  /** While the confirmation is being secured nothing can be pressed twice. */
  isSending?: boolean;
  onSigned(drawing: Drawing): void;
  onBack(): void;
  /** A notice between title and field, when something did not go well. */
  children?: JSX.Element;
};

/** Shorter than this many units (a twentieth of the field's width) is asked about, not refused. */
const shortUnits = 160;

/** The moment of signing: one sentence, the field, done. */
export function SignStep(props: SignStepProps) {
  const [lines, setLines] = createSignal<Lines>([]);
  const [asksAboutShort, setAsksAboutShort] = createSignal(false);
  const isBlank = () => lines().length === 0;
  const finish = () => {
    const drawing = drawingOf(lines());
    if (props.isMark !== true && lengthOf(drawing) < shortUnits) setAsksAboutShort(true);
    else props.onSigned(drawing);
  };
  return (
    <div class="ceremony sign">
      <PageTitle
        title={props.isMark === true ? text.markTitle : text.signTitle}
        lead={props.isMark === true ? text.markMeans(props.signerName) : text.signMeans(props.signerName)}
      />
      {props.children}
      <SignaturePad label={text.pad} lines={lines()} onChange={setLines} />
      <div class="actions">
        <Button kind="quiet" onPress={() => props.onBack()}>
          <Say words={text.back} />
        </Button>
        <Button kind="secondary" disabled={isBlank()} onPress={() => setLines([])}>
          <Say words={text.again} />
        </Button>
        <Button kind="secondary" icon="undo" disabled={isBlank()} onPress={() => setLines(withoutLast(lines()))}>
          <Say words={text.undo} />
        </Button>
        <span class="actions__space" />
        <Show
          when={props.isSending === true}
          fallback={
            <Button disabled={isBlank()} onPress={finish}>
              <Say words={text.done} />
            </Button>
          }
        >
          <Button busy={say(text.sending)} onPress={() => undefined}>
            <Say words={text.done} />
          </Button>
        </Show>
      </div>
      <Dialog
        open={asksAboutShort()}
        title={text.shortTitle}
        onClose={() => setAsksAboutShort(false)}
        footer={
          <>
            <Button
              kind="secondary"
              onPress={() => {
                setAsksAboutShort(false);
                setLines([]);
              }}
            >
              <Say words={text.shortNo} />
            </Button>
            <Button
              onPress={() => {
                setAsksAboutShort(false);
                props.onSigned(drawingOf(lines()));
              }}
            >
              <Say words={text.shortYes} />
            </Button>
          </>
        }
      >
        <p class="kern-body">
          <Say words={text.shortBody} />
        </p>
      </Dialog>
    </div>
  );
}
