import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { ProblemError, wordsOfProblem } from '../../../kit/problem.ts';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { text } from './text.ts';

/** The question did not reach the office, or too many came before it. What was typed stays. */
export function NotChecked(props: { cause: unknown }) {
  const seen = () => {
    const { cause } = props;
    if (!(cause instanceof ProblemError)) return { title: text.failed, body: wordsOfProblem(cause) };
    if (cause.code === 'network') return { title: text.offline, body: text.offlineBody };
    if (cause.code !== 'too-many-tries') return { title: text.failed, body: cause.words };
    const minutes = Math.max(1, Math.ceil((cause.retryAfterSeconds ?? 60) / 60));
    return { title: text.tooMany, body: text.tooManyBody(minutes) };
  };
  return (
    <Notice kind="warning" title={seen().title} announce>
      <p class="kern-body">
        <Say words={seen().body} />
      </p>
    </Notice>
  );
}
