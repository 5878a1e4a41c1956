import { createSignal, onCleanup } from 'solid-js';
import { say } from '../i18n/locale.ts';
import { Icon } from './Icon.tsx';
import { announce } from './LiveRegion.tsx';
import { text } from './text.ts';

export type CopyButtonProps = {
  value: string;
  /** What is copied, "Vorgangsnummer". */
  label: string;
};

/** Copies one value; the clerk carries it into the Fachverfahren. */
export function CopyButton(props: CopyButtonProps) {
  const [isCopied, setCopied] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    await copyText(props.value);
    setCopied(true);
    announce(`${props.label}: ${say(text.copied)}`);
    clearTimeout(timer);
    timer = setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button
      type="button"
      class="kern-btn kern-btn--tertiary kern-btn--x-small copy"
      aria-label={`${props.label} ${say(text.copy)}`}
      title={`${props.label} ${say(text.copy)}`}
      onClick={() => void copy()}
    >
      <Icon name={isCopied() ? 'check' : 'copy'} />
    </button>
  );
}

/** Puts a text on the clipboard, also where the browser has no clipboard interface (plain http in a house network). */
export async function copyText(value: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(value);
  const area = document.createElement('textarea');
  area.value = value;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
