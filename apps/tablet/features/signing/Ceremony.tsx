import { createSignal, Match, Show, Switch } from 'solid-js';
import type { InferOutput } from 'valibot';
import { limits } from '../../../../shared/base/limits.ts';
import type { CounterCase } from '../../../../shared/wire/counter.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Text } from '../../../kit/i18n/text.ts';
import { ProblemError, wordsOfProblem } from '../../../kit/problem.ts';
import { ConfirmStep } from '../../../kit/signing/ConfirmStep.tsx';
import { type ConfirmWay, HowToConfirm } from '../../../kit/signing/HowToConfirm.tsx';
import { Review } from '../../../kit/signing/Review.tsx';
import { SignStep } from '../../../kit/signing/SignStep.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { TextField } from '../../../kit/ui/TextField.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { type Ceremony as CeremonyModel, nextSignerOf } from './ceremony.ts';
import { Message } from './Message.tsx';
import { PassOn } from './PassOn.tsx';
import { Sending } from './Sending.tsx';
import { text } from './text.ts';

export type CeremonyProps = {
  model: CeremonyModel;
  counterCase: InferOutput<typeof CounterCase>;
  /** Entries the citizen changed, marked in the review. */
  changed: ReadonlySet<string>;
  /** Sections the citizen fills in; what the office wrote is changed at the desk. */
  canEdit(sectionId: string): boolean;
  /** Voluntary sections without an entry, which the declaration does not name. */
  leftEmpty: readonly { id: string; title: Text }[];
  /** Leaves the review; with the section to change, or to where the citizen was. */
  onLeave(sectionId: string | undefined): Promise<void>;
  onPaper(): Promise<void>;
  /** With what the citizen says about it, or nothing. */
  onDecline(note: string): Promise<void>;
  onAgain(): void;
};

