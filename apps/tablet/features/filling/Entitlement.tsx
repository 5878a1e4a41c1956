import { createSignal, Show } from 'solid-js';
import type { Clause } from '../../../../shared/forms/definition.ts';
import type { Texts } from '../../../../shared/forms/texts.ts';
import { wordsOf } from '../../../kit/form/form-context.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Text } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { TranslationNote } from '../../../kit/i18n/TranslationNote.tsx';
import { text } from './text.ts';

export type EntitlementProps = {
  /** `entitled` and `informed-202a-stgb` of the service. */
  statements: readonly Clause[];
  texts: Texts;
  onAssure(): Promise<void>;
};

/**
 * Assurance and instruction before relatives' data (§ 23 Abs. 4 BMG, § 202a StGB). Until the answer is yes, the
 * server sends none of their data.
 */
export function Entitlement(props: EntitlementProps) {
  const [isSending, setSending] = createSignal(false);
  const [refuses, setRefuses] = createSignal(false);
  const [problem, setProblem] = createSignal<Text>();
  const assure = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      await props.onAssure();
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    } finally {
      setSending(false);
    }
  };
  const clause = (id: string) => props.statements.find((each) => each.id === id);
  return (
    <div class="screen">
      <PageTitle title={text.entitlementTitle} lead={text.entitlementLead} />
      <TranslationNote />
      <ClauseCard title={text.assurance} clause={clause('entitled')} texts={props.texts} />
      <ClauseCard title={text.instruction} clause={clause('informed-202a-stgb')} texts={props.texts} />
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <div class="actions actions--sticky">
        <Button kind="quiet" onPress={() => setRefuses(true)}>
          <Say words={text.assureNot} />
        </Button>
        <span class="actions__space" />
        <Button onPress={() => void assure()} {...(isSending() ? { busy: <Say words={text.opening} /> } : {})}>
          <Say words={text.assure} />
        </Button>
      </div>
      <Dialog
        open={refuses()}
        title={text.assureNotTitle}
        onClose={() => setRefuses(false)}
        footer={
          <Button onPress={() => setRefuses(false)}>
            <Say words={text.understood} />
          </Button>
        }
      >
        <p class="kern-body">
          <Say words={text.assureNotBody} />
        </p>
      </Dialog>
    </div>
  );
}

function ClauseCard(props: { title: Text; clause: Clause | undefined; texts: Texts }) {
  return (
    <Show when={props.clause}>
      {(clause) => (
        <Card title={props.title} small>
          <p class="kern-body kern-body--large">
            <Say words={wordsOf(props.texts, `statements.${clause().id}`, clause().text)} />
          </p>
          <p class="kern-body kern-body--small kern-body--muted">{clause().basis}</p>
        </Card>
      )}
    </Show>
  );
}
