import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { Button } from '../ui/Button.tsx';
import { text } from './text.ts';

const LetterPalette = lazy(() => import('./LetterPalette.tsx').then((module) => ({ default: module.LetterPalette })));

export type LetterHelpProps = {
  input: HTMLInputElement | HTMLTextAreaElement | undefined;
  /** The whole text after a letter went in. */
  onInsert(value: string): void;
};

/** Opens the letters of DIN 91379 under a name field; one tap puts a letter where the caret stands. */
export function LetterHelp(props: LetterHelpProps) {
  const [isOpen, setOpen] = createSignal(false);
  const [startsWord, setStartsWord] = createSignal(true);
  const look = () => {
    const { input } = props;
    if (input) setStartsWord(/(^|[\s'’-])$/.test(input.value.slice(0, input.selectionStart ?? 0)));
  };
  const insert = (letter: string) => {
    const { input } = props;
    if (!input || input.readOnly || input.disabled) return;
    const [from, to] = [input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length];
    if (input.maxLength >= 0 && input.value.length - (to - from) + letter.length > input.maxLength) return;
    input.setRangeText(letter, from, to, 'end');
    look();
    props.onInsert(input.value);
  };
  const toggle = () => {
    look();
    setOpen(!isOpen());
  };
  return (
    <div class="letter-help">
      <Button kind="quiet" expanded={isOpen()} onPress={toggle}>
        <Say words={text.letters} />
      </Button>
      <Show when={isOpen()}>
        <Suspense>
          <LetterPalette startsWord={startsWord()} onLetter={insert} />
        </Suspense>
      </Show>
    </div>
  );
}
