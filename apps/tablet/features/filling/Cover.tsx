import { createSignal, type JSX, Show } from 'solid-js';
import type { Assistance } from '../../../../shared/declaration/declaration.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { joinTexts, type Text } from '../../../kit/i18n/text.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { HelperSwitch } from './HelperSwitch.tsx';
import { text } from './text.ts';

export type CoverProps = {
  /** Of the service. */
  title: Text;
  persons: number;
  desk: string;
  /** Language, size, contrast, reading aloud, hand. */
  settings: JSX.Element;
  /** The tablet knows this edition of the form; otherwise nothing can begin. */
  isKnownVersion: boolean;
  onBegin(assistance: readonly Assistance[]): Promise<void>;
};

/** Before any personal data: what this is about, and how it reads best. Whoever got the wrong tablet sees nothing. */
export function Cover(props: CoverProps) {
  const [helpers, setHelpers] = createSignal<readonly Assistance[]>([]);
  const [isOpening, setOpening] = createSignal(false);
  const [problem, setProblem] = createSignal<Text>();
  const begin = async () => {
    setOpening(true);
    setProblem(undefined);
    try {
      await props.onBegin(helpers());
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    } finally {
      setOpening(false);
    }
  };
  return (
    <div class="screen screen--cover">
      <PageTitle title={props.title} lead={joinTexts([text.persons(props.persons), props.desk], ' · ')} />
      <p class="kern-body">
        <Say words={text.coverLead} />
      </p>
      <section class="cover__settings" aria-labelledby="cover-settings" data-unread>
        <h2 class="kern-heading-small" id="cover-settings">
          <Say words={text.settings} />
        </h2>
        {props.settings}
        <div class="setting">
          <span class="kern-body kern-body--small kern-body--bold" aria-hidden="true">
            <Say words={text.helpers} />
          </span>
          <HelperSwitch chosen={helpers()} onChange={setHelpers} />
        </div>
      </section>
      <p class="kern-body">
        <Say words={text.coverHelp} />
      </p>
      <Show when={!props.isKnownVersion}>
        <Notice kind="warning" title={text.otherVersion} announce />
      </Show>
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <div class="actions actions--sticky">
        <p class="kern-body kern-body--small kern-body--muted">
          <Say words={text.wrongTablet} />
        </p>
        <span class="actions__space" />
        <Show
          when={props.isKnownVersion}
          fallback={
            <Button onPress={() => location.reload()}>
              <Say words={text.reload} />
            </Button>
          }
        >
          <Button onPress={() => void begin()} {...(isOpening() ? { busy: <Say words={text.opening} /> } : {})}>
            <Say words={text.begin} />
          </Button>
        </Show>
      </div>
    </div>
  );
}
