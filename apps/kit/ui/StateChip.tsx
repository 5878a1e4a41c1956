import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { Icon } from './Icon.tsx';

const kinds = {
  info: { badge: 'kern-badge--info', icon: 'info' },
  success: { badge: 'kern-badge--success', icon: 'success' },
  warning: { badge: 'kern-badge--warning', icon: 'warning' },
  danger: { badge: 'kern-badge--danger', icon: 'danger' },
} as const;
export type ChipKind = keyof typeof kinds;

/** A state in a word, with a picture beside the colour. */
export function StateChip(props: { kind: ChipKind; words: Words; small?: boolean }) {
  return (
    <span class={`kern-badge ${kinds[props.kind].badge} ${props.small === true ? 'kern-badge--small' : ''}`}>
      <Icon name={kinds[props.kind].icon} />
      <span class="kern-label kern-label--small">
        <Say words={props.words} />
      </span>
    </span>
  );
}
