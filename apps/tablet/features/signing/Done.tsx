import { createSignal, Show } from 'solid-js';
import type { InferOutput } from 'valibot';
import type { CopyOffer } from '../../../../shared/wire/counter.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Text } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { Qr } from '../../../kit/ui/Qr.tsx';
import { text } from './text.ts';

export type DoneProps = {
  onPrint(): Promise<void>;
  onOffer(): Promise<InferOutput<typeof CopyOffer>>;
  /** With what the citizen took: `printed`, `offered`. */
  onFinish(handedOver: readonly string[]): Promise<void>;
};

/** Confirmed: the copy at once (§ 3a Abs. 5 VwVfG), and then nothing is left on the tablet. */
export function Done(props: DoneProps) {
  const [taken, setTaken] = createSignal<ReadonlySet<string>>(new Set());
  const [offer, setOffer] = createSignal<InferOutput<typeof CopyOffer>>();
  const [busy, setBusy] = createSignal<'print' | 'offer' | 'finish'>();
  const [problem, setProblem] = createSignal<Text>();
  const run = async (what: 'print' | 'offer' | 'finish', action: () => Promise<void>) => {
    if (busy()) return;
    setBusy(what);
    setProblem(undefined);
    try {
      await action();
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    } finally {
      setBusy(undefined);
    }
  };
  const take = (what: string) => setTaken((before) => new Set([...before, what]));
  const print = async () => {
    await props.onPrint();
    take('printed');
  };
  const show = async () => {
    setOffer(await props.onOffer());
    take('offered');
  };
  const finish = () => props.onFinish([...taken()]);
  const busyWith = (what: 'print' | 'offer' | 'finish', words: Text) =>
    busy() === what ? { busy: <Say words={words} /> } : {};
  return (
    <div class="screen">
      <PageTitle title={text.doneTitle} lead={text.doneLead} />
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <div class="done">
        <Card title={text.print} small>
          <p class="kern-body">
            <Say words={text.printHow} />
          </p>
          <Button kind="secondary" block onPress={() => void run('print', print)} {...busyWith('print', text.printing)}>
            <Say words={text.print} />
          </Button>
          <Show when={taken().has('printed')}>
            <Notice kind="success" title={text.printed} announce />
          </Show>
        </Card>
        <Card title={text.qr} small>
          <Show
            when={offer()}
            fallback={
              <p class="kern-body">
                <Say words={text.qrBefore} />
              </p>
            }
          >
            {(current) => (
              <div class="done__qr">
                <Qr text={new URL(current().path, location.origin).href} label={text.qrLabel} />
                <p class="kern-body" role="status">
                  <Say words={text.qrHow} />
                </p>
              </div>
            )}
          </Show>
          <Button kind="secondary" block onPress={() => void run('offer', show)} {...busyWith('offer', text.leaving)}>
            <Say words={offer() ? text.qrAgain : text.qrShow} />
          </Button>
        </Card>
      </div>
      <p class="kern-body">
        <Say words={text.certificatesLater} />
      </p>
      <div class="actions actions--sticky">
        <span class="actions__space" />
        <Button onPress={() => void run('finish', finish)} {...busyWith('finish', text.leaving)}>
          <Say words={text.finish} />
        </Button>
      </div>
    </div>
  );
}
