import { For, Show } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Text } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { text } from './text.ts';

export type ConfirmWay = 'drawn' | 'confirmed' | 'paper';

export type HowToConfirmProps = {
  onChoose(way: ConfirmWay): void;
  /** A mark with the clerk's note; left out where there is no clerk. */
  onMark?(): void;
  onBack(): void;
  /** At home nobody can print; the ways that exist. All three by default. */
  ways?: readonly ConfirmWay[];
};

/** Three ways of the same rank and the same size, each with what it means. */
export function HowToConfirm(props: HowToConfirmProps) {
  return (
    <div class="ceremony">
      <PageTitle title={text.howTitle} lead={text.howLead} />
      <div class="ways">
        <For each={props.ways ?? (['drawn', 'confirmed', 'paper'] as const)}>
          {(way) => (
            <button type="button" class="ways__way" onClick={() => props.onChoose(way)}>
              <span class="ways__name">
                <Say words={text[way]} />
              </span>
              <span class="ways__means">
                <Say words={meanings[way]} />
              </span>
            </button>
          )}
        </For>
      </div>
      <div class="actions">
        <Button kind="quiet" onPress={() => props.onBack()}>
          <Say words={text.back} />
        </Button>
        <span class="actions__space" />
        <Show when={props.onMark !== undefined}>
          <Button kind="quiet" onPress={() => props.onMark?.()}>
            <Say words={text.mark} />
          </Button>
        </Show>
      </div>
    </div>
  );
}

const meanings: Readonly<Record<ConfirmWay, Text>> = {
  drawn: text.drawnMeans,
  confirmed: text.confirmedMeans,
  paper: text.paperMeans,
};
