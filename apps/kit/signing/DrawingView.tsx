import { type Drawing, field } from '../../../shared/declaration/drawing.ts';
import { say } from '../i18n/locale.ts';
import type { Words } from '../i18n/text.ts';

/** A drawing as the paper shows it: lines of constant width, dark on white. */
export function DrawingView(props: { drawing: Drawing; label: Words }) {
  const path = () =>
    props.drawing.paths
      .map((points) => {
        const [first, ...rest] = points;
        if (!first) return '';
        // A dot is a line to itself; its round ends make it visible.
        const to = rest.length === 0 ? [first] : rest;
        return `M${first[0]} ${first[1]}${to.map(([x, y]) => `L${x} ${y}`).join('')}`;
      })
      .join('');
  return (
    <svg class="drawing" role="img" aria-label={say(props.label)} viewBox={`0 0 ${field.width} ${field.height}`}>
      <path d={path()} />
    </svg>
  );
}
