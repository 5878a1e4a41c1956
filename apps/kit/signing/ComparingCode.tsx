import { Say } from '../i18n/Bilingual.tsx';
import { text } from './text.ts';

/** The Vergleichscode, large enough to compare with the desk and spelled out letter by letter for whoever listens. */
export function ComparingCode(props: { code: string; explained?: boolean }) {
  return (
    <p class="comparing-code kern-body">
      <span class="comparing-code__label">
        <Say words={text.comparingCode} />
      </span>{' '}
      <span class="comparing-code__code" aria-hidden="true">
        {props.code}
      </span>
      <span class="kern-sr-only">{props.code.replace('-', ',').split('').join(' ')}</span>
      {props.explained === true && (
        <span class="comparing-code__help kern-body--small kern-body--muted">
          <Say words={text.comparingCodeHelp} />
        </span>
      )}
    </p>
  );
}
