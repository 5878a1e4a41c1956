import { createSignal, onCleanup } from 'solid-js';
import { languageTags, locale, say } from '../i18n/locale.ts';
import { text } from './text.ts';

/**
 * Reading a screen aloud, by a voice that lives on the device: what is read never leaves it, so voices from the
 * network are not used. Where the device has none for the language, nothing is offered.
 */
const [voices, setVoices] = createSignal<readonly SpeechSynthesisVoice[]>([]);
const [isReading, setReading] = createSignal(false);
export { isReading };

/** Once an app. */
export function watchVoices(): void {
  if (!('speechSynthesis' in globalThis)) return;
  const look = () => setVoices(speechSynthesis.getVoices().filter((voice) => voice.localService));
  look();
  speechSynthesis.addEventListener('voiceschanged', look);
  onCleanup(() => speechSynthesis.removeEventListener('voiceschanged', look));
}

const voiceFor = (language: string) => voices().find((voice) => voice.lang.toLowerCase().startsWith(language));

export const canReadAloud = (): boolean => voiceFor(languageTags[locale()]) !== undefined;

/** Reads the words of an element in the chosen language; resolves with whether it came to the end. */
export function readAloud(element: HTMLElement): Promise<boolean> {
  const language = languageTags[locale()];
  const voice = voiceFor(language);
  const sentences = wordsOf(element);
  stopReading();
  if (!voice || sentences.length === 0) return Promise.resolve(false);
  setReading(true);
  return new Promise((done) => {
    const end = (isComplete: boolean) => {
      setReading(false);
      done(isComplete);
    };
    sentences.forEach((sentence, at) => {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (at === sentences.length - 1) utterance.onend = () => end(true);
      utterance.onerror = () => end(false);
      speechSynthesis.speak(utterance);
    });
  });
}

export function stopReading(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
  setReading(false);
}

/** What stands there, line by line; of a text in two languages only the one that was chosen. */
function wordsOf(element: HTMLElement): readonly string[] {
  const shadow = element.cloneNode(true) as HTMLElement; // A clone of an HTML element is one.
  for (const hidden of shadow.querySelectorAll('[aria-hidden="true"], svg, .kern-sr-only, [data-unread]'))
    hidden.remove();
  for (const german of shadow.querySelectorAll('.bilingual__de')) german.remove();
  const field = element.querySelectorAll('input, textarea, select');
  shadow.querySelectorAll('input, textarea, select').forEach((copy, at) => copy.replaceWith(valueOf(field[at])));
  for (const block of shadow.querySelectorAll('p, li, dt, dd, h1, h2, h3, h4, label, legend, button, div'))
    block.append('\n');
  return (shadow.textContent ?? '')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
}

function valueOf(field: Element | undefined): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent ?? '';
  if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
    return field.checked ? `${say(text.chosen)}: ` : '';
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? ` ${field.value}\n` : '';
}
