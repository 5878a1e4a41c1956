import { say } from '../i18n/locale.ts';
import { appearance, changeAppearance, textSizes } from './appearance.ts';
import { announce } from './LiveRegion.tsx';
import { text } from './text.ts';

/** Smaller and larger, up to twice the size. */
export function TextSizeSwitch() {
  const at = () => textSizes.indexOf(appearance().textSize);
  const move = (steps: number) => {
    const textSize = textSizes[at() + steps];
    if (textSize === undefined) return;
    changeAppearance({ textSize });
    announce(`${say(text.textSize)} ${textSize} %`);
  };
  return (
    <div class="segments" role="group" aria-label={say(text.textSize)}>
      <button
        type="button"
        class="segments__segment"
        aria-label={`A− ${say(text.smaller)}`}
        aria-disabled={at() === 0}
        onClick={() => move(-1)}
      >
        A−
      </button>
      <button
        type="button"
        class="segments__segment segments__segment--large"
        aria-label={`A+ ${say(text.larger)}`}
        aria-disabled={at() === textSizes.length - 1}
        onClick={() => move(1)}
      >
        A+
      </button>
    </div>
  );
}
