import { type Locale, locales } from '../../../../shared/base/locale.ts';
import { explain, verdictWords } from '../../../../shared/verifying/explain.ts';
import type { Report, Verdict as VerdictCode } from '../../../../shared/verifying/report.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import type { Text } from '../../../kit/i18n/text.ts';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { text } from './text.ts';

/** The answer for somebody at a bank's counter: one word, then two sentences. */
export function Verdict(props: { report: Report; name: string }) {
  const sentence = (at: 0 | 1) => sentenceOf(props.report, at);
  return (
    <Notice
      kind={kinds[props.report.verdict]}
      title={inEveryLanguage((locale) => verdictWords[locale][props.report.verdict])}
      announce
    >
      <div class="verdict__words">
        <p class="kern-body">
          <Say words={sentence(0)} />
        </p>
        <p class="kern-body">
          <Say words={sentence(1)} />
        </p>
        <p class="kern-body kern-body--small">
          <Say words={text.file(props.name)} />
        </p>
      </div>
    </Notice>
  );
}

const sentenceOf = (report: Report, at: 0 | 1) => inEveryLanguage((locale) => explain(report, locale)[at]);

const kinds = {
  'TOTAL-PASSED': 'success',
  INDETERMINATE: 'warning',
  'TOTAL-FAILED': 'error',
} as const satisfies Record<VerdictCode, string>;

function inEveryLanguage(write: (locale: Locale) => string): Text {
  const [de, plain, en] = locales.map(write);
  return { de: de ?? '', plain: plain ?? '', en: en ?? '' };
}