/** Read, choose how, confirm: for each who has to, one after the other. */
export function Ceremony(props: CeremonyProps) {
  const [takenBy, setTakenBy] = createSignal<string>();
  const [asksToDecline, setAsksToDecline] = createSignal(false);
  const [note, setNote] = createSignal('');
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Text>();
  const stage = () => props.model.stage();
  const signer = () => nextSignerOf(props.counterCase, props.model.confirmed());
  const name = () => signer()?.name ?? '';
  /** Somebody confirmed before: the tablet changes hands, and nothing may be changed any more without asking anew. */
  const hasPredecessor = () => signer() !== undefined && signer()?.id !== props.counterCase.signers[0]?.id;
  const mustPassOn = () => hasPredecessor() && takenBy() !== signer()?.id && stage().kind === 'review';

  const run = async (action: () => Promise<void>) => {
    if (isBusy()) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    } finally {
      setBusy(false);
    }
  };
  const decline = () => props.onDecline(note());
  const backToForm = () => props.onLeave(undefined);
  const edit = (sectionId: string) => {
    const leave = () => props.onLeave(sectionId);
    void run(leave);
  };
  const choose = (way: ConfirmWay) => {
    if (way === 'drawn') props.model.goToSign(false);
    else if (way === 'confirmed') props.model.goTo('button');
    else void run(props.onPaper);
  };
  const confirm = (
    ...[method, drawing]: Parameters<CeremonyModel['confirm']> extends [string, ...infer Rest] ? Rest : never
  ) => {
    const { id } = signer() ?? {};
    if (id !== undefined) void props.model.confirm(id, method, drawing);
  };
  return (
    <>
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Switch>
        <Match when={mustPassOn()}>
          <PassOn name={name()} onTaken={() => setTakenBy(signer()?.id)} />
        </Match>
        <Match when={stage().kind === 'freezing'}>
          <PageTitle title={text.freezing} hidden />
          <Spinner words={text.freezing} />
        </Match>
        <Match when={stage().kind === 'differs'}>
          <Message title={text.differsTitle} lead={text.differsBody}>
            <Button kind="secondary" onPress={() => void run(backToForm)}>
              <Say words={text.backToForm} />
            </Button>
            <Button onPress={() => props.onAgain()}>
              <Say words={text.tryAgain} />
            </Button>
          </Message>
        </Match>
        <Match when={failureOf(stage())}>
          {(cause) => (
            <Message title={text.notStarted} lead={wordsOfProblem(cause().cause)}>
              <Show when={cause().cause instanceof ProblemError}>
                <Button kind="secondary" onPress={() => void run(backToForm)}>
                  <Say words={text.backToForm} />
                </Button>
              </Show>
              <Button onPress={() => props.onAgain()}>
                <Say words={text.tryAgain} />
              </Button>
            </Message>
          )}
        </Match>
        <Match when={stage().kind === 'review' && props.model.frozen()}>
          {(frozen) => (
            <Review
              declaration={frozen().declaration}
              comparingCode={frozen().lease.comparingCode}
              seen={props.model.seen()}
              onSeen={props.model.see}
              changed={props.changed}
              canEdit={props.canEdit}
              leftEmpty={props.leftEmpty}
              {...(hasPredecessor() ? {} : { onEdit: edit })}
              onNext={() => props.model.goTo('how')}
              onDecline={() => setAsksToDecline(true)}
            />
          )}
        </Match>
        <Match when={stage().kind === 'how'}>
          <HowToConfirm
            onChoose={choose}
            onMark={() => props.model.goToSign(true)}
            onBack={() => props.model.goTo('review')}
          />
          <Show when={isBusy()}>
            <Spinner words={text.printing} />
          </Show>
        </Match>
        <Match when={signOf(stage())}>
          {(sign) => (
            <SignStep
              signerName={name()}
              isMark={sign().isMark}
              onSigned={(drawing) => confirm(sign().isMark ? 'mark' : 'drawn', drawing)}
              onBack={() => props.model.goTo('how')}
            >
              <Show when={sign().isMark}>
                <p class="kern-body">
                  <Say words={text.markNote} />
                </p>
              </Show>
            </SignStep>
          )}
        </Match>
        <Match when={stage().kind === 'button'}>
          <ConfirmStep
            signerName={name()}
            onConfirmed={() => confirm('confirmed')}
            onBack={() => props.model.goTo('how')}
          />
        </Match>
        <Match when={sendingOf(stage())}>{(sending) => <Sending tries={sending().tries} />}</Match>
        <Match when={stage().kind === 'refused'}>
          <Message title={text.refusedTitle} lead={text.refusedBody}>
            <Button onPress={() => props.onAgain()}>
              <Say words={text.tryAgain} />
            </Button>
          </Message>
        </Match>
      </Switch>
      <Dialog
        open={asksToDecline()}
        title={text.declineTitle}
        onClose={() => setAsksToDecline(false)}
        footer={
          <>
            <Button
              kind="secondary"
              onPress={() => {
                setAsksToDecline(false);
                void run(decline);
              }}
            >
              <Say words={text.declineYes} />
            </Button>
            <Button onPress={() => setAsksToDecline(false)}>
              <Say words={text.declineNo} />
            </Button>
          </>
        }
      >
        <p class="kern-body">
          <Say words={text.declineBody} />
        </p>
        <TextField
          id="decline-note"
          label={text.declineNote}
          hint={text.declineNoteHint}
          optional
          lines={2}
          maxLength={limits.textLength}
          autocomplete="off"
          value={note()}
          onInput={setNote}
        />
      </Dialog>
    </>
  );
}

type Stage = ReturnType<CeremonyModel['stage']>;
const failureOf = (stage: Stage) => (stage.kind === 'failed' ? stage : undefined);
const signOf = (stage: Stage) => (stage.kind === 'sign' ? stage : undefined);
const sendingOf = (stage: Stage) => (stage.kind === 'sending' ? stage : undefined);
