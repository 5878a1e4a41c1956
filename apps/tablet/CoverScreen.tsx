import { services } from '../../shared/services/catalogue.ts';
import { wordsOf } from '../kit/form/form-context.ts';
import { locale } from '../kit/i18n/locale.ts';
import { LocaleSwitch } from '../kit/ui/LocaleSwitch.tsx';
import { TextSizeSwitch } from '../kit/ui/TextSizeSwitch.tsx';
import { ThemeSwitch } from '../kit/ui/ThemeSwitch.tsx';
import { Cover } from './features/filling/Cover.tsx';
import type { Counter } from './features/filling/counter.ts';
import type { Cover as CoverData } from './features/filling/requests.ts';
import { HandSwitch, ReadAloudButton, Setting } from './features/kiosk/ReadingTools.tsx';
import { text } from './features/kiosk/text.ts';

/** The cover with everything that helps reading; it comes with the forms, because only they know a service's name. */
export function CoverScreen(props: { cover: CoverData; counter: Counter; desk: string; onReadAloud(): void }) {
  const title = () => {
    const { definition, texts } = services[props.cover.service];
    return wordsOf(texts, 'title', definition.title);
  };
  return (
    <Cover
      title={title()}
      persons={props.cover.persons}
      desk={props.desk}
      settings={
        <div class="settings">
          <Setting words={text.language}>
            <LocaleSwitch />
          </Setting>
          <Setting words={text.textSize}>
            <TextSizeSwitch />
          </Setting>
          <Setting words={text.appearance}>
            <ThemeSwitch />
          </Setting>
          <Setting words={text.hand}>
            <HandSwitch />
          </Setting>
          <ReadAloudButton onRead={() => props.onReadAloud()} />
        </div>
      }
      isKnownVersion={services[props.cover.service].definition.version === props.cover.serviceVersion}
      onBegin={(assistance) => props.counter.begin(locale(), assistance)}
    />
  );
}
