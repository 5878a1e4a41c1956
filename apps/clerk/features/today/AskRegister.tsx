import { createSignal } from 'solid-js';
import type { Words } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { DateField } from '../../../kit/ui/DateField.tsx';
import { Fieldset } from '../../../kit/ui/Fieldset.tsx';
import { TextField } from '../../../kit/ui/TextField.tsx';
import type { Match, RegisterQuestion } from './requests.ts';
import { text } from './text.ts';

type Props = {
  ask(question: RegisterQuestion): Promise<readonly Match[]>;
  onAnswer(matches: readonly Match[]): void;
  onProblem(words: Words): void;
};

/** The four facts the register wants before it answers (§ 23 Abs. 3 BMG). */
export function AskRegister(props: Props) {
  const [question, setQuestion] = createSignal<RegisterQuestion>(nothing);
  const [isAsking, setAsking] = createSignal(false);
  const set = (field: keyof RegisterQuestion) => (value: string) =>
    void setQuestion((before) => ({ ...before, [field]: value }));

  const ask = async () => {
    const asked = question();
    if (Object.values(asked).some((value) => value.trim() === '')) return props.onProblem(text.missing);
    setAsking(true);
    try {
      props.onAnswer(await props.ask(asked));
    } catch (cause) {
      props.onProblem(wordsOfProblem(cause));
    } finally {
      setAsking(false);
    }
  };

  return (
    <form
      class="register-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Fieldset legend={text.registerTitle} hint={text.registerHint}>
        <div class="register-form__pair">
          <TextField label={text.familienname} value={question().familienname} onInput={set('familienname')} isName />
          <TextField label={text.vornamen} value={question().vornamen} onInput={set('vornamen')} isName />
        </div>
        <DateField label={text.geburtsdatum} value={question().geburtsdatum} onInput={set('geburtsdatum')} />
        <TextField
          label={text.letzteAnschrift}
          hint={text.letzteAnschriftHint}
          value={question().letzteAnschrift}
          onInput={set('letzteAnschrift')}
        />
      </Fieldset>
      <Button type="submit" kind="secondary" onPress={() => undefined} {...(isAsking() ? { busy: text.asking } : {})}>
        {text.ask}
      </Button>
    </form>
  );
}

const nothing: RegisterQuestion = { familienname: '', vornamen: '', geburtsdatum: '', letzteAnschrift: '' };
